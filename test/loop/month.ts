import { sql } from 'kysely';
import type { Reply } from '../../src/app/inbound.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { Command } from '../../src/core/command.ts';
import { lesOf } from '../../src/core/organisation.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import { AREAS } from '../../src/core/vocabulary.ts';
import { calendar, type Fate, type LoopWorld, openLoopWorld } from './loop-world.ts';
import { type Note, noteDone, openNote } from './month-book.ts';
import { createDice, cvrNumbers, HOUSE, membersOf, ORGANISATIONS, PLACES, STAFF } from './month-people.ts';

/**
 * A month in 19 offices and their Erhvervshus, over the real use cases, worker and store. People act at whole quarters of
 * an hour, in office hours; between quarters the worker delivers what is ready, as fast as the channels take it. In the
 * middle of it the CRM, Teams and the process are away for a while.
 */

interface Outage {
  readonly from: string;
  readonly to: string;
}
const CRM_AWAY: Outage = { from: '2026-03-10T09:00:00.000Z', to: '2026-03-10T11:00:00.000Z' };
const TEAMS_AWAY: Outage = { from: '2026-03-12T10:00:00.000Z', to: '2026-03-12T10:30:00.000Z' };
const PROCESS_AWAY: Outage = { from: '2026-03-18T08:00:00.000Z', to: '2026-03-18T08:45:00.000Z' };

const FIRST = '2026-03-02T07:00:00.000Z';
const LAST = '2026-03-31T15:00:00.000Z';
/** After Easter: whatever was to happen has happened. */
const END = '2026-04-24T12:00:00.000Z';
const QUARTER = 15 * 60_000;

export interface Month {
  readonly world: LoopWorld;
  readonly book: ReadonlyMap<string, Note>;
  readonly now: string;
  /** Instants at which the worker had done all that was ready. */
  readonly worked: readonly string[];
  /** What arrived: how often each notice about each case came to each conversation. */
  readonly arrived: ReadonlyMap<string, number>;
  /** What nobody can tell whether it arrived. */
  readonly uncertain: number;
  readonly totals: { readonly turns: number; readonly refused: number; readonly repeated: number };
}

interface Plan {
  readonly company: string;
  /** The offer to the first receiver is left lying. */
  readonly ignored: boolean;
  /** Nobody ever answers the company. */
  readonly forgotten: boolean;
  steps: number;
  /** The case as it stood on the last card. */
  seen: Case;
}

const during = ({ from, to }: Outage, at: string) => at >= from && at < to;

export async function simulateMonth(count: number): Promise<Month> {
  const dice = createDice(20_260_302);
  const world = await openLoopWorld({
    start: FIRST,
    people: STAFF,
    bound: ORGANISATIONS,
    settingsOf: () => DEFAULT_SETTINGS,
    forgetful: true,
  });
  for (const { id } of STAFF) await world.do(id, { name: 'help' });
  const companies = cvrNumbers(Math.floor(count * 0.8));
  const book = new Map<string, Note>();
  const plans = new Map<string, Plan>();
  const worked: string[] = [];
  const arrived = new Map<string, number>();
  const totals = { turns: 0, refused: 0, repeated: 0 };
  let uncertain = 0;
  let deliveries = 0;

  /** What people have set out to do, by quarter. */
  const agenda = new Map<string, (() => Promise<void>)[]>();
  const plan = (at: string, what: () => Promise<void>) => {
    const due = agenda.get(at);
    if (due) due.push(what);
    else agenda.set(at, [what]);
  };
  const quarterAfter = (instant: number) => new Date(Math.ceil(instant / QUARTER) * QUARTER).toISOString();
  /** Some hours from now, in office hours: whoever comes too late begins in the morning. */
  const hence = (hours: number): string => {
    const wanted = quarterAfter(Date.parse(world.clock.now()) + Math.max(hours * 3_600_000, QUARTER));
    const open = calendar.nextOfficeHour(wanted);
    return open === wanted ? wanted : quarterAfter(Date.parse(open) + dice.between(0, 4) * 3_600_000);
  };

  /** What the channel does with a message now. */
  const lost: Fate[] = ['lost', 'taken-unsaid'];
  let dying = false;
  world.fate = (to, { answer }, how) => {
    const now = world.clock.now();
    let fate: Fate = 'take';
    if (during(TEAMS_AWAY, now)) {
      // What is under way as the line breaks may have arrived, or not; the rest is told to come back.
      fate = (how === 'post' ? lost.pop() : undefined) ?? 'busy';
    } else if (dying && how === 'post') {
      dying = false;
      fate = 'kills-after';
    }
    const uncertainPost = how === 'post' && fate !== 'take' && fate !== 'busy';
    if (uncertainPost) uncertain++;
    const notice = answer.kind === 'case' || answer.kind === 'case-line' ? answer.notice : undefined;
    if (how === 'post' && fate !== 'busy' && fate !== 'lost' && notice && 'case' in answer) {
      const key = `${answer.case.id} ${notice.code} ${to.id}`;
      arrived.set(key, (arrived.get(key) ?? 0) + 1);
    }
    return fate;
  };

  /** Somebody says something to the bot; what cannot be delivered is delivered when it can, and some of it twice. */
  const say = async (person: string, command: Command): Promise<Reply> => {
    const deliveryId = `delivery ${++deliveries}`;
    totals.turns++;
    const reply = await world.do(person, command, { deliveryId });
    if (dice.chance(0.02)) {
      totals.repeated++;
      await world.do(person, command, { deliveryId });
    }
    return reply;
  };
  const caseIn = ({ answers }: Reply): Extract<Answer, { kind: 'case' }> | undefined => {
    const [shown] = answers;
    return shown?.kind === 'case' ? shown : undefined;
  };

  /** Companies that are served now: a further call of theirs becomes no case of its own. */
  const served = new Map<string, Note[]>();
  const newcomer = (): string => {
    for (;;) {
      const company = dice.pick(companies);
      const over = ({ status }: Note) => ['closed', 'withdrawn', 'entered-in-error'].includes(status);
      if (served.get(company)?.every(over) ?? true) return company;
    }
  };

  const log = async (): Promise<void> => {
    const company = newcomer();
    const place = dice.pick(PLACES);
    const role = dice.chance(0.6) ? 'office' : dice.chance(0.6) ? 'phone' : 'house';
    const { id: by } =
      role === 'phone'
        ? dice.pick(membersOf(HOUSE, 'phone'))
        : dice.pick(membersOf(role === 'house' ? HOUSE : lesOf(place), 'consultant'));
    const crisis = dice.chance(0.02);
    const stage = dice.pick(['pre-starter', 'entrepreneur', 'established', 'established'] as const);
    const input: RawInput = {
      municipality: place,
      stage,
      areas: crisis ? 'crisis' : dice.pick(AREAS),
      crisis: String(crisis),
      companyName: `Firma ${company}`,
      contactPhone: '40411234',
      ...(stage === 'entrepreneur' && { maturity: dice.pick(['early', 'mature']) }),
      ...(dice.chance(0.3) && { segment: dice.pick(['operations', 'growth']) }),
      ...(stage !== 'pre-starter' && dice.chance(0.75) && { cvr: company }),
    };
    const intake = (verb: 'intake.submit' | 'intake.confirm', more: RawInput): Command => ({
      name: 'intake',
      verb,
      draftId: null,
      revision: null,
      input: more,
    });
    await say(by, { name: 'new' });
    await say(by, intake('intake.submit', input));
    const reply = await say(by, intake('intake.confirm', { consent: 'consent' }));
    const shown = caseIn(reply);
    if (!shown) throw new Error(`not logged: ${JSON.stringify(reply.answers).slice(0, 500)}`);
    const { case: kase } = shown;
    const note = openNote(kase, by, world.clock.now());
    book.set(kase.id, note);
    served.set(company, [...(served.get(company) ?? []), note]);
    plans.set(kase.id, {
      company,
      ignored: dice.chance(0.08),
      forgotten: dice.chance(0.02),
      steps: 0,
      seen: kase,
    });
    goOn(kase.id, dice.chance(0.75) ? dice.between(0.25, 6) : dice.between(6, 40));
  };

  const goOn = (id: string, hours: number) => plan(hence(hours), () => look(id));

  /** Whoever must act on a case does something about it, by the card they last saw; where that is old, by the new one. */
  const look = async (id: string): Promise<void> => {
    const note = book.get(id);
    const mine = plans.get(id);
    if (!note || !mine || ++mine.steps > 14) return;
    const next = act(mine.seen, note, mine);
    if (next === null) return;
    const [by, verb, input, after] = next;
    if (verb !== null) {
      const command: Command = { name: 'case-action', verb, caseId: id, revision: null, input };
      const shown = caseIn(await say(by, command));
      // Somebody else, or the clock, came first.
      if (!shown?.notice) {
        totals.refused++;
        const { id: reader } = dice.pick(membersOf(note.owner, 'consultant'));
        const now = shown ?? caseIn(await say(reader, { name: 'case', caseId: id }));
        if (!now) throw new Error(`${reader} cannot see ${id}`);
        mine.seen = now.case;
        return goOn(id, 0);
      }
      mine.seen = shown.case;
      // The enquiry that a follow-up began is another simulation's subject: a person logs one at a time.
      if (input.result === 'new-need') await say(by, { name: 'cancel' });
      noteDone(note, verb, shown.case, world.clock.now());
      if (verb === 'case.close') {
        if (input.selfHelpUsed === 'true') note.selfHelpUsed = true;
        const [at, closer] = [world.clock.now(), shown.case.owner];
        const given = note.referrals.filter(({ by }) => by === closer).map(({ to }) => to);
        // Said again at a later closing, it is the same referral.
        for (const to of (input.referredTo ?? '').split(',').filter((one) => one !== ''))
          if (!given.includes(to)) note.referrals.push({ to, at, by: closer });
        note.cvr = shown.case.values.cvr ?? null;
      }
    }
    goOn(id, after);
  };

  type Next = readonly [by: string, verb: CaseVerb | null, input: RawInput, hours: number];
  const nothing = (hours: number): Next => ['', null, {}, hours];

  const act = (kase: Case, note: Note, mine: Plan): Next | null => {
    const owner = dice.pick(membersOf(kase.owner, 'consultant')).id;
    const offer = kase.handovers.at(-1);
    switch (kase.status) {
      case 'offered': {
        if (!offer) throw new Error('offered to nobody');
        const receiver = dice.pick(membersOf(offer.to, 'consultant')).id;
        if (mine.ignored && kase.handovers.length === 1) return nothing(20);
        if (offer.questions.some(({ answer }) => answer === null))
          return [owner, 'handover.answer', { text: 'Ja' }, dice.between(0.25, 3)];
        const roll = dice.roll();
        if (roll < 0.08)
          return [
            receiver,
            'handover.return',
            { reasonCode: 'no-capacity', reason: 'x' },
            dice.between(0.5, 4),
          ];
        if (roll < 0.14) return [receiver, 'handover.ask', { text: 'Hvornår?' }, dice.between(0.5, 4)];
        if (roll < 0.18) return [receiver, 'handover.advise', { text: 'Prøv dette' }, dice.between(0.5, 4)];
        if (roll < 0.21) {
          const organisation = dice.pick(ORGANISATIONS);
          return [receiver, 'handover.forward', { organisation, reason: 'x' }, dice.between(0.5, 4)];
        }
        return [
          receiver,
          'handover.accept',
          {},
          dice.chance(0.8) ? dice.between(0.25, 6) : dice.between(6, 60),
        ];
      }
      case 'open': {
        if (mine.forgotten) return null;
        if (kase.greyZone && dice.chance(0.5)) {
          const settler = dice.pick(membersOf(kase.owner, 'coordinator')).id;
          return [settler, 'case.settle', { organisation: kase.owner, joint: 'true' }, dice.between(0.25, 3)];
        }
        const roll = dice.roll();
        if (roll < 0.03) return [owner, 'case.withdraw', { reason: 'x' }, 1];
        if (roll < 0.04) return [note.loggedBy, 'case.mark-error', { reason: 'x' }, 1];
        if (roll < 0.1) {
          const organisation = dice.pick(ORGANISATIONS);
          return [owner, 'handover.offer', { organisation }, dice.between(0.25, 6)];
        }
        if (roll < 0.15) return nothing(dice.between(24, 90));
        return [owner, 'case.contacted', {}, dice.between(1, 70)];
      }
      case 'answered': {
        const roll = dice.roll();
        if (roll < 0.1) return [owner, 'case.wait', {}, dice.between(2, 90)];
        if (roll < 0.13) {
          const organisation = dice.pick(ORGANISATIONS);
          return [owner, 'handover.offer', { organisation }, dice.between(0.25, 6)];
        }
        if (roll < 0.16) return [owner, 'case.withdraw', { reason: 'x' }, 1];
        if (roll < 0.2) return null;
        return [owner, 'case.close', outcome(mine), dice.between(24, 200)];
      }
      case 'waiting-company':
        return dice.chance(0.5)
          ? [owner, 'case.continue', {}, dice.between(1, 24)]
          : [owner, 'case.close', outcome(mine), dice.between(24, 200)];
      case 'closed': {
        if (kase.followUp?.state === 'proposed') {
          const office = dice.pick(membersOf(kase.followUp.organisation, 'consultant')).id;
          return dice.chance(0.8)
            ? [office, 'followup.accept', {}, 24]
            : [office, 'followup.decline', { reason: 'x' }, 24];
        }
        if (kase.followUp?.state === 'accepted' && dice.chance(0.5)) {
          const result = dice.pick(['no-need', 'new-need', 'not-reached']);
          return [kase.followUp.person?.person ?? owner, 'followup.done', { result }, dice.between(1, 90)];
        }
        return dice.chance(0.05) ? [owner, 'case.reopen', { reason: 'x' }, dice.between(1, 70)] : null;
      }
      case 'withdrawn':
      case 'entered-in-error':
        return null;
      default: {
        const never: never = kase.status;
        return never;
      }
    }
  };

  const outcome = ({ company }: Plan): RawInput => ({
    services: '1:1 vejledning',
    referredTo: dice.pick(['', 'private-adviser', 'digital', 'cluster,growth-fund']),
    selfHelpUsed: String(dice.chance(0.35)),
    segment: dice.pick(['growth', 'not-assessed']),
    actionPlan: 'Plan',
    cvr: company,
  });

  const nextReady = async (): Promise<string | null> => {
    const { rows } = await sql<{ at: string | null }>`
      select min(ready_at) as at from outbox where parked_at is null`.execute(world.database);
    return rows[0]?.at ?? null;
  };
  const drain = async (): Promise<void> => {
    world.crmAnswers = !during(CRM_AWAY, world.clock.now());
    await world.worker.drain();
    if (!world.dead) worked.push(world.clock.now());
  };

  for (let i = 0; i < count; i++) {
    const span = Date.parse(LAST) - Date.parse(FIRST);
    let at = '';
    do at = quarterAfter(Date.parse(FIRST) + dice.roll() * span);
    while (calendar.nextOfficeHour(at) !== at);
    plan(at, () => log());
  }

  for (let quarter = FIRST; quarter <= END; quarter = quarterAfter(Date.parse(quarter) + 1)) {
    const due = agenda.get(quarter) ?? [];
    const later = quarterAfter(Date.parse(quarter) + 1);
    if (during(PROCESS_AWAY, quarter)) {
      // The last message before the process ends is sent, and nobody remembers.
      if (!world.dead) {
        dying = true;
        for (const what of due.splice(0)) await what();
        world.clock.set(quarter);
        await world.worker.drain();
        // Steps are taken before anything is delivered.
        worked.push(quarter);
        if (!world.dead) world.kill();
      }
      agenda.set(later, [...due, ...(agenda.get(later) ?? [])]);
      continue;
    }
    if (world.dead) world.restart();
    if (during(TEAMS_AWAY, quarter)) agenda.set(later, [...due.splice(0), ...(agenda.get(later) ?? [])]);
    const open = calendar.nextOfficeHour(quarter) === quarter;
    // Nights are long and quiet: the worker is asked every three hours.
    if (!open && due.length === 0 && Date.parse(quarter) % (12 * QUARTER) !== 0) continue;
    world.clock.set(quarter);
    await drain();
    for (const what of due) await what();
    if (due.length > 0) await drain();
    // What the channels could not take at once goes out a little later.
    for (;;) {
      const ready = await nextReady();
      const soon = new Date(Date.parse(world.clock.now()) + 10_000).toISOString();
      const at = ready === null || ready > soon ? ready : soon;
      if (at === null || at >= later) break;
      world.clock.set(at);
      await drain();
    }
    agenda.delete(quarter);
  }
  return { world, book, now: world.clock.now(), worked, arrived, uncertain, totals };
}
