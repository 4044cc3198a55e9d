import { RETURN_REASON_LABELS } from '../../dialogs/case-labels.ts';
import { ACTOR_LABELS, AREA_LABELS, BASIS_LABELS, REGISTERED_SEGMENT_LABELS } from '../../dialogs/labels.ts';
import { sayIn } from '../../dialogs/say.ts';
import { UNASKED, VERB_WORDS } from '../../dialogs/verbs.ts';
import type { Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { openHandover, partiesOf, referringOffice } from '../../src/core/case/state.ts';
import { CODE_LISTS, type CodeList, kindOf } from '../../src/core/case/verbs/fields.ts';
import { type CaseVerb, VERBS } from '../../src/core/case/verbs/index.ts';
import { lesOf, type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { Language, Localized } from '../../src/core/vocabulary.ts';
import type { Choice, Input } from '../view.ts';
import { organisationInput, textInput } from './inputs.ts';

const CODE_LABELS: Readonly<Record<CodeList, Readonly<Record<string, Localized>>>> = {
  'return-reason': RETURN_REASON_LABELS,
  basis: BASIS_LABELS,
  segment: REGISTERED_SEGMENT_LABELS,
  actor: ACTOR_LABELS,
  area: AREA_LABELS,
};

/** So many choices stand side by side; more open as a list. */
const SIDE_BY_SIDE = 3;

function codeChoices(list: CodeList, language: Language): readonly Choice[] {
  return CODE_LISTS[list].map((value) => ({ value, title: CODE_LABELS[list][value]?.[language] ?? value }));
}

/** One input of a verb as its field asks for it. */
function inputFor(verb: CaseVerb, id: string, label: string, language: Language): Input {
  const shape: Readonly<Record<string, Parameters<typeof kindOf>[0]>> = VERBS[verb].inputs.shape;
  const field = shape[id];
  if (!field) throw new Error(`${verb} has no input ${id}`);
  const kind = kindOf(field);
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

/** The form of a verb, whatever the case: what `dialogs/verbs.ts` asks for, drawn by the verb's inputs. */
export function plainForm(verb: CaseVerb, language: Language): readonly Input[] {
  const asked: Readonly<Record<string, Localized | typeof UNASKED>> = VERB_WORDS[verb].asks;
  return Object.entries(asked).flatMap(([id, label]) =>
    label === UNASKED ? [] : [inputFor(verb, id, label[language], language)],
  );
}

/** An input as this case needs it; null where it asks for nothing. */
type Fit = (input: Input, kase: Case, viewer: Viewer, language: Language) => Input | null;

const placeholder =
  (da: string, en: string): Fit =>
  (input, _kase, _viewer, language) =>
    input.kind === 'toggle' ? input : { ...input, placeholder: sayIn(language)(da, en) };

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
const forOffice: Fit = (input, kase) => (referringOffice(kase) ? input : null);

/** What a case changes of a verb's form. */
const FITS: Partial<Readonly<Record<CaseVerb, Readonly<Record<string, Fit>>>>> = {
  'handover.return': { reasonCode: placeholder('Vælg en årsag', 'Choose a reason') },
  'handover.forward': { organisation: elsewhere },
  // A typed line may leave the reason out; a form takes the time to ask.
  'handover.offer': { organisation: elsewhere, reason: (input) => ({ ...input, required: true }) },
  'case.assign': { person: placeholder('Navn – eller "mig"', 'Name – or "me"') },
  'case.call-back': {
    day: placeholder('i morgen, mandag eller 30.11.', 'tomorrow, Monday or 30/11'),
    time: placeholder('9.30', '9.30'),
  },
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
