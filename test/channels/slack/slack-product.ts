import { readAnswer } from '../../../dialogs/questions.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import { createLeave } from '../../../src/app/leave-conversations.ts';
import type { Channel } from '../../../src/app/ports/channel.ts';
import type { Clock } from '../../../src/app/ports/clock.ts';
import type { CompanyRegister } from '../../../src/app/ports/company-register.ts';
import type { LanguageModel } from '../../../src/app/ports/language-model.ts';
import type { Messenger } from '../../../src/app/ports/messenger.ts';
import type { Roster } from '../../../src/app/ports/roster.ts';
import { createIndgang } from '../../../src/app/receive.ts';
import { createLiveSettings } from '../../../src/app/settings/live-settings.ts';
import { createDanishCalendar } from '../../../src/calendar/danish-calendar.ts';
import type { OrganisationId } from '../../../src/core/organisation.ts';
import type { Person } from '../../../src/core/person.ts';
import type { TriedPlace } from '../../../src/core/triage/rules/fact-space.ts';
import { ownerFaultsAt } from '../../../src/core/triage/rules/owner-proof.ts';
import type { GivenSettings } from '../../../src/core/triage/settings.ts';
import { createEmbeddedCrm } from '../../../src/crm/embedded/embedded-crm.ts';
import { openEmbeddedCrm } from '../../../src/crm/embedded/open-embedded-crm.ts';
import { openDatabase } from '../../../src/db/open-database.ts';
import { createOutboxQueue } from '../../../src/db/outbox-queue.ts';
import { createUnitOfWork } from '../../../src/db/unit-of-work.ts';
import { createSampleRegister } from '../../../src/registry/sample-register.ts';
import { createWorker } from '../../../src/worker/worker.ts';
import { newStores } from '../../support/test-store.ts';
import { openSlackWorld, type SlackWorld } from './slack-world.ts';

/** The people of the directory by their names in the emulated workspace. */
const PEOPLE = {
  anna: {
    name: 'Anna Holm',
    memberships: [{ organisation: 'les-791', roles: ['consultant', 'coordinator'] }],
  },
  bo: {
    name: 'Bo Krogh',
    memberships: [{ organisation: 'les-751', roles: ['consultant'] }],
  },
  carla: {
    name: 'Carla Winther',
    memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant', 'coordinator'] }],
  },
  dan: {
    name: 'Dan Ravn',
    memberships: [{ organisation: 'ehm-midtjylland', roles: ['consultant', 'coordinator'] }],
  },
  eva: { name: 'Eva Lund', memberships: [{ organisation: 'ehm-midtjylland', roles: ['phone'] }] },
} satisfies Record<string, Omit<Person, 'id' | 'identities'>>;
type Listed = keyof typeof PEOPLE;

/** What the numbers of cases end with. */
const LETTERS = '23456789BCDFGHJKLMNPQRSTVWXZ';

/**
 * The whole product in Slack: the real application, store and worker; behind them Slack's Web API as the `emulate`
 * package plays it. What people click and type is sent in Slack's documented shapes, since the emulator has no client.
 */
export async function openProduct(
  options: {
    /** Who is in the directory; Anna and Carla where it is left out. */
    readonly listed?: readonly Listed[];
    readonly workspaces?: readonly string[];
    readonly language?: LanguageModel;
    /** The settings of Viborg. */
    readonly viborg?: GivenSettings;
    /** The company register; the sample where it is left out. */
    readonly register?: CompanyRegister;
    /** The user group on duty at the Erhvervshus. */
    readonly userGroup?: string;
  } = {},
) {
  const listed = options.listed ?? ['anna', 'carla'];
  let count = 0;
  const house = { slackUserGroup: options.userGroup ?? null };
  const settings = createLiveSettings(
    new Map<OrganisationId, GivenSettings>([
      ['ehm-midtjylland', house],
      ['les-791', options.viborg ?? {}],
    ]),
  );
  const { settingsOf, officeOf } = settings;
  const proveSettings = async (place: TriedPlace) => ownerFaultsAt(place).length === 0;
  let cases = 0;
  const ids = {
    id: () => `e2e-${++count}`,
    caseId: () => {
      const [first, last] = [Math.floor(cases / LETTERS.length), cases++ % LETTERS.length];
      return `K3F9-QT${first === 0 ? 'X' : LETTERS.charAt(first - 1)}${LETTERS.charAt(last)}`;
    },
  };
  const place = await newStores();
  const database = await openDatabase(place.cases);
  const crmStore = await openEmbeddedCrm(place.crm);
  const unitOfWork = createUnitOfWork(database, ids.id);
  const crm = createEmbeddedCrm(crmStore);
  const calendar = createDanishCalendar();
  const clock: Clock = {
    now: () => world.clock.now(),
    monotonic: () => world.clock.monotonic(),
    alarm: (ms, ring) => world.clock.alarm(ms, ring),
    steady: () => true,
  };
  const rosters = new Map<Channel, Roster>();
  const indgang = createIndgang({
    rosters,
    clock,
    ids,
    chance: () => 0.5,
    unitOfWork,
    register: options.register ?? createSampleRegister(),
    crm,
    calendar,
    settingsOf,
    officeOf,
    settings,
    proveSettings,
    maskCpr: (text) => ({ text, removed: 0 }),
    language: options.language ?? null,
    readAnswer,
    readTalk,
  });
  const world: SlackWorld = await openSlackWorld({
    receive: indgang.receive,
    leave: createLeave({ unitOfWork, clock }),
    ...(options.workspaces && { workspaces: options.workspaces }),
  });
  rosters.set('slack', world.channel.roster);
  const worker = createWorker({
    maskCpr: (text) => ({ text, removed: 0 }),
    unitOfWork,
    rosters,
    crm,
    clock,
    calendar,
    settingsOf,
    officeOf,
    settings,
    proveSettings,
    ids,
    queue: createOutboxQueue(database),
    messengers: new Map<Channel, Messenger>([['slack', world.channel.messenger]]),
    chance: () => 0,
    log: () => {},
  });
  await unitOfWork.run(async ({ people }) => {
    for (const id of listed)
      await people.save({ id, identities: [`slack:${world.team}:${world.idOf(id)}`], ...PEOPLE[id] });
  });
  return {
    world,
    worker,
    unitOfWork,
    crm,
    close: async () => {
      await world.close();
      await database.destroy();
      await crmStore.destroy();
      await place.remove();
    },
  };
}
