import { type Answer, refused } from '../../core/answer.ts';
import { coordinates } from '../../core/case/relation.ts';
import { danishDate } from '../../core/danish-date.ts';
import { dateOf } from '../../core/moment.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { Refusal } from '../../core/result.ts';
import type { SettingAnswer, SettingsAnswer, SettingTold } from '../../core/settings/answers.ts';
import { type SettingChange, sidesOf } from '../../core/settings/change.ts';
import { mustAgree } from '../../core/settings/must-agree.ts';
import { keysFor } from '../../core/settings/table.ts';
import type { SettingKey } from '../../core/triage/settings.ts';
import type { ReadStores } from '../ports/unit-of-work.ts';
import { type Turn, today } from '../turn.ts';
import { changeSetting, mayChange } from './change-setting.ts';
import type { WantedSetting } from './check-change.ts';
import { withPeople } from './named-people.ts';
import { changeAnswer } from './setting-change-answer.ts';
import { heldOn } from './settings-now.ts';
import { settleChange } from './settle-change.ts';
import { readWanted, type SettingCommand } from './wanted-setting.ts';

/** Lines of history on a setting's card. */
const MOST_HISTORY = 8;

/** Somebody who looks at the settings of their office, in a turn or outside of one. */
type SettingsReader = Pick<Turn, 'actor' | 'now'> & {
  readonly deps: Pick<Turn['deps'], 'settings'>;
  readonly stores: Pick<ReadStores, 'settings'>;
};

/** `indstillinger`: the settings of one's own office, where each comes from, and the proposals under way. */
export async function showSettings(
  { deps, stores, actor, now }: SettingsReader,
  problem: Refusal | null = null,
): Promise<SettingsAnswer> {
  const { organisation } = actor;
  const changes = await stores.settings.all();
  const day = danishDate(now);
  const held = heldOn(deps.settings, changes, day);
  return {
    kind: 'settings',
    office: deps.settings.with(changes, day).officeOf(organisation),
    rows: keysFor(organisation).map((key) => rowOf(held(organisation, key))),
    open: changes.filter((one) => one.state === 'proposed' && sidesOf(one).includes(organisation)),
    mayChange: coordinates(actor),
    problem,
  };
}

const rowOf = ({ key, value, source, change, version }: ReturnType<ReturnType<typeof heldOn>>) => ({
  key,
  value,
  source,
  change,
  version,
});

/**
 * `indstil [indstilling] [værdi]`, its forms and the answers to a proposal. A setting that moves cases to the other side is
 * shown with its replay first, and sent when the person is sure. Refuses as `changeSetting` and `settleChange`, and
 * `unknown-setting`, `unknown-setting-person`, `bad-setting-value`, `not-a-day` and `unknown-setting-change`.
 */
export async function takeSetting(turn: Turn, command: SettingCommand): Promise<Answer> {
  const { verb } = command;
  switch (verb) {
    case 'setting.show':
    case 'setting.look':
      return showSetting(turn, command);
    case 'setting.change':
    case 'setting.reset':
      return change(turn, command);
    case 'setting.accept':
      return settle(turn, command, 'agreed');
    case 'setting.decline':
      return settle(turn, command, 'declined');
    case 'setting.withdraw':
      return settle(turn, command, 'withdrawn');
    default: {
      const never: never = verb;
      return never;
    }
  }
}

/** What a command is about as it is now: a change, a setting, or all settings. Changes nothing. */
export async function showSetting(turn: Turn, { id, input }: SettingCommand): Promise<Answer> {
  if (id !== null) {
    const found = await ownChange(turn, id);
    return found ? changeAnswer(turn, found) : refused('unknown-setting-change', { caseId: id.slice(0, 20) });
  }
  const typed = (input.setting ?? '').trim();
  if (typed === '') return showSettings(turn);
  const key = keysFor(turn.actor.organisation).find((one) => one === typed);
  return key === undefined
    ? showSettings(turn, {
        code: 'unknown-setting',
        params: { typed: typed.slice(0, 60) },
      })
    : settingAnswer(turn, key);
}

/** The change of that number, where the actor's office is one of its two sides. */
async function ownChange({ stores, actor }: Turn, id: string): Promise<SettingChange | undefined> {
  const found = await stores.settings.get(id);
  return found && sidesOf(found).includes(actor.organisation) ? found : undefined;
}

async function change(turn: Turn, command: SettingCommand): Promise<Answer> {
  const { stores, deps, actor, lookups, now, inbound } = turn;
  const { input } = command;
  const wanted = readWanted(command, actor);
  if (!wanted.ok) {
    const { refusal } = wanted;
    const key = keysFor(actor.organisation).find((one) => one === input.setting);
    return key === undefined
      ? showSettings(turn, refusal)
      : settingAnswer(turn, key, { problem: refusal, typed: input });
  }
  const { key } = wanted.value;
  const named = await withPeople(wanted.value, stores, deps.settingsOf);
  const refuse = (problem: Refusal) => settingAnswer(turn, key, { problem, typed: input });
  if (!named.ok) return refuse(named.refusal);
  const typedDay = input.from?.trim() ?? '';
  const validFrom = typedDay === '' ? today(turn) : dateOf(typedDay, today(turn));
  if (validFrom === undefined)
    return refuse({
      code: 'not-a-day',
      params: { typed: typedDay.slice(0, 60) },
    });
  const { setting: checked } = lookups;
  const request = {
    ...named.value,
    by: actor,
    source: inbound.onBoard === true ? 'board' : 'chat',
    why: input.why?.trim() ?? '',
    validFrom,
    checked,
  } as const;
  const asks = await askedFor(turn, wanted.value);
  if (asks.length > 0 && input.sure !== 'true') {
    const allowed = await mayChange(stores, request, deps, now);
    if (!allowed.ok) return refuse(allowed.refusal);
    return previewOf(turn, command, { ...wanted.value, validFrom, asks });
  }
  const done = await changeSetting(stores, request, deps, now);
  if (!done.ok) return refuse(done.refusal);
  const { state, consent } = done.value;
  if (state === 'proposed')
    return changeAnswer(turn, done.value, { told: consent?.unanswerable ? 'unanswerable' : 'proposed' });
  return settingAnswer(turn, key, {
    told: validFrom > today(turn) ? 'set-later' : 'set',
  });
}

/** Who is asked before a wanted value holds. */
async function askedFor(turn: Turn, { organisation, key, after }: WantedSetting) {
  const changes = await turn.stores.settings.all();
  const day = today(turn);
  const { value, otherwise } = heldOn(turn.deps.settings, changes, day)(organisation, key);
  return mustAgree({ organisation, key, before: value, after, otherwise: otherwise.value }, changes, day);
}

interface Previewed extends WantedSetting {
  readonly validFrom: string;
  readonly asks: readonly OrganisationId[];
}

async function previewOf(
  turn: Turn,
  { verb, input }: SettingCommand,
  { key, after, validFrom, asks }: Previewed,
): Promise<Answer> {
  const { setting: checked } = turn.lookups;
  if (checked === undefined || checked === 'late') throw new Error(`${key} was not checked`);
  const shown = await settingAnswer(turn, key);
  return {
    ...shown,
    preview: {
      after: after ?? shown.otherwise.value,
      validFrom,
      asks,
      replay: checked.replay,
      input,
      resets: verb === 'setting.reset',
    },
  };
}

async function settle(
  turn: Turn,
  { id }: SettingCommand,
  answer: 'agreed' | 'declined' | 'withdrawn',
): Promise<Answer> {
  const { stores, actor, lookups, now } = turn;
  const found = id === null ? undefined : await ownChange(turn, id);
  if (!found)
    return refused('unknown-setting-change', {
      caseId: (id ?? '').slice(0, 20),
    });
  const done = await settleChange(stores, found, answer, { by: actor, checked: lookups.setting }, now);
  return done.ok
    ? changeAnswer(turn, done.value, {
        told: answer === 'agreed' && done.value.state === 'proposed' ? 'agreed-next' : answer,
      })
    : changeAnswer(turn, found, { problem: done.refusal });
}

interface Besides {
  readonly told?: SettingTold;
  readonly problem?: Refusal;
  readonly typed?: SettingCommand['input'];
}

async function settingAnswer(turn: Turn, key: SettingKey, more: Besides = {}): Promise<SettingAnswer> {
  const { deps, stores, actor } = turn;
  const { organisation } = actor;
  const changes = await stores.settings.all();
  const day = today(turn);
  const held = heldOn(deps.settings, changes, day)(organisation, key);
  return {
    kind: 'setting',
    office: deps.settings.with(changes, day).officeOf(organisation),
    row: rowOf(held),
    otherwise: held.otherwise,
    history: changes
      .filter((one) => one.organisation === organisation && one.key === key)
      .toSorted((a, b) => (a.at > b.at ? -1 : 1))
      .slice(0, MOST_HISTORY),
    preview: null,
    mayChange: coordinates(actor),
    told: more.told ?? null,
    problem: more.problem ?? null,
    typed: more.typed ?? {},
  };
}
