import type { CaseLine } from '../case-line.ts';
import type { SettingKey } from '../triage/settings.ts';
import type { SettingValue } from './change.ts';
import type { Replay, ReplayedCase } from './replay.ts';

/** A case of the past year that would be decided otherwise, as its reader may see it. */
export interface TriedCase extends Pick<ReplayedCase, 'before' | 'after' | 'differs'> {
  readonly line: CaseLine;
}

/** What a value would have done to the municipality's cases of the past year. Nothing is changed by trying. */
export interface TriedChange {
  readonly key: SettingKey;
  /** Null: set back to the file or the default. */
  readonly after: SettingValue;
  readonly replay: Replay;
  /** Whether every case has exactly one owner under the value. */
  readonly isProven: boolean;
  /** What goes elsewhere first, then the newest. */
  readonly listed: readonly TriedCase[];
  /** How many would change that the reader may not see, and how many more there are than are listed. */
  readonly unseen: number;
  readonly more: number;
}
