import type { CompanyRegister, RegisterAnswer } from '../../src/app/ports/company-register.ts';
import type { Crm, CrmRecord } from '../../src/app/ports/crm.ts';
import type { UnitOfWork } from '../../src/app/ports/unit-of-work.ts';
import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import type { RawInput } from '../../src/core/raw-input.ts';
import type { Connected } from '../crm/dataverse/connected.ts';
import { wordsOn } from './card-hands.ts';
import {
  COMPANIES,
  intakeOf,
  isOffered,
  type Level,
  MARKED,
  type Marked,
  marksIn,
  type Reader,
  whoOf,
} from './marked-cases.ts';
import { activityOf, channelOf, chatOf, type TeamsWorld } from './teams-world.ts';

/** The office and the house through which the marked cases go, and everybody who reads something of them. */

export const ANNA = 'anna-holm';
export const CARLA = 'carla-winther';
export const BO = 'bo-krogh';
const OFFICES: Readonly<Record<string, OrganisationId>> = {
  [ANNA]: 'les-791',
  [CARLA]: 'ehm-midtjylland',
  [BO]: 'les-751',
};
const officeOf = (person: string): OrganisationId => OFFICES[person] ?? 'les-791';

/** Where people write and read: a chat platform in front of the whole product. */
export interface Desk {
  readonly unitOfWork: UnitOfWork;
  readonly crm: Crm;
  pass(ms: number): void;
  deliver(): Promise<unknown>;
  /** Opens an intake with the form, and confirms it. What was answered. */
  open(person: string, input: RawInput, basis: string | undefined): Promise<string>;
  /** What was answered to a verb. */
  act(person: string, id: string, revision: number, verb: CaseVerb, input: RawInput): Promise<string>;
  /** What was answered in the person's chat, or in the channel of an office. */
  say(person: string, line: string, channel?: OrganisationId): Promise<string>;
  /** Everything that was sent so far, by the place to which it went. */
  sent(): readonly { readonly place: string; readonly text: string }[];
  /** The chat of a person and the channel of their office. */
  places(person: string, office: OrganisationId): readonly string[];
}

export function teamsDesk(world: TeamsWorld): Desk {
  const { unitOfWork, deps } = world.service;
  return {
    unitOfWork,
    crm: deps.crm,
    pass: (ms) => world.clock.pass(ms),
    deliver: () => world.deliver(),
    async open(person, input, basis) {
      const chat = chatOf(person);
      const [form] = await world.say(person, chat, 'ny');
      const decision = await world.click(person, chat, form?.card, 'intake.submit', input);
      const given = basis === undefined ? {} : { consent: basis };
      return wordsOn(await world.click(person, chat, decision, 'intake.confirm', given));
    },
    async act(person, id, revision, verb, input) {
      const data = { verb, caseId: id, revision, ...input };
      const value = { action: { type: 'Action.Execute', verb, data }, trigger: 'manual' };
      const activity = { type: 'invoke', name: 'adaptiveCard/action', value };
      const { body } = await world.post(
        activityOf(world.recorder.serviceUrl, person, chatOf(person), activity),
      );
      return wordsOn(body);
    },
    async say(person, line, channel) {
      const answers = await world.say(person, channel ? channelOf(channel) : chatOf(person), line);
      return answers.map(({ text, card }) => `${text}\n${JSON.stringify(card ?? {})}`).join('\n');
    },
    sent: () =>
      world.recorder
        .requests()
        .map(({ conversation, body }) => ({ place: conversation, text: JSON.stringify(body) })),
    places: (person, office) => [chatOf(person).id, channelOf(office).id],
  };
}

/** What somebody read of a case, its basis at the time, and what they were to it then. */
interface Read {
  readonly marked: Marked;
  readonly reader: Reader;
  readonly where: string;
  readonly text: string;
}

const answer = <T>(value: T | undefined): RegisterAnswer<T> =>
  value === undefined ? { state: 'not-found' } : { state: 'found', value };
/** The register of the marked companies. */
export const register: CompanyRegister = {
  findByCvr: async (cvr) => answer(COMPANIES.find((one) => one.cvr === cvr)),
  searchByName: async (name) => {
    const found = COMPANIES.filter((one) => one.name.toLowerCase().includes(name.toLowerCase()));
    return answer(found.length > 0 ? found : undefined);
  },
};

const LISTS = [
  'sager kontor',
  'sager sendt',
  'sager opfølgning',
  'mine henvisninger',
  'afventer os',
  'oversigt',
  'opgaver',
  'opsøgende',
];

/** A text without a mark, however its digits are grouped. */
const without = (text: string, mark: string) =>
  text.replaceAll(new RegExp(/^\d+$/.test(mark) ? [...mark].join(' ?') : mark, 'gi'), '');

/** Everything that happened at one level. */
export class Office {
  readonly level: Level;
  readonly desk: Desk;
  readonly ids = new Map<string, string>();
  readonly reads: Read[] = [];
  readonly records = new Map<Marked, CrmRecord>();
  readonly outreachReads: (readonly ['theirs' | 'other', string])[] = [];
  private seen = 0;

  constructor(level: Level, desk: Desk) {
    this.level = level;
    this.desk = desk;
  }

  placesOf(person: string): readonly string[] {
    return this.desk.places(person, officeOf(person));
  }

  idOf({ cvr }: Marked): string {
    return this.ids.get(cvr) ?? '';
  }

  async act(person: string, id: string, verb: CaseVerb, input: RawInput = {}): Promise<void> {
    const revision = async () =>
      (await this.desk.unitOfWork.read((stores) => stores.cases.get(id)))?.revision ?? 0;
    const before = await revision();
    const said = await this.desk.act(person, id, before, verb, input);
    if ((await revision()) === before) throw new Error(`${verb} was refused: ${said.slice(0, 600)}`);
    this.desk.pass(60_000);
  }

  /** What was sent since the last call to the places of the other side and of an office elsewhere. */
  async told(marked: Marked, side: string, reader: Reader): Promise<void> {
    await this.desk.deliver();
    const sent = this.desk.sent();
    for (const { place, text } of sent.slice(this.seen)) {
      if (this.placesOf(side).includes(place)) this.reads.push({ marked, reader, where: 'told', text });
      if (this.placesOf(BO).includes(place))
        this.reads.push({ marked, reader: 'other', where: 'told elsewhere', text });
    }
    this.seen = sent.length;
  }

  async said(person: string, line: string, channel?: OrganisationId): Promise<string> {
    const text = await this.desk.say(person, line, channel);
    this.seen = this.desk.sent().length;
    return text;
  }

  /** Whatever somebody can type to learn of a case. What they typed themselves is no find. */
  async looked(marked: Marked, person: string, reader: Reader): Promise<void> {
    const id = this.idOf(marked);
    const lines = [
      `sag ${id}`,
      `sag ${marked.cvr}`,
      `opsøg ${marked.cvr}: eksport`,
      `hvem har ${marked.word('firma')}?`,
      `find ${marked.word('kontakt')}`,
      marked.phone,
      `find ${marked.word('beskrev')}`,
    ];
    for (const line of lines) {
      const typed = marksIn(marked, line).map(([, mark]) => mark);
      let text = await this.said(person, line);
      // The register says the name of a company whose number or name was asked for.
      if (typed.length > 0) typed.push(marked.word('firma'), marked.cvr);
      for (const mark of typed) text = without(text, mark);
      this.reads.push({ marked, reader, where: line, text });
    }
    const text = await this.said(person, `sag ${id}`, officeOf(person));
    this.reads.push({ marked, reader, where: 'in the channel', text });
  }

  /** The lists of somebody's office, which hold many cases. */
  async listed(person: string, readerOf: (marked: Marked) => Reader): Promise<void> {
    for (const line of LISTS) {
      const text = await this.said(person, line);
      for (const marked of MARKED) this.reads.push({ marked, reader: readerOf(marked), where: line, text });
    }
  }

  async record(marked: Marked): Promise<CrmRecord> {
    await this.desk.deliver();
    const record = await this.desk.crm.findByCase(this.idOf(marked));
    if (!record) throw new Error('the CRM has no record');
    return record;
  }
}

/** The case of a company, opened by the office of Viborg. */
async function open(office: Office, marked: Marked): Promise<string> {
  const { desk } = office;
  const before = await desk.unitOfWork.read((stores) => stores.cases.page('', 100));
  const { basis } = marked;
  const given =
    basis === 'none' || basis === 'crisis' ? undefined : basis === 'withdrawn' ? 'consent' : basis;
  const said = await desk.open(ANNA, intakeOf(marked), given);
  const after = await desk.unitOfWork.read((stores) => stores.cases.page('', 100));
  const known = new Set(before.map(({ id }) => id));
  const made = after.find(({ id }) => !known.has(id));
  if (!made) throw new Error(`no case: ${said.slice(0, 600)}`);
  office.ids.set(marked.cvr, made.id);
  return made.id;
}

/** A word in every field of what an owner registers. */
async function serve(office: Office, marked: Marked, person: string): Promise<void> {
  const { word } = marked;
  const id = office.idOf(marked);
  const act = (verb: CaseVerb, input: RawInput = {}) => office.act(person, id, verb, input);
  if (marked.basis === 'none') await act('case.correct', whoOf(marked));
  else await act('case.correct', { contactName: word('kontakt') });
  await act('case.attempt', { note: word('forgaeves') });
  await act('case.contacted', { how: 'phone', note: word('svarede') });
  await act('case.add-contact', { text: word('ringede'), person: word('senere') });
  await act('case.service', { services: 'sparring', hours: '2,5' });
  await act('case.refer', { to: 'private-adviser', name: word('revisor'), why: word('derfor') });
  await act('case.self-help', { tools: 'vaeksthjulet', focus: word('fokus') });
  await act('case.call-back', { day: '2026-12-01', time: '10:00', reason: word('opkald') });
  await act('case.wait', { note: word('venter') });
}

async function close(office: Office, marked: Marked, person: string): Promise<void> {
  const { word, pNumber, kind, basis } = marked;
  await office.act(person, office.idOf(marked), 'case.close', {
    services: 'sparring',
    segment: basis === 'crisis' ? 'early-warning' : 'growth',
    actionPlan: word('handlede'),
    note: word('slutnote'),
    noFollowUp: word('ingenopf'),
    ...(kind !== 'pre-starter' && { pNumber }),
  });
}

/** The life of a case, and what everybody who is not its owner saw of it on the way. */
export async function live(office: Office, marked: Marked, dataverse?: Connected): Promise<void> {
  const { basis, word } = marked;
  // Until it is withdrawn it is there.
  const first = basis === 'withdrawn' ? { ...marked, basis: 'consent' as const } : marked;
  const id = await open(office, marked);
  const toShared = async () => {
    const record = await office.record(marked);
    await dataverse?.crm.save(record, { known: false, author: null });
    office.records.set(marked, record);
  };
  if (basis !== 'crisis') {
    await office.told(first, CARLA, 'side');
    await serve(office, marked, ANNA);
    await office.told(first, CARLA, 'side');
    if (isOffered(basis)) await office.looked(first, CARLA, 'side');
    await toShared();
  }
  if (!isOffered(basis)) {
    await close(office, marked, ANNA);
    await office.told(first, CARLA, 'side');
    await office.looked(first, CARLA, 'side');
    await office.looked(first, BO, 'other');
    await toShared();
    return;
  }
  if (basis !== 'crisis')
    await office.act(ANNA, id, 'handover.offer', { organisation: 'ehm-midtjylland', reason: word('sendt') });
  await office.act(CARLA, id, 'handover.ask', { text: word('spurgt') });
  await office.act(ANNA, id, 'handover.answer', { text: word('svaret') });
  await office.told(first, CARLA, 'receiver');
  // What a receiver sees, and an office elsewhere, depends on no level.
  if (office.level === 'full') await office.looked(first, CARLA, 'receiver');
  await office.act(CARLA, id, 'handover.accept');
  if (basis === 'crisis') await serve(office, marked, CARLA);
  if (basis === 'withdrawn') await office.act(CARLA, id, 'case.withdraw-basis');
  await close(office, marked, CARLA);
  await office.told(marked, ANNA, 'side');
  await office.looked(marked, ANNA, 'side');
  if (office.level === 'full') await office.looked(marked, BO, 'other');
  await toShared();
}

/** The words of an outreach contact, by whom they may be read besides the organisation that typed them. */
export const OUTREACH = {
  need: 'zqbehovet',
  objection: 'zqindsigelsen',
  reason: 'zqaflystfordi',
  note: 'zqbesogsnoten',
};

/** Types a line whose answer must hold a word. */
async function saidWith(office: Office, person: string, line: string, word: string): Promise<void> {
  const text = await office.said(person, line);
  if (!text.includes(word)) throw new Error(`"${line}" was answered: ${text.slice(0, 600)}`);
}

/** Outreach of the Erhvervshus: objected to, called off, and made. */
export async function reachOut(office: Office): Promise<void> {
  const { desk } = office;
  const of = (text: string) => /Opsøgende kontakt (\S{9})/.exec(text)?.[1] ?? '';
  const [first, second] = COMPANIES;
  const planned = await office.said(CARLA, `planlæg opsøgning ${first?.cvr}: ${OUTREACH.need}`);
  const id = of(planned);
  await saidWith(office, ANNA, `indsigelse ${id} ${OUTREACH.objection}`, OUTREACH.objection);
  await desk.deliver();
  desk.pass(60_000);
  await saidWith(office, CARLA, `aflys opsøgning ${id} ${OUTREACH.reason}`, 'kontakter ikke');
  await desk.deliver();
  const made = `besøg ${second?.cvr} udfald: intet behov; note: ${OUTREACH.note}`;
  await saidWith(office, CARLA, made, OUTREACH.note);
  await desk.deliver();
  for (const { cvr = '' } of [{ ...first }, { ...second }]) {
    office.outreachReads.push(['theirs', await office.said(ANNA, `sag ${cvr}`)]);
    office.outreachReads.push(['theirs', await office.said(ANNA, `opsøg ${cvr}: eksport`)]);
    office.outreachReads.push(['other', await office.said(BO, `opsøg ${cvr}: eksport`)]);
  }
  office.outreachReads.push(['theirs', await office.said(ANNA, `opsøgning ${id}`)]);
  office.outreachReads.push(['other', await office.said(BO, `opsøgning ${id}`)]);
  for (const { place, text } of desk.sent()) {
    if (office.placesOf(ANNA).includes(place)) office.outreachReads.push(['theirs', text]);
    if (office.placesOf(BO).includes(place)) office.outreachReads.push(['other', text]);
  }
}
