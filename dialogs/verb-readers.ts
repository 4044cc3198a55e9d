import type { CaseVerb } from '../src/core/case/verbs/index.ts';
import type { RawInput } from '../src/core/raw-input.ts';
import { readBasis } from './basis-words.ts';
import { readCaseId } from './case-id.ts';
import { colleagueOf } from './colleague-words.ts';
import { readCorrection } from './correction-words.ts';
import { ANSWER_FORM_WORDS, FOLLOW_UP_WORDS, RETURN_REASON_WORDS, readYesNo } from './field-words.ts';
import { leading } from './fold.ts';
import { leadingMoment } from './moment-words.ts';
import { readOrganisation } from './organisation-words.ts';
import { anyOf } from './phrases.ts';
import { readTypedFields } from './typed-fields.ts';
import { wordsOfList } from './typed-values.ts';

/** Reads the text after a case's id into the inputs of a verb. Undefined: the line is no command. */
type ReadInput = (rest: string) => RawInput | undefined;

/** Allows no further text: otherwise it would be lost, so the line is no command. */
const nothing: ReadInput = (rest) => (rest === '' ? {} : undefined);

/** The rest as one input, left out where it is empty. */
function as(id: string): ReadInput {
  return (rest) => (rest === '' ? {} : { [id]: rest });
}

const BECAUSE = new RegExp(`^[\\s:,–-]*(?:(?:${anyOf(({ particles }) => particles.because)})\\s+)?`, 'i');
const JOINTLY = new RegExp(`^[\\s,:]*(?:${anyOf(({ particles }) => particles.jointly)})(?=$|[\\s,:])`, 'i');
const NEW_NEED = new RegExp(
  `^(?:${anyOf(({ particles }) => particles.newNeed)})(?=$|[\\s:,–-])[\\s:,–-]*`,
  'i',
);
const AND_CASE = new RegExp(
  `^(?:(?:${anyOf(({ particles }) => `${particles.with}|${particles.and}|${particles.to}|${particles.caseNoun}`)})\\s+)+`,
  'i',
);
const TO = new RegExp(`^(?:${anyOf(({ particles }) => particles.to)})\\s+`, 'i');

function reasonOf(text: string): RawInput {
  const reason = text.replace(BECAUSE, '');
  return reason === '' ? {} : { reason };
}

/** `Erhvervshus Midtjylland eksport til Tyskland`. */
const organisationAndReason: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (found) return { organisation: found.organisation, ...reasonOf(found.rest) };
  // The application refuses the unknown organisation by name.
  const [first = '', ...others] = rest.split(/\s+/);
  return { organisation: first, ...reasonOf(others.join(' ')) };
};

/** `forkert geografi: de bor i Skive`. */
const returnReason: ReadInput = (rest) => {
  const found = leading(rest.replace(/^([^:]{2,60}):/, '$1 '), RETURN_REASON_WORDS);
  if (found) return { reasonCode: found.value, ...reasonOf(found.rest) };
  return reasonOf(rest);
};

/** `LES Viborg fælles de kender dem`. */
const settlement: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  if (!found) return rest === '' ? {} : { organisation: rest };
  const joint = JOINTLY.exec(found.rest);
  return {
    organisation: found.organisation,
    ...(joint && { joint: 'true' }),
    ...reasonOf(found.rest.slice(joint?.[0].length ?? 0)),
  };
};

/** `samtykke`, `samtykke til alt`. */
const basisKind: ReadInput = (rest) => {
  const read = readBasis(rest);
  return read ? { ...read } : as('kind')(rest);
};

/** `telefon: de ringer igen`. */
const howAnswered: ReadInput = (rest) => {
  const found = leading(rest.replace(/^([^:,]{2,30})[:,]/, '$1 '), ANSWER_FORM_WORDS);
  if (!found) return as('note')(rest);
  return { how: found.value, ...as('note')(found.rest) };
};

/** `nyt behov: de vil til Norge`. Words that are no result are passed on for the application to refuse. */
const followUpResult: ReadInput = (rest) => {
  const found = leading(rest.replace(/^([^:,]{2,30})[:,]/, '$1 '), FOLLOW_UP_WORDS);
  return found ? { result: found.value, ...as('note')(found.rest) } : as('result')(rest);
};

/** `til Dan Ravn`, `mig`. */
const person: ReadInput = (rest) => {
  return as('person')(colleagueOf(rest.replace(TO, '')));
};

/** `LES Viborg fordi de kender dem`. Words that name no organisation are passed on for the application to refuse. */
const invitation: ReadInput = (rest) => {
  const found = readOrganisation(rest);
  return found ? { organisation: found.organisation, ...reasonOf(found.rest) } : as('organisation')(rest);
};

/** `med M8RT-4VXB ja`: the other case, and the yes to what cannot be undone. */
const otherCase: ReadInput = (rest) => {
  const found = readCaseId(rest.replace(AND_CASE, ''));
  if (!found) return rest === '' ? {} : { other: rest };
  const confirm = readYesNo(found.rest);
  return { other: found.caseId, ...(confirm && { confirm }) };
};

/**
 * `i morgen kl. 10 de er til møde`. Words without a moment are passed on as the time, for the application to refuse.
 */
const callBack: ReadInput = (rest) => {
  const { day, time, rest: words } = leadingMoment(rest);
  if (day === undefined && time === undefined) return rest === '' ? {} : { time: rest };
  return {
    ...(day !== undefined && { day }),
    ...(time !== undefined && { time }),
    ...reasonOf(words),
  };
};

/** `nyt behov: de vil også eksportere`. */
const laterContact: ReadInput = (rest) => {
  const marker = NEW_NEED.exec(rest)?.[0];
  return {
    ...as('text')(rest.slice(marker?.length ?? 0)),
    ...(marker !== undefined && { newNeed: 'true' }),
  };
};

/** `privat rådgiver: regnskabet skal ordnes`. Words that begin with no actor are an adviser's or offer's name. */
const referral: ReadInput = (rest) => {
  const text = rest.replace(TO, '');
  const found = leading(text.replace(/^([^:,]{2,60})[:,]/, '$1 '), wordsOfList('actor'));
  if (!found) return as('name')(text);
  const why = found.rest.replace(BECAUSE, '');
  return { to: found.value, ...(why !== '' && { why }) };
};

/** Readers of the text after a case's id, by verb. */
const READERS: Readonly<Record<CaseVerb, ReadInput>> = {
  'handover.accept': nothing,
  'followup.accept': nothing,
  'task.start': nothing,
  'task.dismiss': as('reason'),
  'case.settle': settlement,
  'handover.answer': as('text'),
  'case.contacted': howAnswered,
  'case.answered-here': as('note'),
  'case.undo': nothing,
  'handover.ask': as('text'),
  'handover.return': returnReason,
  'handover.advise': as('text'),
  'handover.forward': organisationAndReason,
  'case.close': as('note'),
  'case.service': as('services'),
  'case.refer': referral,
  'case.self-help': as('tools'),
  'case.continue': nothing,
  'case.reopen': as('reason'),
  'case.assign': person,
  'case.call-back': callBack,
  'case.call-off': nothing,
  'followup.decline': as('reason'),
  'followup.done': followUpResult,
  'case.basis': basisKind,
  'handover.offer': organisationAndReason,
  'handover.withdraw': nothing,
  'case.wait': as('note'),
  'case.add-contact': laterContact,
  'case.merge': otherCase,
  'case.attempt': as('note'),
  'case.correct': readCorrection,
  'case.ask-feedback': nothing,
  'case.invite': invitation,
  'case.leave': nothing,
  'case.withdraw': as('reason'),
  'case.withdraw-basis': nothing,
  'case.mark-error': as('reason'),
};

/**
 * Reads the text after a case's id into the inputs of a verb: those that are named, and the rest as the verb reads it.
 * Undefined: the line is no command.
 */
export function readInputOf(verb: CaseVerb, rest: string): RawInput | undefined {
  const { input, free } = readTypedFields(verb, rest);
  // What stands beside a named organisation is why, and no second name.
  const reader = input.organisation === undefined ? READERS[verb] : reasonOf;
  const read = reader(free);
  if (read === undefined) return undefined;
  const twice = Object.entries(read).map(([name, value]) => [
    name,
    input[name] === undefined ? value : `${input[name]}, ${value}`,
  ]);
  return { ...input, ...Object.fromEntries(twice) };
}
