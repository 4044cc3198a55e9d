import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Draft, IntakeField, IntakeValues } from '../../src/core/intake/draft.ts';
import { sharedValues } from '../../src/core/intake/shared-values.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { AREAS, type Language, STAGES } from '../../src/core/vocabulary.ts';
import type { Block, Input, LinkedText, ReadPart, ViewAction } from '../view.ts';
import { choiceField, choices, type FieldState, textField } from './inputs.ts';
import { areasLine, button, companyName, mailText, phoneText } from './parts.ts';

/** The parts of an intake that its line shows, each with the form that corrects it. */
const PARTS = ['company', 'municipality', 'stage', 'needs', 'contact'] as const;
type Part = (typeof PARTS)[number];

/** How the line is read. */
interface Reading {
  readonly language: Language;
  /** Everybody in a conversation reads it, so it shows no contact person. */
  readonly shared: boolean;
  /** Parts that may be missing, and can be added from the line. */
  readonly addable: boolean;
  /** The part that the card itself asks for, which needs no second form. */
  readonly asked?: string | undefined;
}

const ASKED: Readonly<Record<string, Part>> = {
  company: 'company',
  municipality: 'municipality',
  stage: 'stage',
  areas: 'needs',
  contact: 'contact',
};

/**
 * What was read, in one line: `Hansen VVS ApS · Viborg · Eksport · Ole Bak 40 41 12 34`. Every part can be corrected in one
 * click, and a telephone number called.
 */
export function readBlock(draft: Draft, reading: Reading): Block[] {
  const { language, shared, addable, asked } = reading;
  const values = shared ? sharedValues(draft.values) : draft.values;
  const hidden = asked === undefined ? undefined : ASKED[asked];
  const parts = PARTS.filter((part) => !(shared && part === 'contact')).flatMap((part): ReadPart[] => {
    const texts = textsOf(part, values, language);
    if (texts.length === 0 && (!addable || part === hidden)) return [];
    const change = part === hidden ? null : changeOf(part, { ...draft, values }, language);
    if (texts.length > 0) return [{ texts, change }];
    return change && (part === 'needs' || part === 'contact')
      ? [{ texts: [{ text: change.title }], change }]
      : [];
  });
  return parts.length === 0 ? [] : [{ kind: 'read', parts }];
}

function textsOf(part: Part, values: IntakeValues, language: Language): readonly LinkedText[] {
  const { labels } = sentencesIn(language);
  const known = (text: string | undefined): readonly LinkedText[] => (text ? [{ text }] : []);
  switch (part) {
    case 'company': {
      // The contact stands at the end of the line; it is not the company's name.
      const { contactName: _, ...company } = values;
      return known(companyName(company, language));
    }
    case 'municipality':
      return known(values.municipality && findMunicipality(values.municipality)?.name);
    case 'stage':
      return values.stage && values.stage !== 'unknown' ? known(labels.stageShort[values.stage]) : [];
    case 'needs':
      return known(areasLine(values, language));
    case 'contact': {
      const { contactName, contactPhone, contactEmail } = values;
      return [
        ...known(contactName),
        ...(contactPhone ? [phoneText(contactPhone)] : []),
        // The mail address is shown where it is the only way to reach the contact.
        ...(contactEmail && !contactPhone ? [mailText(contactEmail)] : []),
      ];
    }
    default: {
      const never: never = part;
      return never;
    }
  }
}

function changeOf(part: Part, draft: Draft, language: Language): ViewAction {
  const { readLine, typed } = sentencesIn(language);
  const { values } = draft;
  const state: FieldState = { language, problems: [], sources: {} };
  const change = (title: string, typedForm: string, form: readonly Input[]) =>
    button(
      title,
      {
        name: 'intake',
        verb: 'intake.correct',
        draftId: draft.id,
        revision: draft.revision,
        input: { question: part },
      },
      typedForm,
      { form },
    );
  switch (part) {
    case 'company':
      return change(readLine.correctCompany, typed.correctCompany, [
        {
          ...textField('companyName', values.companyName ?? values.cvr, state, { maxLength: 200 }),
          label: readLine.companyOrNumber,
        },
      ]);
    case 'municipality':
      return change(readLine.correctMunicipality, typed.correctMunicipality, [
        textField('municipality', values.municipality && findMunicipality(values.municipality)?.name, state, {
          maxLength: 60,
        }),
      ]);
    case 'stage':
      return change(readLine.correctStage, typed.correctStage, [
        choiceField(
          'stage',
          values.stage ? [values.stage] : [],
          choices(STAGES, sentencesIn(language).labels.stage),
          state,
        ),
      ]);
    case 'needs': {
      const { areas = [] } = values;
      return change(areas.length > 0 ? readLine.correctNeeds : readLine.addNeeds, typed.correctNeeds, [
        choiceField('areas', areas, choices(AREAS, sentencesIn(language).labels.area), state, {
          multiple: true,
          filtered: true,
        }),
      ]);
    }
    case 'contact': {
      const { contactName, contactPhone, contactEmail } = values;
      const isKnown = (contactName ?? contactPhone ?? contactEmail) !== undefined;
      const field = (id: IntakeField, value: string | undefined, more: Parameters<typeof textField>[3]) =>
        textField(id, value, state, more);
      return change(isKnown ? readLine.correctContact : readLine.addContact, typed.correctContact, [
        field('contactName', contactName, { maxLength: 100 }),
        field('contactPhone', contactPhone, { maxLength: 30, style: 'tel' }),
        field('contactEmail', contactEmail, { maxLength: 200, style: 'email' }),
      ]);
    }
    default: {
      const never: never = part;
      return never;
    }
  }
}
