import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingWords } from '../../dialogs/setting-words.ts';
import { municipalityOf } from '../../src/core/organisation.ts';
import type { SettingRow, SettingsAnswer } from '../../src/core/settings/answers.ts';
import { decidesCases } from '../../src/core/settings/table.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { proposalLine } from './settings.ts';

/** A setting of an office as a line of a page. */
export interface SettingsPageRow {
  readonly key: string;
  readonly label: string;
  readonly value: string;
  /** Where the value comes from, with who changed it and when. */
  readonly source: string;
  readonly isChanged: boolean;
  /** Whether a value can be tried on the past year's cases. */
  readonly mayBeTried: boolean;
  /** The version of the setting (`TabView.version`). */
  readonly version: number;
}

/** A proposal that waits, of one's own office or for its answer. */
interface OpenProposal {
  readonly id: string;
  readonly title: string;
  readonly text: string;
  /** The version of the proposal (`TabView.version`). */
  readonly version: number;
}

/** The settings of an office, and the proposals under way. */
export interface SettingsPageView {
  readonly language: Language;
  readonly title: string;
  readonly rows: readonly SettingsPageRow[];
  readonly open: { readonly title: string; readonly proposals: readonly OpenProposal[] };
  /** How a setting is changed in chat, and which file holds otherwise. */
  readonly note: string;
  /** Whether the reader coordinates the office, and so may change, answer and try. */
  readonly mayChange: boolean;
}

function sourceOf({ source, change }: SettingRow, language: Language): string {
  const words = sentencesIn(language).office.source[source];
  return change ? `${words}: ${change.by.name}, ${dateWords(change.at, language)}` : words;
}

/** The settings of an office, for a page. */
export function settingsPageView(
  { office, rows, open, mayChange }: SettingsAnswer,
  language: Language,
): SettingsPageView {
  const { office: words, settings } = sentencesIn(language);
  const { organisation } = office;
  return {
    language,
    title: words.settingsTitle(office.name),
    rows: rows.map((row) => ({
      key: row.key,
      label: settings.label[row.key],
      value: settingWords(row.key, row.value, language),
      source: sourceOf(row, language),
      isChanged: row.change !== null,
      mayBeTried: mayChange && decidesCases(row.key),
      version: row.version,
    })),
    open: {
      title: settings.openTitle,
      proposals: open.map((change) => ({
        id: change.id,
        version: change.revision,
        ...proposalLine(change, language),
      })),
    },
    mayChange,
    note: settings.howToChange(`${municipalityOf(organisation) ?? organisation}.json`),
  };
}
