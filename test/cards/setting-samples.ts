import { createLiveSettings } from '../../src/app/settings/live-settings.ts';
import { heldOn } from '../../src/app/settings/settings-now.ts';
import type { Answer } from '../../src/core/answer.ts';
import { askConsent, type SettingChange } from '../../src/core/settings/change.ts';
import { SETTING_KEYS } from '../../src/core/settings/table.ts';
import { DEMO_OFFICES } from '../../src/demo/demo-offices.ts';
import { anna, NOW } from '../core/case/case-world.ts';

/** Answers about settings. */

const live = createLiveSettings(new Map(), DEMO_OFFICES);
const DAY = NOW.slice(0, 10);

/** A proposal of Viborg's coordinator: succession is handled locally too. */
const PROPOSAL: SettingChange = {
  id: 'K3F9-QTX2',
  revision: 1,
  organisation: 'les-791',
  key: 'localAreas',
  before: [],
  after: ['succession'],
  source: 'chat',
  by: { person: anna.person, name: anna.name, organisation: 'les-791' },
  at: NOW,
  validFrom: DAY,
  state: 'proposed',
  consent: askConsent('ehm-midtjylland', NOW, { canAnswer: true }),
  settledAt: null,
  settledBy: null,
  replay: { cases: 340, elsewhere: 12, otherwise: 2 },
};

const rows = () => {
  const held = heldOn(live, [], DAY);
  return SETTING_KEYS.map((key) => {
    const { value, source, change, version } = held('les-791', key);
    return { key, value, source, change, version };
  });
};
const office = live.officeOf('les-791');
const setting = (key: SettingChange['key'], more = {}): Answer => ({
  kind: 'setting',
  office,
  row: rows().find((row) => row.key === key) ?? {
    key,
    value: null,
    source: 'default',
    change: null,
    version: 0,
  },
  otherwise: { value: null, source: 'default' },
  history: [],
  preview: null,
  mayChange: true,
  told: null,
  problem: null,
  typed: {},
  ...more,
});

export const SETTING_SAMPLES: Readonly<Record<string, Answer>> = {
  settings: {
    kind: 'settings',
    office,
    rows: rows(),
    open: [],
    mayChange: false,
    problem: null,
  },
  'settings of a coordinator': {
    kind: 'settings',
    office,
    rows: rows(),
    open: [PROPOSAL],
    mayChange: true,
    problem: { code: 'unknown-setting', params: { typed: 'svarfrister' } },
  },
  'setting with a number': setting('answerByHours', { told: 'set' }),
  'setting with hours': setting('openingHours'),
  'setting with areas, history': setting('localAreas', { history: [PROPOSAL] }),
  'setting refused': setting('maxReturns', {
    problem: {
      code: 'bad-setting-value',
      params: { setting: 'maxReturns', allowed: 'maxReturns', typed: '9' },
    },
    typed: { value: '9' },
  }),
  'setting before it is sent': setting('localAreas', {
    preview: {
      after: ['succession'],
      validFrom: DAY,
      asks: ['ehm-midtjylland'],
      replay: PROPOSAL.replay,
      input: { setting: 'localAreas', value: 'succession' },
      resets: false,
    },
  }),
  'setting proposed to us': {
    kind: 'setting-change',
    change: PROPOSAL,
    side: 'theirs',
    mayAct: true,
    told: 'proposed',
    problem: null,
    now: NOW,
  },
  'setting agreed by the first of two': {
    kind: 'setting-change',
    change: {
      ...PROPOSAL,
      key: 'operator',
      before: 'les-779',
      after: 'les-751',
      consent: askConsent('les-779', NOW, { canAnswer: true }),
      agreedBy: [{ organisation: 'les-751', at: NOW, by: null }],
    },
    side: 'ours',
    mayAct: true,
    told: null,
    problem: null,
    now: NOW,
  },
  'setting that nobody can answer': {
    kind: 'setting-change',
    change: {
      ...PROPOSAL,
      key: 'operator',
      before: null,
      after: 'les-779',
      consent: askConsent('les-779', NOW, { canAnswer: false }),
    },
    side: 'ours',
    mayAct: true,
    told: null,
    problem: null,
    now: NOW,
  },
  'setting agreed': {
    kind: 'setting-change',
    change: { ...PROPOSAL, state: 'agreed', settledAt: NOW, settledBy: null },
    side: 'ours',
    mayAct: false,
    told: null,
    problem: null,
    now: NOW,
  },
};
