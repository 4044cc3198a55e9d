import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readCommand } from '../../../dialogs/commands.ts';
import { createLiveSettings } from '../../../src/app/settings/live-settings.ts';
import { SETTING_KEYS, SETTINGS } from '../../../src/core/settings/table.ts';
import { DEFAULT_SETTINGS, type SettingKey } from '../../../src/core/triage/settings.ts';
import { type AppWorld, openAppWorld } from '../app-world.ts';

/** Every setting by what is typed: what it becomes, its history, and what is refused. */

const EIGHT_TO_TWO = [{ opens: 480, closes: 840 }];

/** A setting as it is typed in both languages, with what it becomes, and a value that its schema refuses. */
const TYPED: Readonly<Record<SettingKey, { da: string; en: string; becomes: unknown; wrong: string }>> = {
  officeName: {
    da: 'indstil navn Viborg Erhverv',
    en: 'set name Viborg Erhverv',
    becomes: 'Viborg Erhverv',
    wrong: 'x'.repeat(401),
  },
  phone: {
    da: 'indstil telefon: 87 12 34 56',
    en: 'set phone +45 87 12 34 56',
    becomes: '87123456',
    wrong: '12',
  },
  email: {
    da: 'indstil mail post@viborg.example',
    en: 'set email post@viborg.example',
    becomes: 'post@viborg.example',
    wrong: 'post',
  },
  address: {
    da: 'indstil adresse Torvet 1',
    en: 'set address Torvet 1',
    becomes: 'Torvet 1',
    wrong: 'x'.repeat(401),
  },
  openingHours: {
    da: 'indstil åbningstid man-tir 8-14',
    en: 'set opening hours Monday to Tuesday 8:00-14:00',
    becomes: expect.objectContaining({ monday: EIGHT_TO_TWO, tuesday: EIGHT_TO_TWO, wednesday: [] }),
    wrong: 'mandag 16-8',
  },
  closedDays: {
    da: 'indstil lukkedage 24.12.2026 og 31.12.2026',
    en: 'set closed days 24 December 2026, 31 December 2026',
    becomes: ['2026-12-24', '2026-12-31'],
    wrong: 'jul',
  },
  slackUserGroup: {
    da: 'indstil slackgruppe S012AB3CD',
    en: 'set slack group S012AB3CD',
    becomes: 'S012AB3CD',
    wrong: 'viborg',
  },
  operator: {
    da: 'indstil fælles kontor LES Aarhus og send',
    en: 'set operator LES Aarhus and send',
    becomes: 'les-751',
    wrong: 'ehm-fyn',
  },
  preStarter: {
    da: 'indstil før-startere virksomhedsguiden og send',
    en: 'set pre-starters digital and send',
    becomes: 'digital',
    wrong: 'ehm',
  },
  localAreas: {
    da: 'indstil lokale områder generationsskifte, eksport og send',
    en: 'set local areas succession, export and send',
    becomes: ['succession', 'internationalisation'],
    wrong: 'lokaler',
  },
  phoneRoute: {
    da: 'indstil fælles telefon kontoret og send',
    en: 'set shared phone office and send',
    becomes: 'les',
    wrong: 'ehm',
  },
  matureAfterMonths: {
    da: 'indstil moden efter manuelt',
    en: 'set mature after manual',
    becomes: 'manual',
    wrong: '37',
  },
  maxReturns: { da: 'indstil returneringer 2', en: 'set returns 2', becomes: 2, wrong: '6' },
  answerByHours: { da: 'indstil svarfrist 24 timer', en: 'set answer by 24', becomes: 24, wrong: '49' },
  promiseReading: {
    da: 'indstil tælling af svarfrist døgnet rundt',
    en: 'set promise reading elapsed',
    becomes: 'elapsed',
    wrong: 'altid',
  },
  showTimeFrames: { da: 'indstil tidsrammer nej', en: 'set time frames no', becomes: false, wrong: 'måske' },
  localServices: {
    da: 'indstil lokale ydelser Vækstcafé, Byggesagsguide',
    en: 'set local services Vækstcafé; Byggesagsguide',
    becomes: ['Vækstcafé', 'Byggesagsguide'],
    wrong: 'camps',
  },
  houseActsAsLes: {
    da: 'indstil erhvervshuset som lokal iværksætterkurser og netværk',
    en: 'set house acts as local Iværksætterkurser, netværk',
    becomes: ['iværksætterkurser', 'netværk'],
    wrong: 'x'.repeat(61),
  },
  selfHelpNudge: {
    da: 'indstil selvhjælp nej',
    en: 'set self-help no',
    becomes: false,
    wrong: 'måske',
  },
  toolRequired: {
    da: 'indstil væksthjulet ja',
    en: 'set growth wheel yes',
    becomes: true,
    wrong: 'måske',
  },
  handoverForm: {
    da: 'indstil overdragelse fælles forløb',
    en: 'set handover joint course',
    becomes: 'joint',
    wrong: 'aldrig',
  },
  feedback: {
    da: 'indstil tilbagemelding efter ønske',
    en: 'set feedback on request',
    becomes: 'on-request',
    wrong: 'aldrig',
  },
  lesFollowUp: { da: 'indstil opfølgning nej', en: 'set follow-up no', becomes: false, wrong: 'måske' },
  shareLevel: { da: 'indstil deling fuld', en: 'set sharing full', becomes: 'full', wrong: 'lidt' },
  shareAssessment: {
    da: 'indstil del vurdering ja',
    en: 'set share assessment yes',
    becomes: true,
    wrong: 'måske',
  },
  greyZoneContacts: {
    da: 'indstil gråzonekontakter Finn Dahl og Carla Winther',
    en: 'set grey zone contacts Finn Dahl, carla-winther',
    becomes: [
      { person: 'finn-dahl', name: 'Finn Dahl' },
      { person: 'carla-winther', name: 'Carla Winther' },
    ],
    wrong: 'x'.repeat(201),
  },
  houseContact: {
    da: 'indstil kontakt Carla',
    en: 'set house contact @Carla Winther',
    becomes: { person: 'carla-winther', name: 'Carla Winther' },
    wrong: 'x'.repeat(201),
  },
  priorities: {
    da: 'indstil prioriteter Grøn omstilling, også i landbruget; Turisme',
    en: 'set priorities Grøn omstilling, også i landbruget; Turisme',
    becomes: ['Grøn omstilling, også i landbruget', 'Turisme'],
    wrong: 'x'.repeat(101),
  },
  inhabitants: {
    da: 'indstil indbyggere 97.000 i 2026',
    en: 'set inhabitants 97,000 (2026)',
    becomes: { number: 97_000, year: 2026 },
    wrong: '97000',
  },
  entrepreneurs: {
    da: 'indstil iværksættere 900 (2026)',
    en: 'set entrepreneurs 900 2026',
    becomes: { number: 900, year: 2026 },
    wrong: 'mange i 2026',
  },
  growthCompanies: {
    da: 'indstil antal vækstvirksomheder: 60, 2025',
    en: 'set growth companies 60 in 2025',
    becomes: { number: 60, year: 2025 },
    wrong: '60 1899',
  },
  outreachAck: {
    da: 'indstil opsøgende godkendelse',
    en: 'set outreach approval',
    becomes: 'require',
    wrong: 'aldrig',
  },
};

let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld();
});
afterEach(() => world.close());

const changes = () => world.unitOfWork.read(({ settings }) => settings.all());
const anna = (line: string) => world.says('anna-holm', readCommand(line));

const shown = async (setting: SettingKey) => {
  const command = { name: 'setting', verb: 'setting.show', id: null, input: { setting } } as const;
  const [answer] = (await world.do('anna-holm', command)).answers;
  if (answer?.kind !== 'setting') throw new Error(`shown is ${answer?.kind}`);
  return answer;
};

describe.each(SETTING_KEYS)('%s', (key) => {
  const { da, en, becomes, wrong } = TYPED[key];

  it.each([da, en])('becomes what is typed: %s', async (line) => {
    const [said] = await anna(line);
    const [change, ...others] = await changes();
    expect(others).toEqual([]);
    expect(change).toMatchObject({
      key,
      organisation: 'les-791',
      after: becomes,
      source: 'chat',
      by: { person: 'anna-holm' },
    });
    const isAsked = SETTINGS[key].reach === 'other-side';
    expect(said).toContain(isAsked ? 'change ours proposed' : `setting ${key}`);
    expect(change?.state).toBe(isAsked ? 'proposed' : 'agreed');
    const [settled] = isAsked
      ? await world.says(key === 'operator' ? 'bo-krogh' : 'dan-ravn', {
          name: 'setting',
          verb: 'setting.accept',
          id: change?.id ?? '',
          input: {},
        })
      : [`setting ${key}`];
    expect(settled).toContain(isAsked ? 'agreed' : key);
    // Another replica has read nothing yet: it takes the change from the store.
    const replica = createLiveSettings();
    expect(replica.settingsOf('791')[key]).toEqual(DEFAULT_SETTINGS[key]);
    const refresh = () => world.unitOfWork.read((stores) => replica.refresh(stores, world.clock.now()));
    await refresh();
    expect(replica.settingsOf('791')[key]).toEqual(becomes);
    expect(replica.settingsOf('751')[key]).toEqual(DEFAULT_SETTINGS[key]);
  });

  it('is not set to what a file could not hold', async () => {
    const input = { setting: key, value: wrong, sure: 'true' };
    const [said] = await world.says('anna-holm', {
      name: 'setting',
      verb: 'setting.change',
      id: null,
      input,
    });
    expect(said).toContain('bad-setting-value');
    expect(await changes()).toEqual([]);
  });
});

describe('a change', () => {
  it('goes before the file, and gives way to it when it is set back', async () => {
    const live = createLiveSettings(new Map([['les-791', { answerByHours: 36 }]]));
    const refresh = () => world.unitOfWork.read((stores) => live.refresh(stores, world.clock.now()));
    await refresh();
    expect(live.settingsOf('791').answerByHours).toBe(36);
    await anna('indstil svarfrist 24');
    await refresh();
    expect(live.settingsOf('791').answerByHours).toBe(24);
    await anna('indstil svarfrist nulstil');
    await refresh();
    expect(live.settingsOf('791').answerByHours).toBe(36);
  });

  it('of a house is only of its details', async () => {
    const [said] = await world.says('dan-ravn', readCommand('indstil svarfrist 24'));
    expect(said).toContain('settings');
    await world.says('dan-ravn', readCommand('indstil telefon 70 10 20 30'));
    expect((await changes()).map(({ organisation, key }) => [organisation, key])).toEqual([
      ['ehm-midtjylland', 'phone'],
    ]);
  });

  it('that others made meanwhile is not lost: an open proposal gives way to a later one', async () => {
    await anna('indstil fælles telefon kontoret og send');
    await anna('indstil fælles telefon reglerne og send');
    expect((await changes()).map(({ state }) => state).toSorted()).toEqual(['proposed', 'replaced']);
  });

  it('is said to hold now or later, and is on the card of its setting, the last first', async () => {
    await anna('indstil telefon 87 12 34 56');
    world.clock.pass(1);
    expect(await anna('indstil svarfrist 24')).toEqual(['setting answerByHours 24 set']);
    world.clock.pass(1);
    expect(await anna('indstil svarfrist 36 fra 1.12.2026')).toEqual(['setting answerByHours 24 set-later']);
    expect((await shown('answerByHours')).history).toMatchObject([{ after: 36 }, { after: 24 }]);
    expect((await shown('phone')).history).toMatchObject([{ after: '87123456' }]);
    expect((await shown('maxReturns')).history).toEqual([]);
  });

  it('that changes nothing is refused, and names the setting', async () => {
    const { answers } = await world.do('anna-holm', readCommand('indstil svarfrist 48'));
    expect(answers).toMatchObject([
      { problem: { code: 'setting-unchanged', params: { setting: 'answerByHours' } } },
    ]);
    expect(await changes()).toEqual([]);
  });

  it('is refused on a day that has passed, or is too far ahead', async () => {
    expect(await anna('indstil svarfrist 24 fra 1.1.2020')).toEqual(['setting answerByHours 48 date-passed']);
    expect(await anna('indstil svarfrist 24 fra 1.1.2031')).toEqual([
      'setting answerByHours 48 setting-too-far',
    ]);
    expect(await changes()).toEqual([]);
  });
});

describe('a change that the other side is asked for', () => {
  const PROPOSE = 'indstil fælles telefon kontoret og send';
  const answer = async (person: string, verb: 'setting.accept' | 'setting.decline' | 'setting.withdraw') => {
    const [change] = await changes();
    return world.says(person, { name: 'setting', verb, id: change?.id ?? '', input: {} });
  };
  const states = async () => (await changes()).map(({ state }) => state);

  it('is answered by the coordinators of that side alone', async () => {
    await anna(PROPOSE);
    expect(await answer('anna-holm', 'setting.accept')).toEqual(['change ours proposed coordinators-only']);
    expect(await answer('carla-winther', 'setting.accept')).toEqual([
      'change theirs proposed coordinators-only',
    ]);
    expect(await answer('dan-ravn', 'setting.withdraw')).toEqual([
      'change theirs proposed coordinators-only',
    ]);
    expect(await states()).toEqual(['proposed']);
  });

  it('is declined without a proof that it could hold, and is over then', async () => {
    await anna(PROPOSE);
    expect(await answer('dan-ravn', 'setting.decline')).toEqual(['change theirs declined declined']);
    expect(await answer('dan-ravn', 'setting.accept')).toEqual([
      'change theirs declined setting-change-over',
    ]);
    expect(await states()).toEqual(['declined']);
  });

  it('is withdrawn by those who asked', async () => {
    await anna(PROPOSE);
    expect(await answer('anna-holm', 'setting.withdraw')).toEqual(['change ours withdrawn withdrawn']);
    expect(await states()).toEqual(['withdrawn']);
  });
});
