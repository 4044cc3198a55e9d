import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import { verbTexts } from '../../dialogs/verb-words.ts';
import type { Viewer } from '../../src/core/answer.ts';
import { mayGiveUp } from '../../src/core/case/attempts.ts';
import type { Case } from '../../src/core/case/case.ts';
import {
  localOfficeOf,
  mayShare,
  openHandover,
  partiesOf,
  referringLes,
} from '../../src/core/case/derived.ts';
import { knownSegment } from '../../src/core/case/verbs/close.ts';
import { fieldKindOf } from '../../src/core/case/verbs/fields.ts';
import { type CaseVerb, inputsOf, VERBS } from '../../src/core/case/verbs/index.ts';
import { actorOf, type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Input } from '../view.ts';
import { codeChoices, yesNoChoices } from './choices.ts';
import { followUpAgain, hoursAgain } from './closing-again.ts';
import type { Fit } from './fit.ts';
import { organisationInput, textInput } from './inputs.ts';
import { withPresentValue } from './present-value.ts';
import { growthWheel, recommended, services, tools, usedBefore } from './registering-fits.ts';

/** The most choices shown side by side; more become a list. */
const SIDE_BY_SIDE = 4;

/** The input for a verb's field, by the field's schema. */
function inputFor(verb: CaseVerb, id: string, label: string, language: Language): Input {
  const shape: Readonly<Record<string, Parameters<typeof fieldKindOf>[0]>> = VERBS[verb].inputs.shape;
  const field = shape[id];
  if (!field) throw new Error(`${verb} has no input ${id}`);
  const kind = fieldKindOf(field);
  switch (kind.kind) {
    case 'text':
      return textInput(id, label, { required: kind.required, multiline: kind.line !== true });
    case 'date':
      return { kind: 'date', id, label, value: '' };
    case 'organisation':
      return { ...organisationInput(language), id, label };
    case 'flag':
      return { kind: 'toggle', id, label, value: false };
    case 'words':
    case 'hours':
      return textInput(id, label, { multiline: false });
    case 'answer':
      return { kind: 'choice', id, label, value: [], choices: yesNoChoices(language), expanded: true };
    case 'party':
    case 'services':
      return { kind: 'choice', id, label, value: [], choices: [], multiple: kind.kind === 'services' };
    case 'codes':
      return {
        kind: 'choice',
        id,
        label,
        value: [],
        choices: codeChoices(kind.list, language),
        multiple: true,
      };
    case 'code': {
      const choices = codeChoices(kind.list, language);
      const expanded = choices.length <= SIDE_BY_SIDE;
      return { kind: 'choice', id, label, value: [], choices, expanded, required: kind.required };
    }
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/**
 * The form of a verb before it is fitted to a case: the inputs of `dialogs/verb-plans.ts`, shaped by the verb's schema.
 */
export function plainForm(verb: CaseVerb, language: Language): readonly Input[] {
  const labels: Readonly<Record<string, string>> = verbTexts(verb, language).asks;
  return Object.entries(VERB_PLANS[verb].asks).flatMap(([id, asked]) =>
    asked ? [inputFor(verb, id, labels[id] ?? id, language)] : [],
  );
}

const placeholder =
  (hint: keyof Sentences['verbHints']): Fit =>
  (input, _kase, _viewer, language) =>
    input.kind === 'toggle' || input.kind === 'date'
      ? input
      : { ...input, placeholder: sentencesIn(language).verbHints[hint] };

/** Leaves out the present owner, the receiver of an open offer, and whoever returned the case as often as allowed. */
const elsewhere: Fit = (input, kase, { spent = [] }, language) => {
  const open = openHandover(kase);
  const refusing: readonly OrganisationId[] = [kase.owner, ...(open ? [open.to] : []), ...spent];
  return { ...organisationInput(language, refusing), id: input.id, label: input.label };
};

/** A typed field rather than a choice: the card already holds the list of all organisations. */
const invited: Fit = ({ id, label }, kase) => {
  const likely = [...partiesOf(kase), localOfficeOf(kase)].find(
    (organisation) => organisation !== kase.owner,
  );
  return textInput(id, label, {
    required: true,
    multiline: false,
    placeholder: organisationName(likely ?? 'ehm-midtjylland'),
  });
};

/** A coordinator may take or leave a case, but not push it to a third organisation. */
const mineOrTheirs: Fit = ({ id, label }, kase, { organisation }) => ({
  kind: 'choice',
  id,
  label,
  value: [kase.owner],
  choices: [...new Set([kase.owner, organisation ?? kase.owner])].map((value) => ({
    value,
    title: organisationName(value),
  })),
  required: true,
  expanded: true,
});

/** Who may follow up: the office that the case came from, which is preset, the owner, or nobody. */
const followUpBy: Fit = (input, kase, _viewer, language) => {
  if (input.kind !== 'choice') return input;
  const office = referringLes(kase);
  const said = followUpAgain(kase);
  const shared = mayShare(kase) ? [office, said] : [];
  const offices = shared.filter((one) => one !== undefined && one !== 'us' && one !== 'none');
  const { weFollowUp, nobody } = sentencesIn(language).registration;
  return {
    ...input,
    value: said === 'us' || said === 'none' ? [said] : offices.slice(-1),
    choices: [
      ...[...new Set(offices)].map((value) => ({ value, title: organisationName(value) })),
      { value: 'us', title: weFollowUp },
      { value: 'none', title: nobody },
    ],
    expanded: true,
    required: true,
  };
};

/** Keeps the input only at an Erhvervshus. */
const atHouse: Fit = (input, { owner }) => (actorOf(owner) === 'les' ? null : input);

/** Keeps the input only where no service has been registered. */
const withoutServices: Fit = (input, { services: given = [] }) => (given.length > 0 ? null : input);

const pNumberUnknown: Fit = (input, { values }) =>
  values.pNumber || values.stage === 'pre-starter' ? null : input;

const segment: Fit = (input, kase) => {
  if (input.kind !== 'choice') return input;
  const { retracted } = kase;
  if (retracted) return { ...input, value: [retracted.segment] };
  const known = knownSegment(kase);
  return known === 'not-assessed' ? input : { ...input, value: [known] };
};

const byPhone: Fit = (input) =>
  input.kind === 'choice' ? { ...input, value: ['phone'], required: true } : input;

const whereUnknown: Fit = (input, { values }) =>
  values.cvr || values.stage === 'pre-starter' ? null : input;

/** What was said at a closing that was undone, or the input as it is. */
const again =
  (value: (of: NonNullable<Case['retracted']>) => string | null | undefined, first?: Fit): Fit =>
  (input, kase, viewer, language) => {
    const fitted = first ? first(input, kase, viewer, language) : input;
    const said = kase.retracted && value(kase.retracted);
    if (!said) return fitted;
    switch (fitted?.kind) {
      case 'text':
      case 'date':
        return { ...fitted, value: said };
      case 'choice':
        return { ...fitted, value: [said] };
      default:
        return fitted;
    }
  };

const colleague: Fit = (input, _kase, _viewer, language) =>
  input.kind === 'text'
    ? { ...input, style: 'person', placeholder: sentencesIn(language).verbHints.personOrMe }
    : input;

/** The present value, which the person changes. */
const present: Fit = (input, kase, { sees }) => withPresentValue(input, kase, sees);

/** The reasons without `no-contact`, until the company was tried often enough. */
const withoutGivingUp =
  (first: Fit): Fit =>
  (input, kase, viewer, language) => {
    const fitted = first(input, kase, viewer, language);
    if (fitted?.kind !== 'choice' || mayGiveUp(kase)) return fitted;
    return { ...fitted, choices: fitted.choices.filter(({ value }) => value !== 'no-contact') };
  };

/** A day that is picked; a typed line takes words as well (`i morgen`). */
const day: Fit = ({ id, label }) => ({ kind: 'date', id, label, value: '' });

/** Fits of the inputs, by verb. */
const FITS: Partial<Readonly<Record<CaseVerb, Readonly<Record<string, Fit>>>>> = {
  'handover.return': { reasonCode: withoutGivingUp(placeholder('chooseReason')) },
  'handover.forward': { organisation: elsewhere },
  // The reason is optional on a typed line and required on a form, where it costs little to ask.
  'handover.offer': {
    organisation: elsewhere,
    reason: (input) => ({ ...input, required: true }),
    selfHelp: usedBefore,
    noTool: growthWheel,
  },
  // Most companies are called. Without a choice of its own the form would need a click more.
  'case.contacted': { how: byPhone },
  'case.assign': { person: colleague },
  'case.call-back': { day, time: placeholder('time') },
  'case.merge': {
    other: (input, { linkedTo }) => (input.kind === 'text' ? { ...input, value: linkedTo ?? '' } : input),
  },
  'case.correct': Object.fromEntries(inputsOf('case.correct').map((id) => [id, present])),
  'case.invite': { organisation: invited, selfHelp: usedBefore, noTool: growthWheel },
  'case.settle': { organisation: mineOrTheirs },
  'case.service': { services, tools },
  'case.refer': { to: recommended },
  'case.self-help': { tools },
  'case.close': {
    services,
    // The details of a service that was registered before stand with it.
    hours: again(hoursAgain, withoutServices),
    meeting: again((said) => said.again?.services?.[0]?.meeting, withoutServices),
    noService: again(({ noService }) => noService, withoutGivingUp(withoutServices)),
    noServiceWhy: again(({ noServiceWhy }) => noServiceWhy, withoutServices),
    referredTo: recommended,
    selfHelp: tools,
    segment,
    cvr: again(({ cvr }) => cvr, whereUnknown),
    pNumber: again(({ pNumber }) => pNumber, pNumberUnknown),
    actionPlan: again(({ actionPlan }) => actionPlan, atHouse),
    noActionPlan: again(({ noActionPlan }) => noActionPlan, atHouse),
    followUpBy,
    followUpOn: again(({ followUpOn }) => followUpOn),
    noFollowUp: again(({ noFollowUp }) => noFollowUp),
    enrolled: again(({ enrolled }) => (enrolled == null ? undefined : String(enrolled)), atHouse),
    note: again(({ note }) => note),
  },
};

/** The form of a verb on a case, fitted to the case and its viewer. */
export function formOf(verb: CaseVerb, kase: Case, viewer: Viewer, language: Language): readonly Input[] {
  return plainForm(verb, language).flatMap((input) => {
    const own = FITS[verb]?.[input.id];
    const fitted = own ? own(input, kase, viewer, language) : input;
    return fitted ? [fitted] : [];
  });
}
