import { sentencesIn } from '../../dialogs/sentences.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Decision } from '../../src/core/triage/decision.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { ButtonCommand } from '../actions.ts';
import type { Block, Fact, LinkedText, ViewAction } from '../view.ts';

/** A plain button. */
export function button(
  title: string,
  command: ButtonCommand,
  typed: string,
  more: Partial<Pick<ViewAction, 'tone' | 'form' | 'withInputs' | 'meaning' | 'warning' | 'about'>> = {},
): ViewAction {
  return { title, tone: 'default', command, form: [], withInputs: false, typed, ...more };
}

/** Facts, without those whose value is unknown. A value may be texts with links. */
export function facts(
  rows: readonly (readonly [label: string, value: string | readonly LinkedText[] | null | undefined])[],
): Block[] {
  const known: Fact[] = rows.flatMap(([label, value]) => {
    if (!value || value.length === 0) return [];
    if (typeof value === 'string') return [{ label, value }];
    return [{ label, value: value.map(({ text }) => text).join(' '), texts: value }];
  });
  return known.length > 0 ? [{ kind: 'facts', facts: known }] : [];
}

/** A paragraph, or nothing for an empty text. */
export function paragraph(
  text: string | null | undefined,
  more: { subtle?: boolean; strong?: boolean } = {},
): Block[] {
  return text ? [{ kind: 'text', text, ...more }] : [];
}

/** A label inside a sentence: `Erkendt behov` as `erkendt behov`. */
export function inSentence(label: string): string {
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** The need areas as one line: `Eksport og internationalisering, Finansiering`. */
export function areasLine(values: IntakeValues, language: Language): string {
  const { labels } = sentencesIn(language);
  return (values.areas ?? []).map((area) => labels.area[area]).join(', ');
}

/** The company's name for viewers who may see it, or a description where the name is unknown. */
export function companyName(values: IntakeValues, language: Language): string {
  const { profile } = sentencesIn(language);
  if (values.companyName) return values.companyName;
  if (values.cvr) return `CVR ${values.cvr}`;
  if (values.contactName) return values.contactName;
  if (values.stage === 'pre-starter') return profile.preStarterWithoutName;
  return profile.companyWithoutName;
}

/** The known parts of a company's profile: `Viborg · Etableret · Eksport`. */
export function profileLine(values: IntakeValues, language: Language): string {
  const { labels } = sentencesIn(language);
  const municipality = values.municipality ? findMunicipality(values.municipality)?.name : undefined;
  const stage = values.stage && values.stage !== 'unknown' ? labels.stageShort[values.stage] : undefined;
  return [municipality, stage, areasLine(values, language)].filter((part) => part).join(' · ');
}

/** The owner's name as the door to knock on: an organisation, or the digital platform. */
export function doorName(owner: Decision['owner']): string {
  return owner.organisation === 'digital' ? 'Virksomhedsguiden' : organisationName(owner.organisation);
}

/** `40 41 12 34` for eight digits; other numbers unchanged. */
export function phoneWords(phone: string | undefined): string | undefined {
  return phone?.replace(/^(\d{2})(\d{2})(\d{2})(\d{2})$/, '$1 $2 $3 $4');
}

/** A telephone number that can be called. Eight digits are a Danish number. */
export function phoneText(phone: string): LinkedText {
  const text = phoneWords(phone) ?? phone;
  const called = /^\d{8}$/.test(phone) ? `+45${phone}` : phone;
  return /^\+\d{7,15}$/.test(called) ? { text, href: `tel:${called}` } : { text };
}

/** Whom to call: the name, and the number as a link that calls. */
export function contactTexts({ contactName, contactPhone }: IntakeValues): readonly LinkedText[] {
  return [
    ...(contactName ? [{ text: contactName }] : []),
    ...(contactName && contactPhone ? [{ text: '·' }] : []),
    ...(contactPhone ? [phoneText(contactPhone)] : []),
  ];
}

/** An e-mail address that can be written to. */
export function mailText(email: string): LinkedText {
  return { text: email, href: `mailto:${encodeURIComponent(email).replace('%40', '@')}` };
}
