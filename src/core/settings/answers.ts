import type { Office, SettingSource } from '../office/office.ts';
import type { OrganisationId } from '../organisation.ts';
import type { RawInput } from '../raw-input.ts';
import type { Refusal } from '../result.ts';
import type { SettingKey } from '../triage/settings.ts';
import type { SettingChange, SettingValue } from './change.ts';
import type { ReplayCounts } from './replay.ts';

/** A setting as it holds now, and where it comes from. */
export interface SettingRow {
  readonly key: SettingKey;
  readonly value: SettingValue;
  readonly source: SettingSource;
  /** The coordinator's change that holds; null where the file or the default does. */
  readonly change: SettingChange | null;
  /** Grows with each change, proposal and answer (`versionOf`). */
  readonly version: number;
}

/** What a change would do, shown before it is sent. */
interface SettingPreview {
  readonly after: SettingValue;
  readonly validFrom: string;
  /** Who must agree, in the order in which they are asked; empty where nobody need. */
  readonly asks: readonly OrganisationId[];
  readonly replay: ReplayCounts;
  /** What was typed, to be sent once more. */
  readonly input: RawInput;
  readonly resets: boolean;
}

/** What has become of a change, in the answer to the one who acted and in the message to the other side. */
export type SettingTold =
  | 'set'
  | 'set-later'
  | 'proposed'
  | 'reminder'
  | 'agreed'
  | 'agreed-next'
  | 'declined'
  | 'withdrawn'
  | 'replaced'
  | 'by-silence'
  | 'not-told'
  | 'unproven'
  | 'unanswerable';

/** All settings of an office. */
export interface SettingsAnswer {
  readonly kind: 'settings';
  readonly office: Office;
  readonly rows: readonly SettingRow[];
  /** Proposals under way: the office's own, and those that wait for its consent. */
  readonly open: readonly SettingChange[];
  readonly mayChange: boolean;
  readonly problem: Refusal | null;
}

/** One setting with its history, and a form for coordinators. */
export interface SettingAnswer {
  readonly kind: 'setting';
  readonly office: Office;
  readonly row: SettingRow;
  /** What holds where no coordinator has changed it, and whether the file says so. */
  readonly otherwise: {
    readonly value: SettingValue;
    readonly source: SettingSource;
  };
  /** Newest first. */
  readonly history: readonly SettingChange[];
  readonly preview: SettingPreview | null;
  readonly mayChange: boolean;
  readonly told: SettingTold | null;
  readonly problem: Refusal | null;
  /** What was typed and refused, so that the form comes back filled. */
  readonly typed: RawInput;
}

/** A change that needs consent, for one of its two sides. */
export interface SettingChangeAnswer {
  readonly kind: 'setting-change';
  readonly change: SettingChange;
  readonly side: 'ours' | 'theirs';
  /** Whether the reader may agree (`theirs`) or take it back (`ours`). */
  readonly mayAct: boolean;
  readonly told: SettingTold | null;
  readonly problem: Refusal | null;
  readonly now: string;
}
