import { expect } from 'vitest';
import type { Case } from '../../src/core/case/case.ts';
import { isActive, openHandover } from '../../src/core/case/derived.ts';
import type { Effect } from '../../src/core/case/effects.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { attribute } from '../../src/core/promise/attribution.ts';
import { figuresAt } from '../../src/core/promise/clock.ts';
import { DEMO_PEOPLE } from '../../src/demo/demo-directory.ts';
import { AGAIN, calendar, channelOf, chatOf, type LoopWorld } from './loop-world.ts';
import { hoursUsed, type Moment, momentOf, type Rules, timeOf } from './replay.ts';

/** What must hold of a case after whatever has happened to it, and once everything is well again. */

export interface Seen {
  readonly world: LoopWorld;
  readonly kase: Case;
  readonly history: readonly HistoryEntry[];
  /** What history alone says the case has been. */
  readonly moments: readonly Moment[];
  readonly rules: Rules;
  /** Everything that was put into the outbox. */
  readonly put: readonly Effect[];
  /** How often somebody was said to be away, by the notice that tells of it. */
  readonly away: {
    readonly told: Readonly<Record<'stands-in' | 'colleague-away', number>>;
    /** Where what is meant for somebody may have gone while they were away. */
    readonly standsInFor: (person: string) => readonly string[];
  };
}

/** Complete, without a gap, and telling how the case came to be what it is. */
export function checkHistory({ kase, history, moments }: Seen): void {
  expect(history.map(({ sequence }) => sequence)).toEqual(
    Array.from({ length: kase.revision }, (_, i) => i + 1),
  );
  for (const [i, entry] of history.entries()) {
    const told = [entry.fromStatus, entry.toStatus, entry.owner];
    expect(told).toEqual([moments[i - 1]?.status ?? null, moments[i]?.status, moments[i]?.owner]);
  }
  const last = moments.at(-1);
  expect(momentOf(kase, last?.at ?? '')).toEqual(last);
}

/** Every figure of the clock at a moment, reckoned a second time from history, calendar and that moment. */
export function checkClock({ kase, history, moments, rules }: Seen, now: string): void {
  const { promise } = kase;
  const past = moments.filter(({ at }) => at <= now);
  const clock = past.at(-1)?.clocks.at(-1);
  // Before it was opened again, the case had another clock.
  if (!clock || clock.contactedAt !== promise.contactedAt) return;
  const end = clock.answeredAt ?? now;
  const used = (from: string, to: string) => hoursUsed(from, to, rules.reading);
  const figures = figuresAt(promise, calendar, now);
  const own = {
    workingHours: used(clock.contactedAt, end),
    elapsedHours: (Date.parse(end) - Date.parse(clock.contactedAt)) / 3_600_000,
    share: used(clock.contactedAt, end) / rules.hours,
    late: end > clock.dueAt,
    reportedLate: Date.parse(end) - Date.parse(clock.contactedAt) > rules.hours * 3_600_000,
    lateByHours: used(clock.dueAt, end),
  };
  expect(rounded(figures)).toEqual(rounded(own));
  const times: Record<string, number> = {};
  for (const { organisation, held, unanswered } of attribute(kase, history, calendar, now)) {
    for (const [part, hours] of Object.entries({ held, unanswered })) {
      for (const [reading, sum] of Object.entries(hours))
        if (sum > 0) times[`${organisation} ${part} ${reading}`] = sum;
    }
  }
  expect(rounded(times)).toEqual(rounded(timeOf(past, now)));
}

function rounded<Figures extends object>(figures: Figures): object {
  return Object.fromEntries(
    Object.entries(figures).map(([key, one]) => [
      key,
      typeof one === 'number' ? Math.round(one * 1e6) / 1e6 : one,
    ]),
  );
}

/** Broken where it was not answered in time, and no step of the promise is ever taken twice. */
export function checkSteps({ kase, history }: Seen, now: string): void {
  const since = history.slice(
    history.findLastIndex(({ event }) => event === 'reopened' || event === 'enquiry-added') + 1,
  );
  const steps = since.flatMap(({ details }) => ('step' in details ? [details.step] : []));
  expect(new Set(steps).size).toBe(steps.length);
  const { answeredAt, dueAt, broken } = kase.promise;
  if (isActive(kase) || answeredAt !== null) expect(broken).toBe((answeredAt ?? now) > dueAt);
  if (isActive(kase) && answeredAt === null) expect(steps.includes('broken-100')).toBe(broken);
}

/** What history justifies: how often each notice may have reached one place. */
const BECAUSE: Readonly<Record<string, readonly string[]>> = {
  'offer-reminder': ['reminded'],
  'owner-reminder': ['reminded'],
  'call-back': ['reminded'],
  'offer-expired': ['expired'],
  'offer-expired-late': ['expired'],
  'promise-broken': ['promise-broken'],
  'handover-accepted': ['accepted'],
  'yours-now': ['accepted', 'assigned'],
  'task-started': ['task-started'],
  'task-dismissed': ['task-dismissed'],
  'crisis-elsewhere': ['crisis-elsewhere'],
  crisis: ['opened', 'opened-and-offered', 'offered', 'forwarded'],
  'no-channel': ['opened-and-offered', 'offered', 'forwarded'],
  'sent-without-channel': ['opened-and-offered', 'offered', 'forwarded'],
  'handover-returned': ['returned'],
  'case-answered': ['contacted'],
  'case-closed': ['closed'],
  'case-withdrawn': ['withdrawn'],
  'answer-undone': ['undone'],
  'closing-undone': ['undone'],
  'withdrawal-undone': ['undone'],
  'follow-up-undone': ['undone'],
  'handover-advised': ['advised'],
  'handover-forwarded': ['forwarded'],
  'question-asked': ['asked'],
  'question-answered': ['question-answered'],
  assigned: ['assigned'],
  'contact-added': ['contact-added'],
  'enquiry-added': ['enquiry-added'],
  'cases-merged': ['merged'],
  'left-joint': ['left'],
  'basis-withdrawn': ['basis-withdrawn'],
  'grey-zone-settled': ['grey-zone-settled'],
  'follow-up-accepted': ['follow-up-accepted'],
  'follow-up-declined': ['follow-up-declined'],
  'followed-up': ['followed-up'],
  'follow-up-due': ['reminded'],
  'follow-up-late': ['reminded'],
};

const coordinatorsOf = (organisation: string) =>
  DEMO_PEOPLE.filter(({ memberships }) =>
    memberships.some((one) => one.organisation === organisation && one.roles.includes('coordinator')),
  ).map(({ id }) => chatOf(id).id);

function placesOf(effect: Effect, standsInFor: Seen['away']['standsInFor']): readonly string[] {
  switch (effect.kind) {
    case 'tell.person':
    case 'notice.person':
      return [chatOf(effect.person).id, ...standsInFor(effect.person)];
    case 'notice.coordinators':
      return coordinatorsOf(effect.organisation);
    case 'card.post': {
      return effect.card === 'grey-zone'
        ? coordinatorsOf(effect.organisation)
        : [channelOf(effect.organisation).id];
    }
    case 'tell.organisation':
      return effect.to === 'channel' || effect.to === 'thread'
        ? [channelOf(effect.organisation).id]
        : DEMO_PEOPLE.filter(({ memberships }) =>
            memberships.some(
              (one) =>
                one.organisation === effect.organisation &&
                (effect.to === 'everybody' || one.roles.includes('coordinator')),
            ),
          ).map((one) => chatOf(one.id).id);
    default:
      return [];
  }
}

/** Told to whoever has the case when it is sent, which may be another than when it was queued. */
const FOLLOWS_THE_CASE = ['owner-reminder', 'promise-broken', 'call-back'];

/** Whether an effect may arrive as a notice: by the time it is sent, it may be too late for the promise. */
function meansTo(effect: Effect, code: string): boolean {
  if (effect.kind === 'card.post') return code === 'card';
  if (!('notice' in effect)) return false;
  return effect.notice === code || (effect.notice === 'offer-expired' && code === 'offer-expired-late');
}

/** Nobody was told twice: as often as was meant for them at most, and as often as it happened. */
export function checkNotices({
  world,
  history,
  put,
  away,
}: Pick<Seen, 'world' | 'history' | 'put' | 'away'>): void {
  // The day's overview and the month's digest are about no case; outreach is held to what was said of it (`model-beside.ts`).
  const about = world.standing.filter(
    ({ posted: { answer } }) => !['overview', 'digest', 'outreach'].includes(answer.kind),
  );
  const arrived = Map.groupBy(about, ({ conversation, posted: { answer } }) => {
    const told =
      answer.kind === 'case' || answer.kind === 'case-line' || answer.kind === 'notice'
        ? (answer.notice?.code ?? 'card')
        : 'other';
    const code = AGAIN.includes(told) ? 'card' : told;
    return `${conversation}\n${code}`;
  });
  for (const [key, messages] of arrived) {
    const [conversation = '', code = ''] = key.split('\n');
    const meant = put.filter(
      (effect) =>
        meansTo(effect, code) &&
        (FOLLOWS_THE_CASE.includes(code) || placesOf(effect, away.standsInFor).includes(conversation)),
    ).length;
    expect([key, messages.length <= meant]).toEqual([key, true]);
    if (code === 'card') continue;
    const happened =
      code === 'stands-in' || code === 'colleague-away'
        ? away.told[code]
        : history.filter(({ event }) => BECAUSE[code]?.includes(event)).length;
    expect([key, messages.length <= happened]).toEqual([key, true]);
  }
}

/** Nothing waits that could go, and whoever must act on the case has its card, as it now is. */
export async function checkSeen({
  world,
  kase,
  history,
}: Pick<Seen, 'world' | 'kase' | 'history'>): Promise<void> {
  const now = world.clock.now();
  const waiting = await world.waiting();
  // What still waits, waits for an office to open.
  expect(waiting.filter((readyAt) => readyAt <= now)).toEqual([]);
  const parked = await world.queue.parked(100);
  expect(new Set(parked.map(({ code }) => code)).size).toBeLessThanOrEqual(1);
  for (const { code } of parked) expect(code).toBe('uncertain');

  // What no record shows is brought over by the hourly job.
  const shown = history.findLast(
    ({ event }) =>
      ![
        'reminded',
        'crisis-elsewhere',
        'asked',
        'question-answered',
        'call-planned',
        'feedback-asked',
      ].includes(event),
  );
  const inCrm = (await world.crm.findByCase(kase.id))?.revision ?? 0;
  expect(inCrm).toBeGreaterThanOrEqual(shown?.sequence ?? 1);
  const posts = await world.unitOfWork.run((stores) => stores.posts.of(kase.id));
  if (isActive(kase)) {
    const who = openHandover(kase)?.to ?? kase.owner;
    const there = posts.some(({ organisation }) => organisation === who);
    // A card stands there, or its notice waits for the office to open.
    expect(there || waiting.length > 0).toBe(true);
  }
  for (const { messageId } of posts) {
    if (messageId === null) continue;
    const card = world.standing.find(({ id }) => id === messageId)?.message.answer;
    // Reminders change nothing that a card shows.
    if (card?.kind === 'case') expect([card.case.status, card.case.owner]).toEqual([kase.status, kase.owner]);
  }
}
