import { describe, expect, it } from 'vitest';
import { payloadOf, readPayload } from '../../cards/actions.ts';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import type { CardElement } from '../../cards/card-element.ts';
import { toText } from '../../cards/text.ts';
import type { View } from '../../cards/view.ts';
import { viewOf } from '../../cards/view-of.ts';
import { readCommand } from '../../dialogs/commands.ts';
import { redactedCase } from '../../src/core/case/redacted-case.ts';
import { INTAKE_FIELDS } from '../../src/core/intake/draft.ts';
import { readInputs } from '../../src/core/intake/read-inputs.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import { caseOf, receiverVerbs, SAMPLES, seenBy, values, viewerOf } from './sample-answers.ts';

const views: readonly (readonly [name: string, language: Language, view: View])[] = Object.entries(
  SAMPLES,
).flatMap(([name, answer]) =>
  LANGUAGES.map((language) => [name, language, viewOf(answer, language)] as const),
);

/** Every element of a card, however deep. */
function elementsOf(value: unknown): readonly CardElement[] {
  if (Array.isArray(value)) return value.flatMap(elementsOf);
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? [value as CardElement] : [];
  return [...own, ...Object.values(value).flatMap(elementsOf)];
}

const actionsOf = (view: View) => [
  ...view.actions,
  ...view.blocks.flatMap((block) => {
    if (block.kind === 'entry') return [block.action];
    if (block.kind === 'actions') return block.actions;
    return block.kind === 'read' ? block.parts.flatMap(({ change }) => change ?? []) : [];
  }),
];

describe.each(views)('the card "%s" in %s', (_name, language, view) => {
  const card = toAdaptiveCard(view, {
    refreshUserIds: Array.from({ length: 80 }, (_, index) => `29:${index}`),
  });
  const elements = elementsOf(card);

  it('keeps to the limits of Teams', () => {
    expect(Buffer.byteLength(JSON.stringify(card))).toBeLessThan(25_000);
    for (const element of elements) {
      const actions = element.actions;
      if (Array.isArray(actions)) expect(actions.length).toBeLessThanOrEqual(6);
      if (Array.isArray(element.userIds)) expect(element.userIds.length).toBeLessThanOrEqual(60);
    }
    expect(card.version).toBe('1.5');
  });

  it('sends the same whether the client knows Action.Execute or only Action.Submit', () => {
    for (const element of elements.filter(({ type }) => type === 'Action.Execute')) {
      if (element === (card.refresh as { action?: CardElement } | undefined)?.action) continue;
      const fallback = element.fallback;
      expect(fallback).toMatchObject({ type: 'Action.Submit', data: element.data });
      expect(readPayload(element.data, String(element.verb)).name).not.toBe('unreadable');
    }
  });

  it('labels every input, once', () => {
    const inputs = elements.filter(({ type }) => type.startsWith('Input.'));
    for (const input of inputs) expect(input.label ?? input.title, String(input.id)).toBeTruthy();
    const ids = elements.map(({ id }) => id).filter((id) => id !== undefined);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('has a text form that names the typed command of every action, and each one is a command', () => {
    const text = toText(view);
    for (const action of actionsOf(view)) {
      expect(text).toContain(action.typed);
      if (/^[‹<]/.test(action.typed)) continue;
      // What is typed in a question is an answer, and a search is a question: neither is a command.
      const { verb, question = '' } = payloadOf(action.command);
      if (verb === 'intake.answer' || verb === 'open.say' || String(question).startsWith('control:'))
        continue;
      const filled = action.typed
        .replace(/‹CVR[^›]*›/, '25313763')
        .replace(/‹organisation›/, 'LES Aarhus')
        .replace(/‹(?:samtykke|consent)[^›]*›/, language === 'da' ? 'samtykke' : 'consent')
        .replace(/[[\]‹›]/g, '');
      expect(readCommand(filled).name, filled).not.toBe('say');
    }
  });

  it('reads as language, not as data', () => {
    const text = toText(view);
    expect(text).not.toMatch(/undefined|\bnull\b|\[object|NaN|Invalid Date/);
    if (language === 'en') expect(text).not.toMatch(/\b(Virksomheden|kommune|sagen|eller)\b/);
  });
});

describe('the intake form', () => {
  const view = viewOf(SAMPLES['form filled'] ?? { kind: 'welcome' }, 'da');
  const inputs = elementsOf(toAdaptiveCard(view)).filter(({ type }) => type.startsWith('Input.'));

  it('has exactly the inputs of the contract', () => {
    expect(inputs.map(({ id }) => id).sort()).toEqual([...INTAKE_FIELDS].sort());
  });

  it('sends back what it showed, unchanged', () => {
    const sent = Object.fromEntries(inputs.map(({ id, value }) => [String(id), String(value ?? '')]));
    const command = readPayload({ verb: 'intake.submit', draftId: 'draft', revision: 7, ...sent });
    if (command.name !== 'intake') throw new Error(JSON.stringify(command));
    const read = readInputs(command.input, '2026-11-21');
    expect(read.problems).toEqual([]);
    expect({ ...values, crisis: false }).toMatchObject(read.values);
  });

  it('says where each value came from, except what the person typed', () => {
    const label = (id: string) => inputs.find((input) => input.id === id)?.label;
    expect(label('companyName')).toBe('Virksomhed (fra CVR)');
    expect(label('areas')).toBe('Hvad har de brug for? (læst i din tekst)');
    expect(label('cvr')).toBe('CVR-nummer');
  });

  it('shows a problem under its field, with what was typed kept', () => {
    const text = toText(viewOf(SAMPLES['form with problems'] ?? { kind: 'welcome' }, 'da'));
    expect(text).toContain('CVR-nummer: 25313764 – Det er ikke et gyldigt CVR-nummer.');
    expect(text).toContain('"Andeby"');
  });
});

describe('what a card may show', () => {
  const shown = (relation: 'channel' | 'receiver' | 'other', kase = caseOf()) =>
    toText(
      viewOf(
        {
          kind: 'case',
          card: 'handover',
          case: redactedCase(kase, seenBy(relation, kase)),
          history: [],
          viewer: { ...viewerOf(relation, receiverVerbs), sees: seenBy(relation, kase) },
          now: '2026-11-21T09:00:00.000Z',
          notice: null,
          problems: [],
        },
        'da',
      ),
    );
  const secrets = ['Mette', '40 41 12 34', 'mette@', 'varmepumper'];

  it('shows contact and free text to the receiver', () => {
    for (const secret of secrets) expect(shown('receiver')).toContain(secret);
  });

  it('shows a shared channel who, where, what and why, but neither contact nor free text', () => {
    const text = shown('channel');
    expect(text).toContain('Hansen VVS');
    expect(text).toContain('Viborg');
    expect(text).toContain('Eksport');
    expect(text).toContain('Hvorfor her?');
    for (const secret of secrets) expect(text).not.toContain(secret);
  });

  it('shows a shared channel the case number of a pre-starter, never a name', () => {
    const text = shown('channel', caseOf({ values: { ...values, stage: 'pre-starter' } }));
    expect(text).toContain('Sag K3F9-QTX2');
    expect(text).not.toContain('Hansen');
  });

  it('shows others no more than who has the case', () => {
    const text = shown('other');
    for (const secret of [...secrets, 'Eksport', 'Hvorfor her?']) expect(text).not.toContain(secret);
  });
});

describe('a company in crisis', () => {
  const urgent = caseOf({ priority: 'urgent' });
  const titleFor = (relation: 'owner' | 'channel' | 'other') => {
    const viewer = { ...viewerOf(relation), sees: seenBy(relation, urgent) };
    const now = '2026-11-21T09:00:00.000Z';
    const answer = {
      kind: 'case',
      card: 'case',
      case: redactedCase(urgent, viewer.sees),
      history: [],
      viewer,
      now,
    } as const;
    return viewOf({ ...answer, notice: null, problems: [] }, 'da').title;
  };
  it('is urgent to those who have a part in the case, and a secret to others', () => {
    expect(titleFor('owner')).toMatch(/^HASTER/);
    expect(titleFor('other')).not.toMatch(/HASTER/);
  });
});

describe('a decision on a company with a running case', () => {
  const titles = (joinsRunning: boolean) => {
    const answer = SAMPLES['decision running'];
    if (answer?.kind !== 'decision') throw new Error('no such sample');
    const view = viewOf({ ...answer, decision: { ...answer.decision, joinsRunning } }, 'da');
    return view.actions.map(({ title }) => title);
  };
  it('adds to that case where the rule says so, and opens another where it says otherwise (a crisis)', () => {
    expect(titles(true)).toContain('Føj til den igangværende sag');
    expect(titles(false)).not.toContain('Føj til den igangværende sag');
    expect(titles(false)[0]).toMatch(/^Send til|^Opret/);
  });
});

describe('a card that is too big', () => {
  const answer = SAMPLES['form filled'] ?? { kind: 'welcome' as const };
  const view = viewOf(answer, 'da');
  const long = Array.from({ length: 40 }, () => ({ kind: 'text' as const, text: 'æ'.repeat(2_000) }));
  it('is shortened, but never loses an input', () => {
    const card = toAdaptiveCard({ ...view, blocks: [...long, ...view.blocks] });
    const inputs = elementsOf(card).filter(({ type }) => type.startsWith('Input.'));
    expect(inputs.map(({ id }) => id).sort()).toEqual([...INTAKE_FIELDS].sort());
  });

  it('asks at most sixty people for their own view', () => {
    const users = (count: number) => Array.from({ length: count }, (_, i) => `29:${i}`);
    const shown = viewOf(
      SAMPLES['handover to receiver'] ?? Object.values(SAMPLES).find(({ kind }) => kind === 'case') ?? answer,
      'da',
    );
    const asked = (count: number) =>
      (toAdaptiveCard(shown, { refreshUserIds: users(count) }).refresh as { userIds?: string[] }).userIds
        ?.length;
    expect([asked(60), asked(61), asked(200)]).toEqual([60, 60, 60]);
  });
});
