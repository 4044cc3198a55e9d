import { closingIn, SENT_FROM, SIGNATURE_MARK } from './mail-words.ts';

/** The person to answer and their company, where a mail's sender and signature name them plainly. */
export interface MailContact {
  readonly companyName?: string;
  readonly cvr?: string;
  readonly contactName?: string;
  readonly contactPhone?: string;
  readonly contactEmail?: string;
}

const EMAIL = /[^\s<>()[\]:;,"]{1,64}@[^\s<>()[\]:;,"]{1,255}\.[a-z]{2,24}/iu;
const NUMBER = /(?<!\d[ .,-]?)(?:(?:\+|00)45[ .-]?)?(\d{2}[ .-]?\d{2}[ .-]?\d{2}[ .-]?\d{2})(?![ .,-]?\d)/u;
const SAYS_OTHER = /\b(?:cvr|se|ean|p-?nr|p-?nummer|konto|iban|reg|vat)\b/iu;
const SAYS_PHONE = /\b(?:tlf|telefon|mobil|mob|direkte|dir|phone|tel|mobile|cell|m|t|d)\b[.:]?/iu;
/** A person's name on a line of its own: two to four words with capitals. */
const NAME = /^(?:\p{Lu}[\p{Ll}'’.-]+|\p{Lu}\.?)(?: (?:\p{Lu}[\p{L}'’.-]*|af|von|van|de)){1,3}$/u;
const COMPANY = /\b(?:aps|a\/s|i\/s|ivs|k\/s|amba|kommune|erhverv\p{L}*|group|gruppen)\b/iu;

/** The name of a company on a line of its own ends with its form of company. */
const COMPANY_NAME =
  /^\p{L}[^@|:]{0,70}? (?:ApS|A\/S|I\/S|K\/S|P\/S|IVS|A\.?M\.?B\.?A\.?|F\.?M\.?B\.?A\.?)(?=$|[ ,|·•])/iu;
const CVR = /\bcvr(?:[-. ]?n(?:umme)?r)?[.: ]*(\d{2} ?\d{2} ?\d{2} ?\d{2})(?!\d)/iu;

/** The contact and company in a signature and a From header. An earlier line wins over a later one. */
export function contactOf(signature: readonly string[], from: string | undefined): MailContact {
  const lines = signature
    .map((line) => closingIn(line) ?? (SENT_FROM.test(line) || SIGNATURE_MARK.test(line) ? '' : line))
    .map((line) => line.trim())
    .filter((line) => line !== '');
  const sender = from?.replace(/<.*$|\[.*$|"/g, '').trim() ?? '';
  const nameLine = lines.slice(0, 2).find((line) => isName(line.replace(/,$/, '')));
  const name = nameLine?.replace(/,$/, '') ?? (isName(sender) ? sender : undefined);
  const email = EMAIL.exec(from ?? '')?.[0] ?? EMAIL.exec(lines.join('\n'))?.[0];
  const phone = phoneIn(lines);
  const company = lines.flatMap((line) => COMPANY_NAME.exec(line)?.[0] ?? [])[0];
  const cvr = CVR.exec(lines.join('\n'))?.[1]?.replaceAll(' ', '');
  return {
    ...(company !== undefined && { companyName: company }),
    ...(cvr !== undefined && { cvr }),
    ...(name !== undefined && { contactName: name }),
    ...(phone !== undefined && { contactPhone: phone }),
    ...(email !== undefined && { contactEmail: email }),
  };
}

function isName(line: string): boolean {
  return line.length <= 60 && NAME.test(line) && !COMPANY.test(line);
}

function phoneIn(lines: readonly string[]): string | undefined {
  const numbers = lines.flatMap((line) =>
    line
      .split(/[|·•,]|\s{2,}/)
      .filter((part) => !SAYS_OTHER.test(part))
      .flatMap((part) => {
        const digits = NUMBER.exec(part)?.[1];
        return digits === undefined ? [] : [{ part, digits: digits.replace(/\D/g, '') }];
      }),
  );
  return (numbers.find(({ part }) => SAYS_PHONE.test(part)) ?? numbers[0])?.digits;
}
