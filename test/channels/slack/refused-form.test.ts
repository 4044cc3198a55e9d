import type { ModalView } from '@slack/types';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPayload } from '../../../cards/actions.ts';
import { toAdaptiveCard } from '../../../cards/adaptive-card.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import type { Inbound, Reply } from '../../../src/app/inbound.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { CaseVerb } from '../../../src/core/case/verbs/index.ts';
import { SAMPLES } from '../../cards/sample-answers.ts';
import { slackModal } from './block-kit-rules.ts';
import {
  allButtons,
  clickOn,
  inMessage,
  stateOf,
  submissionAnswer,
  textOn,
  viewPayload,
} from './slack-hands.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** A form that is refused comes back with everything that was typed in it. */

type CaseAnswer = Extract<Answer, { kind: 'case' }>;

function caseWith(verbs: readonly CaseVerb[], more: Partial<CaseAnswer> = {}): CaseAnswer {
  const sample = SAMPLES['case of the owner'];
  if (sample?.kind !== 'case') throw new Error('no case');
  return { ...sample, viewer: { ...sample.viewer, verbs }, ...more };
}

let world: SlackWorld;
let answers: readonly Answer[];
beforeEach(async () => {
  const receive = async (_: Inbound): Promise<Reply> => ({ answers, language: 'da' });
  world = await openSlackWorld({ receive });
});
afterEach(() => world.close());

/** Opens a verb's form from a card in the office's channel. */
async function open(verb: CaseVerb): Promise<ModalView> {
  answers = [caseWith([verb])];
  const card = JSON.parse((await world.command('sag K3F9-QTX2')).body);
  const button = allButtons(card)[0]?.text.text ?? '';
  await world.interact({
    type: 'block_actions',
    ...inMessage(world.office),
    actions: [clickOn(card, button)],
  });
  return world.window().view;
}
async function submit(typed: Readonly<Record<string, string>>) {
  const { body } = await world.interact({
    type: 'view_submission',
    view: viewPayload(world.window(), typed),
  });
  return submissionAnswer(body);
}

describe('a refused form in Slack', () => {
  it('says at its field that a colleague is unknown, and keeps the window', async () => {
    await open('case.assign');
    answers = [
      caseWith(['case.assign'], {
        problems: [{ field: 'person', refusal: { code: 'unknown-person' }, typed: 'x' }],
        typed: { verb: 'case.assign', input: { person: 'x' } },
      }),
    ];
    const { response_action, errors } = await submit({ person: world.carla });
    expect(world.inbound.at(-1)?.command).toMatchObject({
      input: { person: `slack:${world.team}:${world.carla}` },
    });
    expect(response_action).toBe('errors');
    expect(Object.keys(errors ?? {})).toEqual(['person']);
  });

  it('comes back filled and with the new revision, where the case has changed meanwhile', async () => {
    await open('handover.offer');
    const input = { organisation: 'les-751', reason: 'De kender virksomheden' };
    const stale = caseWith(['handover.offer'], {
      problems: [{ field: '', refusal: { code: 'stale-revision' }, typed: '' }],
      typed: { verb: 'handover.offer', input },
    });
    answers = [{ ...stale, case: { ...stale.case, revision: stale.case.revision + 1 } }];
    const { response_action, view } = await submit(input);
    expect(response_action).toBe('update');
    const again = slackModal.parse(view);
    const values = JSON.stringify(stateOf(again).values);
    expect(values).toContain('De kender virksomheden');
    expect(values).toContain('les-751');
    expect(textOn(again)).toContain('Sagen er ændret');
    expect(JSON.parse(again.private_metadata ?? '')).toMatchObject({
      payload: { verb: 'handover.offer', revision: stale.case.revision + 1 },
    });
  });

  it('shows what was typed, where the case no longer offers the verb', async () => {
    await open('handover.offer');
    answers = [{ kind: 'refused', refusal: { code: 'not-now', params: { status: 'closed' } } }];
    const { view } = await submit({ organisation: 'les-751', reason: 'De kender virksomheden' });
    const shown = slackModal.parse(view);
    expect(textOn(shown)).toContain('De kender virksomheden');
    expect(shown.submit).toBeUndefined();
  });
});

describe('a refused form in Teams', () => {
  it.each(['da', 'en'] as const)('comes back filled, with the problem at its field (%s)', (language) => {
    const view = viewOf(
      caseWith(['handover.offer'], {
        problems: [
          {
            field: 'organisation',
            refusal: { code: 'returns-spent', params: { organisation: 'les-751' } },
            typed: 'les-751',
          },
        ],
        typed: {
          verb: 'handover.offer',
          input: { organisation: 'les-751', reason: 'De kender virksomheden' },
        },
      }),
      language,
    );
    const [form] = toAdaptiveCard(view).actions as unknown as readonly {
      card: { body: readonly object[] };
    }[];
    const words = JSON.stringify(form?.card.body);
    expect(words).toContain('De kender virksomheden');
    expect(words).toMatch(/LES Aarhus/);
  });
});

describe('dates as people type them', () => {
  it.each([
    '1-2-2027',
    '1.2.2027',
    '1/2 2027',
    '1. februar 2027',
    'February 1, 2027',
    '2027-02-01',
    '1-2-27',
  ])('is a date: %s', (typed) => {
    const input = { input: { followUpOn: '2027-02-01' } };
    expect(readPayload({ verb: 'case.close', caseId: 'K3F9-QTX2', followUpOn: typed })).toMatchObject(input);
    expect(readCommand(`luk K3F9-QTX2 segment: vækst; opfølgning: ${typed}`)).toMatchObject(input);
  });
  it.each([
    ['maj 2024', '2024-05'],
    ['May 2024', '2024-05'],
    ['1-5-2024', '2024-05-01'],
    ['2024', '2024'],
  ])('says when a company was founded: %s', (typed, founded) => {
    expect(readPayload({ verb: 'intake.submit', draftId: 'd', founded: typed })).toMatchObject({
      input: { founded },
    });
  });
});

describe('the organisations that a case can be sent to', () => {
  it('leave out whoever returned it as often as allowed', () => {
    const answer = caseWith(['handover.offer']);
    const spent = { ...answer, viewer: { ...answer.viewer, spent: ['les-751' as const] } };
    const offered = (one: CaseAnswer) => JSON.stringify(viewOf(one, 'da').actions[0]?.form);
    expect(offered(answer)).toContain('les-751');
    expect(offered(spent)).not.toContain('les-751');
  });
});
