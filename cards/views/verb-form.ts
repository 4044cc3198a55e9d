import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import { verbTexts } from '../../dialogs/verb-words.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { localOfficeOf, openHandover, partiesOf, referringLes } from '../../src/core/case/derived.ts';
import { CODE_LISTS, type CodeList, fieldKindOf } from '../../src/core/case/verbs/fields.ts';
import { type CaseVerb, VERBS } from '../../src/core/case/verbs/index.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Choice, Input } from '../view.ts';
import { organisationInput, textInput } from './inputs.ts';

function codeLabels(list: CodeList, language: Language): Readonly<Record<string, string>> {
  const { caseLabels, labels } = sentencesIn(language);
  switch (list) {
    case 'return-reason':
      return caseLabels.returnReason;
    case 'basis':
      return labels.basis;
    case 'segment':
      return labels.registeredSegment;
    case 'actor':
      return labels.actor;
    case 'area':
      return labels.area;
    case 'answer-form':
      return labels.answerForm;
    default: {
      const never: never = list;
      return never;
    }
  }
}

/** The most choices shown side by side; more become a list. */
const SIDE_BY_SIDE = 4;

function codeChoices(list: CodeList, language: Language): readonly Choice[] {
  const labels = codeLabels(list, language);
  return CODE_LISTS[list].map((value) => ({ value, title: labels[value] ?? value }));
}

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
      return { kind: 'choice', id, label, value: [], choices: [], multiple: true };
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

/** Fits an input to a case; null leaves it out. */
type Fit = (input: Input, kase: Case, viewer: Viewer, language: Language) => Input | null;

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

const services: Fit = (input, kase) => {
  if (input.kind !== 'choice') return input;
  const given = kase.retracted?.services ?? [];
  const named = kase.decision.services.length > 0 ? kase.decision.services : ['1:1 vejledning'];
  const choices = [...new Set([...named, ...given])].map((value) => ({ value, title: value }));
  return { ...input, value: given, choices };
};

/** The actors that the decision recommends, and those to whom any company can be referred. */
const recommended: Fit = (input, kase) => {
  if (input.kind !== 'choice') return input;
  const likely = new Set<string>([
    ...kase.decision.referrals.map(({ actor }) => actor),
    'private-adviser',
    'digital',
  ]);
  const given = kase.retracted?.referredTo ?? [];
  const choices = input.choices.filter(({ value }) => likely.has(value) || given.includes(value));
  return { ...input, value: given, choices };
};

const segment: Fit = (input, { values, retracted }) => {
  if (input.kind !== 'choice') return input;
  if (retracted) return { ...input, value: [retracted.segment] };
  if (values.segment && values.segment !== 'unknown') return { ...input, value: [values.segment] };
  return values.stage === 'pre-starter' ? { ...input, value: ['not-relevant'] } : input;
};

const byPhone: Fit = (input) =>
  input.kind === 'choice' ? { ...input, value: ['phone'], required: true } : input;

const whereUnknown: Fit = (input, { values }) =>
  values.cvr || values.stage === 'pre-starter' ? null : input;

/** What was typed at a closing that was undone, or the input as it is. */
const again =
  (value: (of: NonNullable<Case['retracted']>) => string | null | undefined, first?: Fit): Fit =>
  (input, kase, viewer, language) => {
    const fitted = first ? first(input, kase, viewer, language) : input;
    const typed = kase.retracted && value(kase.retracted);
    return typed && fitted?.kind === 'text' ? { ...fitted, value: typed } : fitted;
  };

/** Keeps the input only where an office follows up. */
const forOffice: Fit = (input, kase) => (referringLes(kase) ? input : null);

const colleague: Fit = (input, _kase, _viewer, language) =>
  input.kind === 'text'
    ? { ...input, style: 'person', placeholder: sentencesIn(language).verbHints.personOrMe }
    : input;

/** A day that is picked; a typed line takes words as well (`i morgen`). */
const day: Fit = ({ id, label }) => ({ kind: 'date', id, label, value: '' });

/** Fits of the inputs, by verb. */
const FITS: Partial<Readonly<Record<CaseVerb, Readonly<Record<string, Fit>>>>> = {
  'handover.return': { reasonCode: placeholder('chooseReason') },
  'handover.forward': { organisation: elsewhere },
  // The reason is optional on a typed line and required on a form, where it costs little to ask.
  'handover.offer': { organisation: elsewhere, reason: (input) => ({ ...input, required: true }) },
  // Most companies are called. Without a choice of its own the form would need a click more.
  'case.contacted': { how: byPhone },
  'case.assign': { person: colleague },
  'case.call-back': { day, time: placeholder('time') },
  'case.invite': { organisation: invited },
  'case.settle': { organisation: mineOrTheirs },
  'case.close': {
    services,
    referredTo: recommended,
    segment,
    selfHelpUsed: (input, { retracted }) =>
      input.kind === 'toggle' && retracted ? { ...input, value: retracted.selfHelpUsed } : input,
    cvr: again(({ cvr }) => cvr, whereUnknown),
    actionPlan: again(({ actionPlan }) => actionPlan, forOffice),
    followUpOn: again(({ followUpOn }) => followUpOn, forOffice),
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
