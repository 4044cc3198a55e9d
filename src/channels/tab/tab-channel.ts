import { z } from 'zod';
import { readPayload } from '../../../cards/actions.ts';
import { boardView } from '../../../cards/views/board.ts';
import { rulesView } from '../../../cards/views/rules.ts';
import { settingsPageView } from '../../../cards/views/settings-page.ts';
import { readBoard } from '../../app/board.ts';
import { LATE, LIMITS, startBudget } from '../../app/deadline.ts';
import type { Dependencies } from '../../app/dependencies.ts';
import type { Inbound, Reply, VerifiedPerson } from '../../app/inbound.ts';
import { readAs } from '../../app/read-as.ts';
import { languageOfLocale } from '../../app/reader-language.ts';
import { showSettings } from '../../app/settings/take-settings.ts';
import { BOARD_LISTS } from '../../core/board.ts';
import type { Command } from '../../core/command.ts';
import { isCvrNumber, normaliseCvr } from '../../core/cvr-number.ts';
import { danishDate } from '../../core/danish-date.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../../core/municipalities.ts';
import { explain } from '../../core/triage/explain.ts';
import { AREAS } from '../../core/vocabulary.ts';
import { faultCode } from '../fault-code.ts';
import type { Log } from '../log.ts';
import { readJson } from '../read-json.ts';
import { drawn } from './draw.ts';
import { figuresRequest, statementRequest } from './figures-requests.ts';
import { factsOf } from './rules-request.ts';
import {
  oneHeader,
  personBehind,
  personToChoose,
  type TabDoor,
  type TabHead,
  visitorOf,
} from './tab-door.ts';
import { json, refused, type TabResponse, tagged } from './tab-response.ts';
import { takeTrial } from './try-request.ts';
import { statusOfRefusal, type TokenRefusal } from './verify-token.ts';

export interface TabDeps extends Dependencies {
  readonly receive: (inbound: Inbound) => Promise<Reply>;
  readonly door: TabDoor;
  readonly log: Log;
}

/** The tab's requests, without a server. */
export interface TabChannel {
  /** `GET /api/tab/door`: how one comes in. Needs no sign-in. */
  door(): Promise<TabResponse>;
  /** `GET /api/tab/board`: the board of the reader's office, by `list`, `page`, `mine`, `area` and `municipality`, with the version of the case `open` beside it. */
  board(head: TabHead): Promise<TabResponse>;
  /** `GET /api/tab/figures`: the figures of a coordinator's office over `months`, split `by` one key; with `format` as a file. */
  figures(head: TabHead): Promise<TabResponse>;
  /** `GET /api/tab/statement`: the office's statement of a `year`, or of a `quarter` for the dialogue meeting, as a file. */
  statement(head: TabHead): Promise<TabResponse>;
  /** `GET /api/tab/rules`: the decision by facts of one's own choice, with every rule. Holds nobody's data. */
  rules(head: TabHead): Promise<TabResponse>;
  /** `GET /api/tab/settings`: the settings of the reader's office, and proposals that wait. */
  settings(head: TabHead): Promise<TabResponse>;
  /** `POST /api/tab/try`: what a value of a setting would have done to the past year's cases. Changes nothing. */
  tryChange(head: TabHead): Promise<TabResponse | ((body: Buffer) => Promise<TabResponse>)>;
  /** `POST /api/tab/turn`: one command, carried out once a key. The answers are views. */
  turn(head: TabHead): Promise<TabResponse | ((body: Buffer) => Promise<TabResponse>)>;
}

const MUNICIPALITY_CODES = MUNICIPALITIES.map(({ code }) => code) as [
  MunicipalityCode,
  ...MunicipalityCode[],
];

const boardQuery = z.strictObject({
  list: z.enum(BOARD_LISTS).optional(),
  page: z.coerce.number().int().min(1).max(10_000).optional(),
  mine: z
    .literal('true')
    .transform(() => true)
    .optional(),
  area: z.enum(AREAS).optional(),
  municipality: z.enum(MUNICIPALITY_CODES).optional(),
  open: z.string().max(100).optional(),
});

/** A turn: the data of a button, or the words of a search. `key` identifies repeats of the request. */
const turnBody = z.union([
  z.strictObject({
    key: z.string().regex(/^[\w-]{8,64}$/),
    payload: z.record(z.string(), z.union([z.string(), z.number()])),
  }),
  z.strictObject({ key: z.string().regex(/^[\w-]{8,64}$/), find: z.string().trim().min(1).max(200) }),
]);

/** What a search by words or a number asks for. */
function findCommand(words: string): Command {
  const number = normaliseCvr(words);
  const isNumber = isCvrNumber(number) || /^\d{8}$/.test(number);
  return isNumber ? { name: 'find', words: '', number } : { name: 'find', words };
}

/** Carries a command out, as a turn in chat is. */
async function takeTurn(
  person: VerifiedPerson,
  { key, ...asked }: z.infer<typeof turnBody>,
  { receive, clock, log }: TabDeps,
): Promise<TabResponse> {
  const deliveryId = `tab:${person.identity}:${key}`;
  const command = 'find' in asked ? findCommand(asked.find) : readPayload(asked.payload);
  const budget = startBudget(clock, LIMITS.message);
  const inbound: Inbound = {
    ...visitorOf(person),
    deliveryId,
    command,
    audience: 'person',
    budget,
    onBoard: true,
  };
  try {
    const reply = await budget.run(budget.left(), () => receive(inbound));
    if (reply === LATE) return refused({ code: 'late' }, languageOfLocale(person.locale), 503);
    const { answers, language } = reply;
    return json(200, { language, views: answers.map((answer) => drawn(answer, language)) });
  } catch (error) {
    // Nothing of the turn was saved, so it can be tried again.
    const code = faultCode(deliveryId);
    log('tab.turn-failed', { code, fault: error instanceof Error ? error.name : 'unknown' });
    return refused({ code: 'fault', params: { code } }, languageOfLocale(person.locale), 500);
  }
}

/** Makes the tab's channel: it verifies requests, carries out commands by the same use cases as chat, and sends views. */
export function createTabChannel(deps: TabDeps): TabChannel {
  const { door, log } = deps;

  function turnAway(code: TokenRefusal): TabResponse {
    const status = statusOfRefusal(code);
    log('tab.refused', { status, code });
    return json(status, { error: { code } });
  }

  return {
    async door() {
      const people = door.kind === 'local' ? door.people.map(personToChoose) : [];
      return json(200, { signIn: door.kind, people, botId: door.kind === 'teams' ? door.token.appId : null });
    },

    async board(head) {
      const person = await personBehind(head, door);
      if (typeof person === 'string') return turnAway(person);
      const asked = boardQuery.safeParse(Object.fromEntries(head.query));
      if (!asked.success) return json(400, { error: { code: String(asked.error.issues[0]?.path[0] ?? '') } });
      const { language, answer } = await readAs(visitorOf(person), deps, async (reader, stores) => ({
        ...boardView(await readBoard(reader, asked.data, stores, deps), reader.language),
        person: reader.person.name,
      }));
      if (!answer.ok) return refused(answer.refusal, language, 403);
      return tagged(json(200, answer.value), oneHeader(head.headers['if-none-match']));
    },

    async figures(head) {
      const person = await personBehind(head, door);
      return typeof person === 'string' ? turnAway(person) : figuresRequest(person, head.query, deps);
    },

    async statement(head) {
      const person = await personBehind(head, door);
      return typeof person === 'string' ? turnAway(person) : statementRequest(person, head.query, deps);
    },

    async rules(head) {
      const person = await personBehind(head, door);
      if (typeof person === 'string') return turnAway(person);
      const { language, answer } = await readAs(
        visitorOf(person),
        deps,
        async ({ actor, now, language: own }) => {
          const day = danishDate(now);
          const facts = factsOf(head.query, actor.organisation, day);
          return facts && rulesView(facts, explain(facts, deps.settingsOf, day), own, day);
        },
      );
      if (!answer.ok) return refused(answer.refusal, language, 403);
      return answer.value ? json(200, answer.value) : json(400, { error: { code: 'facts' } });
    },

    async settings(head) {
      const person = await personBehind(head, door);
      if (typeof person === 'string') return turnAway(person);
      const { language, answer } = await readAs(visitorOf(person), deps, async (reader, stores) =>
        settingsPageView(await showSettings({ ...reader, deps, stores }), reader.language),
      );
      if (!answer.ok) return refused(answer.refusal, language, 403);
      return tagged(json(200, answer.value), oneHeader(head.headers['if-none-match']));
    },

    async tryChange(head) {
      const person = await personBehind(head, door);
      return typeof person === 'string' ? turnAway(person) : (body) => takeTrial(person, body, deps);
    },

    async turn(head) {
      const person = await personBehind(head, door);
      if (typeof person === 'string') return turnAway(person);
      return async (body) => {
        const read = turnBody.safeParse(readJson(body));
        return read.success ? takeTurn(person, read.data, deps) : json(400, { error: { code: 'body' } });
      };
    },
  };
}
