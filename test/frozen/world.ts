import { stringify } from 'yaml';
import { createLeave } from '../../src/app/leave-conversations.ts';
import type { Channel } from '../../src/app/ports/channel.ts';
import type { CrmRecord } from '../../src/app/ports/crm.ts';
import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import { type Composed, compose } from '../../src/compose.ts';
import { readConfig } from '../../src/config.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import type { Client, Hands } from './hands.ts';
import { openInSlack } from './in-slack.ts';
import { openInTeams } from './in-teams.ts';
import { asSeen } from './messages.ts';
import { recordSteps, type Step, type Steps } from './steps.ts';

/** What a script works with: people, the worker and the clock. Each call is one step. */
export interface Stage extends Hands {
  /** The worker delivers everything that is ready. */
  deliver(): Promise<void>;
  /** The clock moves to an instant (ISO), and the worker does what has fallen due. */
  wait(instant: string): Promise<void>;
  /** Runs `work` as one step and records nothing in it: another frozen case shows it. */
  quietly(does: string, work: () => Promise<void>): Promise<void>;
  /** Something is done outside the channels, such as an operator's command. */
  operator(does: string, work: (service: Composed) => Promise<void>): Promise<void>;
}

export type Script = (stage: Stage) => Promise<void>;

/** What a script left behind. */
export interface Played {
  readonly steps: readonly Step[];
  readonly cases: readonly Case[];
  readonly history: readonly HistoryEntry[];
  readonly crm: readonly CrmRecord[];
}

const CASE_IDS = ['K3F9-QTX2', 'M7RD-W4HC', 'P2VB-N8KJ'];
/** Inputs whose text is a fact about a person or company, and values that are. */
const FACTS = ['reason', 'text', 'note', 'services', 'actionPlan'];
const VALUES = ['cvr', 'companyName', 'contactName', 'contactPhone', 'contactEmail', 'description'] as const;

/**
 * Plays a script in one channel, on a service of its own with its store in memory. The clock moves a minute between steps and
 * stands still in them. An error names the last steps.
 */
export async function play(script: Script, channel: Channel, language: LanguageModel): Promise<Played> {
  const steps = recordSteps();
  const late: { service?: Composed } = {};
  const service = () => {
    if (!late.service) throw new Error('not composed yet');
    return late.service;
  };
  const open = channel === 'teams' ? openInTeams : openInSlack;
  const client = await open({
    steps,
    async receive(inbound) {
      const reply = await service().receive(inbound);
      steps.answers(reply);
      return reply;
    },
    leave: (isGone) => createLeave(service().deps)(isGone),
  });
  let [ids, cases] = [0, 0];
  late.service = await compose(readConfig({ INDGANG_DATA: ':memory:' }), {
    clock: client.clock,
    ids: { id: () => `id-${++ids}`, caseId: () => CASE_IDS[cases++] ?? 'no more case ids' },
    chance: () => 0,
    language,
    people: DEMO_PEOPLE.map((person) => ({ ...person, identities: [client.identityOf(person.id)] })),
    messengers: [steps.delivering(client.messenger, client.nameOf)],
    rosters: [client.roster],
    watch: steps.writing,
    log: () => undefined,
  });
  try {
    await late.service.bind(client.bindings);
    await script(stageOf(late.service, client, steps));
    return await playedIn(late.service, steps.all());
  } catch (error) {
    throw new Error(`${String(error)}\nin ${channel}, after\n${stringify(steps.all().slice(-5))}`, {
      cause: error,
    });
  } finally {
    await late.service.close();
    await client.close();
  }
}

function stageOf(service: Composed, client: Client, steps: Steps): Stage {
  const { hands, clock } = client;
  let minute = Date.parse(clock.now());

  async function step(does: string, work: () => Promise<void>): Promise<void> {
    // Steps begin at the same times in every channel, although Slack's pace makes the clock move in them.
    minute = Math.max(minute + 60_000, Date.parse(clock.now()));
    clock.set(new Date(minute).toISOString());
    steps.begin(does);
    await work();
    client.look();
    await service.unitOfWork.read(async ({ cases, drafts }) => {
      for (const { values } of [...(await cases.page('', 9)), ...(await drafts.page('', 9))])
        for (const name of VALUES) steps.fact(name, values[name] ?? '');
    });
  }
  async function drain(): Promise<void> {
    // Slack takes one message a second per conversation: what is held back for that goes out in a later round.
    for (const seconds of [0, 10, 20]) {
      const at = minute + seconds * 1_000;
      if (Date.parse(clock.now()) < at) clock.set(new Date(at).toISOString());
      await service.worker.drain();
    }
  }

  return {
    type: (who, text, where) => step(`${who} types "${text}"`, () => hands.type(who, text, where)),
    write: (who, pieces, where) =>
      step(`${who} writes "${asSeen(pieces)}"`, () => hands.write(who, pieces, where)),
    take: (who, pieces) =>
      step(`${who} takes the message "${asSeen(pieces)}" along`, () => hands.take(who, pieces)),
    begin: (who, verb) => step(`${who} opens the form of ${verb}`, () => hands.begin(who, verb)),
    edit: (who, text) => step(`${who} changes it to "${text}"`, () => hands.edit(who, text)),
    open: (who) => step(`${who} opens the form`, () => hands.open(who)),
    press(who, verb, typed = {}, on) {
      for (const name of [...FACTS, ...VALUES]) steps.fact(name, typed[name] ?? '');
      return step(`${who} presses ${verb}${on ? ' on what stood there before' : ''}`, () =>
        hands.press(who, verb, typed, on),
      );
    },
    find: hands.find,
    redeliver: () => step('the platform delivers that again', () => hands.redeliver()),
    loseAnswer: hands.loseAnswer,
    deliver: () => step('the worker delivers', drain),
    wait: (instant) =>
      step(`it is ${instant}`, async () => {
        clock.set(instant);
        minute = Date.parse(instant);
        await drain();
      }),
    async quietly(does, work) {
      steps.quiet(does);
      await work();
      steps.loud();
    },
    operator: (does, work) => step(does, () => work(service)),
  };
}

async function playedIn(service: Composed, steps: readonly Step[]): Promise<Played> {
  const { cases, history } = await service.unitOfWork.read(async (stores) => {
    const all = await stores.cases.page('', 9);
    const lines = await Promise.all(all.map(({ id }) => stores.history.of(id)));
    return { cases: all, history: lines.flat() };
  });
  const crm = await Promise.all(cases.map(({ id }) => service.deps.crm.findByCase(id)));
  return { steps, cases, history, crm: crm.flatMap((record) => record ?? []) };
}
