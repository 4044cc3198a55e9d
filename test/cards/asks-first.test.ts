import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { toBlockKit } from '../../src/channels/slack/block-kit.ts';
import { formWindow } from '../../src/channels/slack/windows.ts';
import type { Answer, Viewer } from '../../src/core/answer.ts';
import { CASE_VERBS, type CaseVerb } from '../../src/core/case/verbs/index.ts';
import { commonView, EVERYTHING } from '../../src/core/case/visibility.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { allButtons, textOn } from '../channels/slack/slack-hands.ts';
import { SAMPLES } from './sample-answers.ts';

/** What a click shows before it is carried out: the question that it answers, and what cannot be undone. */

function handover(
  relation: Viewer['relation'],
  verbs: readonly CaseVerb[],
): Extract<Answer, { kind: 'case' }> {
  const sample = SAMPLES['handover for the receiver'];
  if (sample?.kind !== 'case') throw new Error('no case');
  const { case: kase } = sample;
  const [open, ...more] = [...kase.handovers].reverse();
  if (!open) throw new Error('no offer');
  const by = { person: 'carla', name: 'Carla Winther', organisation: open.to };
  const questions = [
    { ...QUESTION, askedBy: by, text: 'Har de eksporteret før?', answer: 'Ja', answeredBy: by },
    { ...QUESTION, askedBy: by, text: 'Hvilket land?', answer: null, answeredBy: null },
  ];
  const asked = { ...kase, handovers: [...more.reverse(), { ...open, questions }] };
  const sees = relation === 'channel' ? commonView(EVERYTHING, asked) : EVERYTHING;
  return { ...sample, case: asked, viewer: { ...sample.viewer, relation, verbs, sees } };
}
const QUESTION = { id: 1, askedAt: '2026-11-20T09:00:00.000Z', answeredAt: null };

interface Element {
  readonly [key: string]: unknown;
}
const element: z.ZodType<Element> = z.record(z.string(), z.unknown());
/** Every action of a card with its verb, wherever it stands. */
function actionsOn(card: unknown): readonly Element[] {
  const found: Element[] = [];
  JSON.stringify(card, (_, value: unknown) => {
    const read = element.safeParse(value);
    if (read.success && String(read.data.type).startsWith('Action.')) found.push(read.data);
    return value;
  });
  return found;
}
const wordsOf = (card: unknown) => JSON.stringify(card);

describe.each(LANGUAGES)('the form of an answer (%s)', (language) => {
  const view = viewOf(handover('owner', ['handover.answer']), language);
  const [action] = view.actions;
  if (!action) throw new Error('no answer');

  it('shows the open question above its field in Slack, and no answered one', () => {
    const words = textOn(formWindow(view, action, null));
    expect(words).toContain('Carla Winther: Hvilket land?');
    expect(words).not.toContain('Har de eksporteret før?');
  });

  it('shows the open question above its field in Teams', () => {
    const opens = actionsOn(toAdaptiveCard(view)).find(({ type }) => type === 'Action.ShowCard');
    expect(wordsOf(opens?.card)).toContain('Hvilket land?');
  });

  it('says in a shared channel that there is a question, but not which', () => {
    const shared = viewOf(handover('channel', ['handover.answer']), language);
    for (const shown of [wordsOf(toAdaptiveCard(shared)), textOn(toBlockKit(shared))]) {
      expect(shown).not.toContain('Hvilket land?');
      expect(shown).toMatch(/har stillet et spørgsmål|has asked a question/);
    }
  });
});

describe.each(LANGUAGES)('what cannot be undone, or moves other buttons (%s)', (language) => {
  // Slack shows 25 buttons on a card; no case offers follow-ups and tasks beside an offer.
  const verbs = CASE_VERBS.filter((verb) => !/^(followup|task)\./.test(verb));
  const view = viewOf(handover('owner', verbs), language);
  const final = view.actions.filter(({ warning }) => warning !== undefined);
  const one = (verb: CaseVerb) =>
    view.actions.find(({ command }) => 'verb' in command && command.verb === verb);

  it('is these verbs', () => {
    expect(final.flatMap(({ command }) => ('verb' in command ? [command.verb] : [])).sort()).toEqual([
      'case.ask-feedback',
      'case.leave',
      'case.mark-error',
      'case.merge',
      'case.undo',
      'case.withdraw-basis',
    ]);
  });

  it('takes a second step in Teams, which says what it means', () => {
    const actions = actionsOn(toAdaptiveCard({ ...view, actions: final }));
    for (const { title, warning } of final) {
      const opens = actions.find((action) => action.type === 'Action.ShowCard' && action.title === title);
      expect(wordsOf(opens?.card)).toContain(JSON.stringify(warning).slice(1, 40));
      const inner = actionsOn(opens?.card).find(({ type }) => type === 'Action.Execute');
      expect(inner).toMatchObject({ style: 'destructive' });
    }
    // Nothing outside the second step sends one of these verbs.
    const outside = z.array(element).parse(toAdaptiveCard({ ...view, actions: final }).actions);
    expect(new Set(outside.map(({ type }) => type))).toEqual(new Set(['Action.ShowCard']));
  });

  it('is asked by Slack’s own dialog where no form asks', () => {
    const sharing = one('case.withdraw-basis');
    const slack = allButtons(toBlockKit({ ...view, actions: final }));
    const button = slack.find(({ text }) => text.text === sharing?.title);
    expect(button?.confirm).toMatchObject({ text: { text: sharing?.warning }, style: 'danger' });
    const error = one('case.mark-error');
    if (!error) throw new Error('no verb');
    expect(textOn(formWindow(view, error, null))).toContain(error.warning);
  });

  it('leaves no card with a red button that acts at once', () => {
    expect(allButtons(toBlockKit(view)).filter(({ style }) => style === 'danger')).toEqual([]);
    const outer = toAdaptiveCard(view).actions;
    expect(outer).not.toEqual(expect.arrayContaining([expect.objectContaining({ style: 'destructive' })]));
  });
});
