import { type Sentences, sentencesIn } from '../../dialogs/sentences.ts';
import { VERB_PLANS } from '../../dialogs/verb-plans.ts';
import { saidOf } from '../../dialogs/verb-words.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { openHandover, partiesOf, referringLes } from '../../src/core/case/derived.ts';
import { CODE_LISTS, type CodeList, fieldKindOf } from '../../src/core/case/verbs/fields.ts';
import { type CaseVerb, VERBS } from '../../src/core/case/verbs/index.ts';
import { lesOf, type OrganisationId, organisationName } from '../../src/core/organisation.ts';
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
    default: {
      const never: never = list;
      return never;
    }
  }
}

/** So many choices stand side by side; more open as a list. */
const SIDE_BY_SIDE = 3;

function codeChoices(list: CodeList, language: Language): readonly Choice[] {
  const labels = codeLabels(list, language);
  return CODE_LISTS[list].map((value) => ({ value, title: labels[value] ?? value }));
}

/** One input of a verb as its field asks for it. */
function inputFor(verb: CaseVerb, id: string, label: string, language: Language): Input {
  const shape: Readonly<Record<string, Parameters<typeof fieldKindOf>[0]>> = VERBS[verb].inputs.shape;
  const field = shape[id];
  if (!field) throw new Error(`${verb} has no input ${id}`);
  const kind = fieldKindOf(field);
  switch (kind.kind) {
    case 'text':
      return textInput(id, label, { required: kind.required, multiline: kind.line !== true });
    case 'date':
      return textInput(id, label, { multiline: false, placeholder: '2027-02-01' });
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

/** The form of a verb, whatever the case: what `dialogs/verb-plans.ts` asks for, drawn by the verb's inputs. */
export function plainForm(verb: CaseVerb, language: Language): readonly Input[] {
  const labels: Readonly<Record<string, string>> = saidOf(verb, language).asks;
  return Object.entries(VERB_PLANS[verb].asks).flatMap(([id, asked]) =>
    asked ? [inputFor(verb, id, labels[id] ?? id, language)] : [],
  );
}

/** An input as this case needs it; null where it asks for nothing. */
type Fit = (input: Input, kase: Case, viewer: Viewer, language: Language) => Input | null;

const placeholder =
  (hint: keyof Sentences['verbHints']): Fit =>
  (input, _kase, _viewer, language) =>
    input.kind === 'toggle' ? input : { ...input, placeholder: sentencesIn(language).verbHints[hint] };

/** Sending the case to those who have it, or are offered it, makes no sense. */
const elsewhere: Fit = (input, kase, _, language) => {
  const open = openHandover(kase);
  const present: readonly OrganisationId[] = open ? [kase.owner, open.to] : [kase.owner];
  return { ...organisationInput(language, present), id: input.id, label: input.label };
};

/** Typed rather than chosen: the list of all organisations stands on the card already. */
const invited: Fit = ({ id, label }, kase) => {
  const local = kase.values.municipality ? [lesOf(kase.values.municipality)] : [];
  const likely = [...partiesOf(kase), ...local].find((one) => one !== kase.owner);
  return textInput(id, label, {
    required: true,
    multiline: false,
    placeholder: organisationName(likely ?? 'ehm-midtjylland'),
  });
};

/** A coordinator takes a case or leaves it; nobody can put it on another organisation's desk. */
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
  const named = kase.decision.services.length > 0 ? kase.decision.services : ['1:1 vejledning'];
  return { ...input, choices: named.map((value) => ({ value, title: value })) };
};

/** Those whom the decision recommends, and whom any company may be referred to. */
const recommended: Fit = (input, kase) => {
  if (input.kind !== 'choice') return input;
  const likely = new Set<string>([
    ...kase.decision.referrals.map(({ actor }) => actor),
    'private-adviser',
    'digital',
  ]);
  return { ...input, choices: input.choices.filter(({ value }) => likely.has(value)) };
};

const segment: Fit = (input, { values }) => {
  if (input.kind !== 'choice') return input;
  if (values.segment && values.segment !== 'unknown') return { ...input, value: [values.segment] };
  return values.stage === 'pre-starter' ? { ...input, value: ['not-relevant'] } : input;
};

const whereUnknown: Fit = (input, { values }) =>
  values.cvr || values.stage === 'pre-starter' ? null : input;

/** Only where an office follows up. */
const forOffice: Fit = (input, kase) => (referringLes(kase) ? input : null);

/** What a case changes of a verb's form. */
const FITS: Partial<Readonly<Record<CaseVerb, Readonly<Record<string, Fit>>>>> = {
  'handover.return': { reasonCode: placeholder('chooseReason') },
  'handover.forward': { organisation: elsewhere },
  // A typed line may leave the reason out; a form takes the time to ask.
  'handover.offer': { organisation: elsewhere, reason: (input) => ({ ...input, required: true }) },
  'case.assign': { person: placeholder('personOrMe') },
  'case.call-back': { day: placeholder('day'), time: placeholder('time') },
  'case.invite': { organisation: invited },
  'case.settle': { organisation: mineOrTheirs },
  'case.close': {
    services,
    referredTo: recommended,
    segment,
    cvr: whereUnknown,
    actionPlan: forOffice,
    followUpOn: forOffice,
  },
};

/** The form of a verb on a case, as its viewer fills it in. */
export function formOf(verb: CaseVerb, kase: Case, viewer: Viewer, language: Language): readonly Input[] {
  return plainForm(verb, language).flatMap((input) => {
    const own = FITS[verb]?.[input.id];
    const fitted = own ? own(input, kase, viewer, language) : input;
    return fitted ? [fitted] : [];
  });
}
