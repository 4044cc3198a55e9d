import { allPastCases } from '../app/settings/check-change.ts';
import { createLiveSettings } from '../app/settings/live-settings.ts';
import { danishDate } from '../core/danish-date.ts';
import { findMunicipality } from '../core/municipalities.ts';
import type { SettingChange } from '../core/settings/change.ts';
import { type PastCase, pastCaseOfRecord, type Replay, replayCases } from '../core/settings/replay.ts';
import { AGREED_RULES } from '../core/triage/rules/rule-set.ts';
import type { Table } from '../print/table.ts';
import { type Arguments, BadInput, type CliCommand, type ExitStatus, type World } from './command.ts';
import { filesFrom, MUNICIPALITIES_OPTION } from './municipalities.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { textOf } from './question-options.ts';
import { readCaseRecords } from './read-case-records.ts';
import { RULES_HELP, readRules } from './read-rules.ts';
import { textTable } from './tables.ts';

/** `indgang rules replay`: past cases under other settings or rules. */
export const command: CliCommand = {
  usage: `indgang rules replay --settings DIR [--municipalities DIR] [--rules FILE] [--input FILE|-] [--data DIR] [--json]`,
  help: `Decides past cases again, each on the day when it came in, by the settings of now and by those in the folder of --settings,
and shows which would be decided otherwise, and how. "elsewhere" have another owner; "otherwise" have the same owner, with
another plan, priority, time limit or referral. What people chose against the rules is not considered.
--municipalities: the settings of now; without it, the product's own. What coordinators have changed in the store goes
  before both folders, as it does in the service.
--rules: other rules, too. ${RULES_HELP}
--input: case records (indgang cases export --full) instead of the store. They do not say whether a need was clarified.
${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...MUNICIPALITIES_OPTION,
    settings: { type: 'string' },
    rules: { type: 'string' },
    input: { type: 'string' },
  },
  positionals: 0,
  async run(args, world): Promise<ExitStatus> {
    const after = filesFrom(args, 'settings');
    const file = textOf(args, 'rules');
    if (!after && file === undefined) throw new BadInput('--settings or --rules must name what is tried');
    const before = filesFrom(args, 'municipalities');
    const rules = file === undefined ? AGREED_RULES : await readRules(file, world);
    const { cases, changes } = await pastOf(args, world);
    const day = danishDate(world.now());
    const ground = (files: typeof before) => createLiveSettings(files).with(changes, day);
    const replay = replayCases(
      cases,
      { ...ground(before), rules: AGREED_RULES },
      { ...ground(after ?? before), rules },
    );
    const text =
      args.values.json === true ? JSON.stringify({ ruleSet: rules.id, ...replay }) : textOfReplay(replay);
    world.out(text);
    return 0;
  },
};

interface Past {
  readonly cases: readonly PastCase[];
  readonly changes: readonly SettingChange[];
}

/** The cases of `--input`, or those of the store with what coordinators have changed there. */
async function pastOf(args: Arguments, world: World): Promise<Past> {
  const input = textOf(args, 'input');
  if (input !== undefined) {
    const records = await readCaseRecords(input, world);
    return { cases: records.flatMap((record) => pastCaseOfRecord(record) ?? []), changes: [] };
  }
  return withStore(args, async ({ unitOfWork }) => ({
    cases: await allPastCases(unitOfWork),
    changes: await unitOfWork.read((stores) => stores.settings.all()),
  }));
}

function textOfReplay(replay: Replay): string {
  const { cases, elsewhere, otherwise, changed } = replay;
  const counts = `${elsewhere} of ${cases} cases would go elsewhere; ${otherwise} would be decided otherwise with the same owner`;
  if (changed.length === 0) return counts;
  const numbers = ['cases', 'elsewhere', 'otherwise'];
  const byMunicipality: Table = {
    columns: ['municipality', 'name', ...numbers],
    rows: replay.byMunicipality.map(({ key, ...one }) => [
      key,
      findMunicipality(key)?.name ?? '',
      one.cases,
      one.elsewhere,
      one.otherwise,
    ]),
  };
  const byNeed: Table = {
    columns: ['need', ...numbers],
    rows: replay.byNeed.map(({ key, ...one }) => [key, one.cases, one.elsewhere, one.otherwise]),
  };
  const each: Table = {
    columns: ['case', 'municipality', 'needs', 'now', 'then', 'differs'],
    rows: changed.map(({ caseId, municipality, needs, before, after, differs }) => [
      caseId,
      municipality,
      needs.join(' '),
      `${before.organisation} (${before.rule})`,
      `${after.organisation} (${after.rule})`,
      differs.join(' '),
    ]),
  };
  return [counts, ...[byMunicipality, byNeed, each].map(textTable)].join('\n\n');
}
