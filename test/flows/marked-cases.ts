import type { RegisteredCompany } from '../../src/app/ports/company-register.ts';
import { isCvrNumber } from '../../src/core/cvr-number.ts';
import type { RawInput } from '../../src/core/raw-input.ts';

/** Cases in which every word that a person types is a word of its own, so that a search decides where it stands. */

const BASES = ['consent', 'public-task', 'declined', 'withdrawn', 'none', 'crisis'] as const;
export type Basis = (typeof BASES)[number];
const KINDS = ['company', 'sole proprietor', 'pre-starter'] as const;
type Kind = (typeof KINDS)[number];
export const LEVELS = ['visits', 'standard', 'full'] as const;
export type Level = (typeof LEVELS)[number];

/** What the words of a case belong to. */
const PARTS = ['number', 'name', 'contact', 'notes', 'assessment'] as const;
export type Part = (typeof PARTS)[number];

export interface Marked {
  readonly basis: Basis;
  readonly kind: Kind;
  readonly cvr: string;
  readonly pNumber: string;
  readonly phone: string;
  /** The word for something that is typed on this case. */
  word(name: Word): string;
  /** What stands on the case for a part, as it is stored. */
  marks(part: Part): readonly string[];
}

const WORDS = {
  firma: 'name',
  kontakt: 'contact',
  mailen: 'contact',
  forrige: 'contact',
  senere: 'contact',
  beskrev: 'notes',
  ringede: 'notes',
  svarede: 'notes',
  forgaeves: 'notes',
  venter: 'notes',
  opkald: 'notes',
  revisor: 'notes',
  derfor: 'notes',
  fokus: 'notes',
  sendt: 'notes',
  spurgt: 'notes',
  svaret: 'notes',
  handlede: 'assessment',
  slutnote: 'assessment',
  ingenopf: 'assessment',
} as const satisfies Readonly<Record<string, Part>>;
type Word = keyof typeof WORDS;

/** Words that are only typed where the case is offered to the other side. */
const OF_OFFERS: readonly Word[] = ['sendt', 'spurgt', 'svaret'];

function cvrNumbers(count: number): readonly string[] {
  const found: string[] = [];
  for (let at = 41_000_000; found.length < count; at++) if (isCvrNumber(String(at))) found.push(String(at));
  return found;
}

const ALL = BASES.flatMap((basis) =>
  // A crisis is a company's (policy, O1).
  KINDS.filter((kind) => basis !== 'crisis' || kind !== 'pre-starter').map((kind) => ({ basis, kind })),
);
const CVRS = cvrNumbers(ALL.length);

/** A case for every basis and kind. */
export const MARKED: readonly Marked[] = ALL.map(({ basis, kind }, at) => {
  const key = `${'bcdfghjklm'[Math.floor(at / 10)]}${'bcdfghjklm'[at % 10]}`;
  const word = (name: Word) => `zq${name}${key}x`;
  const cvr = CVRS[at] ?? '';
  const pNumber = `100340${7001 + at}`;
  const phone = `404${11_101 + at}`;
  return {
    basis,
    kind,
    cvr,
    pNumber,
    phone,
    word,
    marks(part) {
      const typed = (Object.keys(WORDS) as Word[]).filter(
        (name) =>
          WORDS[name] === part &&
          (isOffered(basis) || !OF_OFFERS.includes(name)) &&
          // Nobody was named there before.
          (basis !== 'none' || name !== 'forrige') &&
          // Triage sends a crisis on.
          (basis !== 'crisis' || name !== 'sendt'),
      );
      const numbers = {
        number: kind === 'pre-starter' ? [] : [cvr],
        name: kind === 'pre-starter' ? [] : [pNumber],
      };
      return [
        ...typed.map(word),
        ...(part === 'number' || part === 'name' ? numbers[part] : []),
        ...(part === 'contact' ? [phone] : []),
      ];
    },
  };
});

/** Whether a case of this basis goes to the other side. */
export function isOffered(basis: Basis): boolean {
  return basis !== 'declined' && basis !== 'none';
}

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1);

/** The company's name, as it is typed. */
function nameOf({ kind, word }: Marked): string {
  return kind === 'company' ? `${capital(word('firma'))} ApS` : capital(word('firma'));
}

/** The companies of the register, all in Viborg. */
export const COMPANIES: readonly RegisteredCompany[] = MARKED.filter(
  ({ kind }) => kind !== 'pre-starter',
).map((marked) => ({
  cvr: marked.cvr,
  name: nameOf(marked),
  municipality: '791',
  founded: '2011-04-12',
  form: marked.kind === 'company' ? 'Anpartsselskab' : 'Enkeltmandsvirksomhed',
  employees: 3,
  advertisingProtected: false,
  standing: 'active',
  pNumbers: [{ pNumber: marked.pNumber, name: nameOf(marked), municipality: '791' }],
}));

/** The company and the contact person of a case, as fields. */
export function whoOf(marked: Marked): RawInput {
  const { kind, cvr, pNumber, phone, word } = marked;
  return {
    companyName: nameOf(marked),
    ...(kind !== 'pre-starter' && { cvr, pNumber }),
    contactName: capital(word(marked.basis === 'none' ? 'kontakt' : 'forrige')),
    contactPhone: phone,
    contactEmail: `${word('mailen')}@firma.dk`,
  };
}

/** The fields of a case's intake form. */
export function intakeOf(marked: Marked): RawInput {
  const { basis, kind, word } = marked;
  return {
    municipality: '791',
    stage: kind === 'pre-starter' ? 'pre-starter' : 'established',
    areas: basis === 'crisis' ? 'crisis' : 'networks-courses',
    description: `Vil gerne mødes om ${word('beskrev')}`,
    ...(basis === 'crisis' && { crisis: 'true' }),
    ...(basis !== 'none' && whoOf(marked)),
  };
}

/** The parts that the shared CRM, and every export, may have (registration.md, "Whose words go where"). */
export function sharedParts({ basis, kind }: Marked): readonly Part[] {
  switch (basis) {
    case 'consent':
    case 'public-task':
      return PARTS;
    case 'crisis':
      return ['number', 'name', 'contact'];
    case 'declined':
    case 'withdrawn':
    case 'none':
      return kind === 'company' ? ['number'] : [];
    default: {
      const never: never = basis;
      return never;
    }
  }
}

/** What a reader is to the case at the time. */
export type Reader = 'owner' | 'receiver' | 'side' | 'other';

/** The parts that a reader may see (registration.md, `shareLevel`). */
export function seenParts(marked: Marked, reader: Reader, level: Level): readonly Part[] {
  const shared = reader === 'receiver' && marked.basis === 'crisis' ? PARTS : sharedParts(marked);
  switch (reader) {
    case 'owner':
      return PARTS;
    case 'receiver':
      return shared;
    case 'side':
      if (level === 'full') return shared.filter((part) => part !== 'assessment');
      if (level === 'standard') return shared.filter((part) => part !== 'assessment' && part !== 'notes');
      return seenParts(marked, 'other', level);
    case 'other':
      return shared.filter((part) => marked.kind !== 'pre-starter' && (part === 'name' || part === 'number'));
    default: {
      const never: never = reader;
      return never;
    }
  }
}

/** The marks of a case in a text, by part; numbers in groups of two as well. */
export function marksIn(marked: Marked, text: string): readonly (readonly [Part, string])[] {
  const read = text.toLowerCase();
  const spaced = (mark: string) => mark.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');
  return PARTS.flatMap((part) =>
    marked
      .marks(part)
      .filter((mark) => read.includes(mark) || read.includes(spaced(mark)))
      .map((mark) => [part, mark] as const),
  );
}

/** The marks of a case in a text, each once, in words. */
export const partsOf = (marked: Marked, text: string): readonly string[] => [
  ...new Set(marksIn(marked, text).map(([part, mark]) => `${part}: ${mark}`)),
];

/** The marks that some parts of a case have, in the same words. */
export const allowed = (marked: Marked, parts: readonly Part[]): readonly string[] =>
  parts.flatMap((part) => marked.marks(part).map((mark) => `${part}: ${mark}`));
