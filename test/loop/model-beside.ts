import fc from 'fast-check';
import { expect } from 'vitest';
import type { CompanyRegister } from '../../src/app/ports/company-register.ts';
import type { Command } from '../../src/core/command.ts';
import type { OutreachContact, OutreachVerb } from '../../src/core/outreach/outreach.ts';
import type { Person } from '../../src/core/person.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import { slowAddHours } from '../calendar/slow-clock.ts';
import { chatOf, type LoopWorld } from './loop-world.ts';
import { crashIn, MEMBERS } from './model-moves.ts';

/**
 * What happens beside the case of the model (`model.test.ts`): colleagues who say that they or others are away, and outreach to
 * another company. Who may do what, and what stands afterwards, is kept here a second time.
 */

/** Gives a command until it is answered. */
export type Give = (person: string, command: Command) => Promise<unknown>;

const absence = fc.record({
  kind: fc.constant('absence' as const),
  by: fc.nat(MEMBERS.length - 1),
  /** Whose it is, where it is not one's own; `holder`: whoever has the case. */
  whose: fc.oneof(
    { weight: 2, arbitrary: fc.constant('holder' as const) },
    { weight: 2, arbitrary: fc.constant('own' as const) },
    { weight: 1, arbitrary: fc.nat(MEMBERS.length - 1) },
  ),
  ends: fc.integer({ min: 0, max: 4 }).map((one) => one === 0),
  /** Days from today; the day before it has passed. */
  days: fc.integer({ min: -1, max: 9 }),
  deputy: fc.option(fc.nat(MEMBERS.length - 1), { freq: 2 }),
  crash: crashIn(0),
  twice: fc.boolean(),
});

const outreach = fc.record({
  kind: fc.constant('outreach' as const),
  verb: fc.constantFrom<OutreachVerb>(
    'outreach.plan',
    'outreach.plan',
    'outreach.made',
    'outreach.clear',
    'outreach.object',
    'outreach.cancel',
  ),
  by: fc.nat(MEMBERS.length - 1),
  outcome: fc.constantFrom('no-need', 'declined', 'not-reached', ''),
  crash: crashIn(0),
  twice: fc.boolean(),
});

export const beside = fc.oneof({ weight: 2, arbitrary: absence }, { weight: 1, arbitrary: outreach });
export type Beside = typeof beside extends fc.Arbitrary<infer One> ? One : never;
type AbsenceMove = Extract<Beside, { kind: 'absence' }>;
type OutreachMove = Extract<Beside, { kind: 'outreach' }>;

const danish = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen' });
const dayOf = (instant: string, days = 0) => danish.format(Date.parse(instant) + days * 86_400_000);

const officeOf = ({ memberships }: Person) => memberships[0]?.organisation ?? '';
const has = ({ memberships }: Person, ...roles: readonly string[]) =>
  memberships.some((one) => one.roles.some((role) => roles.includes(role)));
const member = (place: number): Person => {
  const found = MEMBERS[place];
  if (!found) throw new Error(`nobody is number ${place}`);
  return found;
};

interface Announced {
  readonly person: string;
  readonly until: string;
  readonly deputy: string | null;
  /** The messages that stood when it began, and when another took its place or it was ended. */
  readonly from: number;
  to: number;
}

/** Told to whoever has the case or asked to be called, and so to their deputy or office while they are away. */
const TO_ONE_PERSON = ['owner-reminder', 'call-back'];

/** The absences that were announced, kept a second time. */
export class Absences {
  #all: Announced[] = [];
  /** How often deputies and coordinators may have been told. */
  told: Record<'stands-in' | 'colleague-away', number> = { 'stands-in': 0, 'colleague-away': 0 };

  clear(): void {
    this.#all = [];
    this.told = { 'stands-in': 0, 'colleague-away': 0 };
  }

  /** Everybody whose absence is still kept. */
  get people(): readonly string[] {
    return [...new Set(this.#all.map(({ person }) => person))];
  }

  #now(person: string, today: string): Announced | undefined {
    return this.#all.find((one) => one.person === person && one.to === Infinity && today <= one.until);
  }

  isAway(person: string, now: string): boolean {
    return this.#now(person, dayOf(now)) !== undefined;
  }

  /** Where what is meant for somebody may have gone: their deputies' chats, and those of their office. */
  standsInFor = (person: string): readonly string[] => {
    const announced = this.#all.filter((one) => one.person === person);
    const whose = MEMBERS.find(({ id }) => id === person);
    if (announced.length === 0 || !whose) return [];
    const office = officeOf(whose);
    const coordinators = MEMBERS.filter((one) => has(one, 'coordinator') && officeOf(one) === office);
    const deputies = announced.flatMap(({ deputy }) => deputy ?? []);
    const chats = [...coordinators.map(({ id }) => id), ...deputies].map((id) => chatOf(id).id);
    return [`channel ${office}`, ...chats];
  };

  /** Takes a move, and holds the store to what it must come to. Whether it was accepted. */
  async take(move: AbsenceMove, holder: string | undefined, world: LoopWorld, give: Give): Promise<boolean> {
    const by = member(move.by);
    const known = MEMBERS.find(({ id }) => id === holder);
    const whose = move.whose === 'own' ? by : move.whose === 'holder' ? (known ?? by) : member(move.whose);
    const now = world.clock.now();
    const today = dayOf(now);
    const until = dayOf(now, move.days);
    const deputy = move.deputy === null ? null : member(move.deputy);
    const before = this.#now(whose.id, today);
    const mayOf = whose === by || (has(by, 'coordinator') && officeOf(whose) === officeOf(by));
    const mayDeputy =
      deputy === null ||
      (deputy !== whose &&
        officeOf(deputy) === officeOf(by) &&
        has(deputy, 'consultant', 'coordinator') &&
        !this.isAway(deputy.id, now));
    const isTaken = mayOf && (move.ends ? before !== undefined : until >= today && mayDeputy);
    const input: RawInput = {
      ...(whose !== by && { person: whose.name }),
      ...(!move.ends && { until, ...(deputy && { deputy: deputy.name }) }),
    };
    const verb = move.ends ? 'absence.end' : whose === by ? 'absence.set' : 'absence.set-for';
    await give(by.id, { name: 'absence', verb, input });
    if (isTaken) {
      for (const one of this.#all)
        if (one.person === whose.id && one.to === Infinity) one.to = world.standing.length;
      if (!move.ends) {
        const from = world.standing.length;
        this.#all.push({ person: whose.id, until, deputy: deputy?.id ?? null, from, to: Infinity });
        this.told[deputy ? 'stands-in' : 'colleague-away']++;
      }
    }
    const stored = await world.unitOfWork.read(({ people }) => people.absenceOf(whose.id));
    const kept = this.#now(whose.id, today);
    const seen = stored && stored.until >= today ? stored : undefined;
    const wanted = kept && { until: kept.until, deputy: kept.deputy };
    expect([by.id, verb, input, seen]).toEqual([by.id, verb, input, wanted]);
    return isTaken;
  }

  /** Nobody was reminded or told to call while they were away: their deputy was, or the office. */
  check(world: LoopWorld): void {
    for (const [place, { conversation, posted, postedAt }] of world.standing.entries()) {
      const { answer } = posted;
      const code = answer.kind === 'case' || answer.kind === 'case-line' ? answer.notice?.code : undefined;
      if (code === undefined || !TO_ONE_PERSON.includes(code)) continue;
      const away = this.#all.find(
        ({ person, from, to, until }) =>
          chatOf(person).id === conversation && from <= place && place < to && dayOf(postedAt) <= until,
      );
      expect([code, conversation, away]).toEqual([code, conversation, undefined]);
    }
  }
}

/** A company that may be contacted, and that is in no case of the model. */
const COMPANY = '99100036';
/** The register answers about that company alone, so that intakes go on without it. */
export const outreachRegister: CompanyRegister = {
  findByCvr: async (cvr) =>
    cvr === COMPANY
      ? {
          state: 'found',
          value: {
            cvr,
            name: 'Nordlys Keramik ApS',
            municipality: '791',
            founded: '2015-04-01',
            form: 'Anpartsselskab',
            employees: 4,
            advertisingProtected: false,
            standing: 'active',
            pNumbers: [],
          },
        }
      : { state: 'unavailable', code: 'down' },
  searchByName: async () => ({ state: 'unavailable', code: 'down' }),
};

interface Contact {
  readonly by: string;
  readonly told: string;
  readonly until: string;
  readonly state: 'planned' | 'made' | 'cancelled';
  /** What the other side said, in order. */
  readonly replies: readonly ('clear' | 'object')[];
}

/** The outreach contacts, kept a second time from what was said. */
export class Outreach {
  #all: Contact[] = [];
  /** How often each notice may have been given. */
  told: Record<string, number> = {};

  clear(): void {
    this.#all = [];
    this.told = {};
  }

  #tell(code: string): void {
    this.told[code] = (this.told[code] ?? 0) + 1;
  }

  /** Takes a move about the contact that its organisation planned or was told of. Whether it was accepted. */
  async take(move: OutreachMove, world: LoopWorld, give: Give): Promise<boolean> {
    const by = member(move.by);
    const office = officeOf(by);
    const serves = has(by, 'consultant', 'coordinator');
    const isReply = move.verb === 'outreach.clear' || move.verb === 'outreach.object';
    const concerns = (one: Contact) => one.state === 'planned' && (isReply ? one.told : one.by) === office;
    const place = this.#all.findIndex(concerns);
    const planned = this.#all[place];
    const stored = await this.#stored(world);
    const about = planned && stored[place];
    const now = world.clock.now();
    const isPlan = move.verb === 'outreach.plan';
    const input: RawInput = {
      ...((isPlan || !about) && { company: COMPANY }),
      ...(isPlan && { need: 'eksport' }),
      ...(move.verb === 'outreach.made' && { outcome: move.outcome }),
      ...(move.verb === 'outreach.object' && { reason: 'Vi er der i forvejen' }),
    };
    await give(by.id, { name: 'outreach', verb: move.verb, id: isPlan ? null : (about?.id ?? null), input });
    const isTaken = serves && this.#follow(move, office, place, now);
    expect((await this.#stored(world)).map(asContact)).toEqual(this.#all);
    return isTaken;
  }

  #follow({ verb, outcome }: OutreachMove, office: string, place: number, now: string): boolean {
    const planned = this.#all[place];
    const told = office.startsWith('les-') ? 'ehm-midtjylland' : 'les-791';
    const fresh = { by: office, told, until: slowAddHours(now, 48), replies: [] };
    const set = (change: Partial<Contact>) => {
      if (planned) this.#all[place] = { ...planned, ...change };
    };
    switch (verb) {
      case 'outreach.plan':
        if (planned) return false;
        if (this.#all.some((one) => one.state === 'planned' && one.by === told))
          this.#tell('outreach-collision');
        this.#tell('outreach-planned');
        this.#all.push({ ...fresh, state: 'planned' });
        return true;
      case 'outreach.made':
        if (outcome === '') return false;
        if (planned) {
          this.#tell('outreach-made');
          set({ state: 'made' });
        } else this.#all.push({ ...fresh, state: 'made' });
        return true;
      case 'outreach.cancel':
        if (planned) this.#tell('outreach-cancelled');
        set({ state: 'cancelled' });
        return planned !== undefined;
      case 'outreach.clear':
      case 'outreach.object': {
        const reply = verb === 'outreach.clear' ? 'clear' : 'object';
        // Said again, it is the reply that stands.
        if (!planned || planned.replies.at(-1) === reply) return false;
        this.#tell(reply === 'clear' ? 'outreach-cleared' : 'outreach-objected');
        set({ replies: [...planned.replies, reply] });
        return true;
      }
      default:
        throw new Error(`the model gives no ${verb}`);
    }
  }

  async #stored(world: LoopWorld): Promise<readonly OutreachContact[]> {
    const all = await world.unitOfWork.read(({ outreach }) => outreach.page('', 100));
    // In the order in which they were first said: ids are numbered.
    return all.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** Each side was told as often as something happened, and the clock saw every window that has passed. */
  async check(world: LoopWorld, now: string): Promise<void> {
    const stored = await this.#stored(world);
    expect(stored.map(asContact)).toEqual(this.#all);
    for (const { told, replies, windowPassedAt, made, cancelledAt } of stored) {
      const isOpen = made === null && cancelledAt === null && replies.length === 0;
      if (isOpen) expect(windowPassedAt !== null).toBe(told.until <= now);
    }
    const windows = stored.filter(({ windowPassedAt }) => windowPassedAt !== null).length;
    const most: Record<string, number> = {
      ...this.told,
      'outreach-free': windows,
      'outreach-not-told': windows,
    };
    const arrived = Map.groupBy(world.standing, ({ posted: { answer } }) =>
      answer.kind === 'outreach' ? (answer.notice?.code ?? 'card') : '',
    );
    for (const [code, messages] of arrived)
      if (code !== '')
        expect([code, messages.length <= (most[code] ?? 0)], String(messages.length)).toEqual([code, true]);
  }
}

/** A contact of the store, as far as the model knows it. */
function asContact({ by, told, made, cancelledAt, replies }: OutreachContact): Contact {
  const state = made ? 'made' : cancelledAt === null ? 'planned' : 'cancelled';
  const said = replies.map(({ clear }) => (clear ? 'clear' : 'object'));
  return { by, told: told.organisation, until: told.until, state, replies: said };
}
