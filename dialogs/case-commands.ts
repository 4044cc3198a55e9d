import type { CaseVerb, Command, RawInput } from '../src/core/command.ts';
import { readCaseId } from './case-id.ts';
import { BASIS_WORDS, RETURN_REASON_WORDS } from './field-words.ts';
import { fold, leading } from './fold.ts';
import { readOrganisation } from './organisation-words.ts';
import { readOutcome } from './outcome-words.ts';

type ReadInput = (rest: string) => RawInput | undefined;

/** Nothing may follow: what does follow makes the line no command, so that nothing typed is lost. */
const nothing: ReadInput = (rest) => (rest === '' ? {} : undefined);

/** The rest as one input, left out where nothing follows. */
function as(id: string): ReadInput {
  return (rest) => (rest === '' ? {} : { [id]: rest });
}

const organisationAndReason: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (found) return { organisation: found.organisation, ...reasonOf(found.rest) };
  // The application names the organisation that it does not know.
  const [first = '', ...others] = rest.split(/\s+/);
  return { organisation: first, ...reasonOf(others.join(' ')) };
};

function reasonOf(text: string): RawInput {
  const reason = text.replace(/^[\s:,–-]*(?:(?:fordi|because)\s+)?/i, '');
  return reason === '' ? {} : { reason };
}

const returnReason: ReadInput = (rest) => {
  const found = leading(rest.replace(/^([^:]{2,60}):/, '$1 '), RETURN_REASON_WORDS);
  if (found) return { reasonCode: found.value, ...reasonOf(found.rest) };
  return reasonOf(rest);
};

const settlement: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (!found) return rest === '' ? {} : { organisation: rest };
  const joint = /^[\s,:]*(?:i\s+)?(?:fælles(?:\s+forløb)?|joint(?:ly)?)(?=$|[\s,:])/i.exec(found.rest);
  return {
    organisation: found.organisation,
    ...(joint && { joint: 'true' }),
    ...reasonOf(found.rest.slice(joint?.[0].length ?? 0)),
  };
};

const basisKind: ReadInput = (rest) => {
  const kind = BASIS_WORDS.get(fold(rest));
  return kind ? { kind } : as('kind')(rest);
};

const person: ReadInput = (rest) => {
  const who = rest.replace(/^(?:til|to)\s+/i, '');
  if (/^(?:mig|mig selv|me|myself)$/i.test(who)) return { person: 'me' };
  return as('person')(who);
};

const invitation: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  return found ? { organisation: found.organisation, ...reasonOf(found.rest) } : as('organisation')(rest);
};

/** Every verb on a case: the words it is typed with (the first Danish and first English one are shown) and its inputs. */
const CASE_WORDS: Readonly<
  Record<CaseVerb, { readonly da: string; readonly en: string; readonly read: ReadInput }>
> = {
  'handover.accept': { da: 'overtag|accepter|tag', en: 'accept|take', read: nothing },
  'handover.return': { da: 'returner|returnér|retur|send retur', en: 'return', read: returnReason },
  'handover.ask': { da: 'spørg|spoerg', en: 'ask', read: as('text') },
  'handover.answer': { da: 'svar', en: 'answer|reply', read: as('text') },
  'handover.forward': { da: 'videresend|send videre', en: 'forward', read: organisationAndReason },
  'handover.advise': { da: 'råd|giv råd|rådgiv', en: 'advise', read: as('text') },
  'handover.withdraw': { da: 'træk tilbage|fortryd', en: 'take back|recall', read: nothing },
  'handover.offer': { da: 'send|tilbyd|overdrag', en: 'offer|send', read: organisationAndReason },
  'case.contacted': { da: 'kontaktet|besvaret', en: 'contacted|answered', read: as('note') },
  'case.assign': { da: 'tildel', en: 'assign', read: person },
  'case.close': { da: 'afslut|luk', en: 'close', read: readOutcome },
  'case.wait': { da: 'afvent|vent', en: 'wait', read: as('note') },
  'case.continue': { da: 'fortsæt', en: 'continue', read: nothing },
  'case.reopen': { da: 'genåbn', en: 'reopen', read: as('reason') },
  'case.withdraw': { da: 'frafald|stop', en: 'withdraw', read: as('reason') },
  'case.mark-error': { da: 'fejloprettet|fejl', en: 'error|mark error', read: as('reason') },
  'case.invite': { da: 'inviter|invitér', en: 'invite', read: invitation },
  'case.leave': { da: 'forlad', en: 'leave', read: nothing },
  'case.settle': { da: 'afgør', en: 'settle', read: settlement },
  'case.basis': { da: 'grundlag|samtykke', en: 'basis|consent', read: basisKind },
  'case.withdraw-basis': { da: 'stop deling|tilbagekald samtykke', en: 'stop sharing', read: nothing },
  'case.add-contact': { da: 'tilføj|ny kontakt', en: 'add|add contact', read: as('text') },
  'followup.accept': { da: 'følg op|opfølgning ja', en: 'follow up|follow-up yes', read: nothing },
  'followup.decline': {
    da: 'følg ikke op|opfølgning nej',
    en: 'decline follow-up|follow-up no',
    read: as('reason'),
  },
};

const words: ReadonlyMap<string, { readonly verb: CaseVerb; readonly read: ReadInput }> = new Map(
  (Object.entries(CASE_WORDS) as [CaseVerb, (typeof CASE_WORDS)[CaseVerb]][]).flatMap(
    ([verb, { da, en, read }]) =>
      [...da.split('|'), ...en.split('|')].map((word) => [fold(word), { verb, read }] as const),
  ),
);

/** The word a verb is typed with: shown next to every button as its typed form. */
export function caseWord(verb: CaseVerb, language: 'da' | 'en'): string {
  return CASE_WORDS[verb][language].split('|')[0] ?? verb;
}

/** Verbs whose word alone may answer a question of the intake. */
const ALSO_ANSWERS: readonly CaseVerb[] = ['case.basis', 'case.continue', 'case.withdraw'];

/**
 * A typed verb on a case, `returner k3f9qtx2 forkert kommune de bor i Skive`; undefined where the line has no case id in
 * that place. The word alone has an empty id, for the application to ask which case. Closed words are read into their codes; what is not understood is passed on for the application to name.
 */
export function readCaseCommand(line: string): Command | undefined {
  const found = leading(line, words);
  if (!found) return undefined;
  const { verb } = found.value;
  if (found.rest === '' && !ALSO_ANSWERS.includes(verb)) {
    return { name: 'case-action', verb, caseId: '', revision: null, input: {} };
  }
  const id = readCaseId(found.rest.replace(/^(?:sag|sagen|case)\s+/i, ''));
  if (!id) return undefined;
  const input = found.value.read(id.rest);
  return input && { name: 'case-action', verb, caseId: id.caseId, revision: null, input };
}
