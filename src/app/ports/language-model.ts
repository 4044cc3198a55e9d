import type { MunicipalityCode } from '../../core/municipalities.ts';
import type { Tool } from '../../core/tools.ts';
import type { Area, Depth, Language, Maturity, Segment, Stage } from '../../core/vocabulary.ts';

/** The reading of a free text (contracts, "Understanding"). */
export interface Understanding {
  readonly text: string;
  readonly cprRemoved: number;
  readonly language: Language;
  readonly areas: readonly {
    readonly area: Area;
    readonly confidence: number;
    readonly depth?: Depth;
    readonly because: readonly string[];
  }[];
  readonly chosen: readonly Area[];
  readonly offered: readonly Area[];
  readonly crisis: boolean;
  readonly entities: {
    readonly cvr?: string;
    readonly pNumber?: string;
    readonly municipality?: MunicipalityCode;
    readonly founded?: string;
    readonly ageMonths?: number;
    readonly stage?: Stage;
    readonly maturity?: Maturity;
    readonly segment?: Segment;
    readonly employees?: number;
    readonly turnoverDkk?: number;
    readonly contactName?: string;
    readonly contactPhone?: string;
    readonly contactEmail?: string;
    readonly companyName?: string;
    readonly consent?: boolean;
    /** The self-help tools that the company was shown or has used. */
    readonly tools?: readonly Tool[];
  };
}

/** How a later line changes the needs of an intake. */
export interface NeedChange {
  /** Needs that the line takes away: `ikke eksport`. */
  readonly declined: readonly Area[];
  /** The line says that its needs come beside the others: `de vil også eksportere`. */
  readonly adds: boolean;
  /** The line says that its needs come in place of the others: `finansiering i stedet`. */
  readonly replaces: boolean;
  /** What a line that takes away or replaces names beside it, where the whole line leaves it unclear: `not export, financing`. */
  readonly told: readonly Area[];
}
export const NO_NEED_CHANGE: NeedChange = { declined: [], adds: false, replaces: false, told: [] };

/** Names that are known beside a text, and may not leave with it: colleagues and the contact, and companies. */
export interface KnownNames {
  readonly people: readonly string[];
  readonly companies: readonly string[];
}

/** Reads free text. `today` is an ISO date. */
export interface LanguageModel {
  understand(text: string, today: string): Understanding;
  /** Reads how a line changes the needs that an intake already has. */
  needChange(text: string, today: string): NeedChange;
  /**
   * Asks another model about the needs of a text that was understood, and gives the understanding as it stands then; left
   * out where there is none. The text stays where it is but for words that tell nobody apart. Never throws.
   */
  reconsider?(
    read: Understanding,
    today: string,
    names: KnownNames,
    signal?: AbortSignal,
  ): Promise<Understanding>;
  /** What the other model did and cost, since the start. */
  serviceFigures?(): ServiceFigures;
}

/** Answers, tokens and cost of a language-model service. Cost and tokens by answers give those of one enquiry. */
export interface ServiceFigures {
  /** Texts by what came of them. `resting`: not asked, because the service has just failed or asked to be left alone. */
  readonly answers: Readonly<
    Record<'agreed' | 'disagreed' | 'late' | 'refused' | 'busy' | 'away' | 'unusable' | 'resting', number>
  >;
  readonly tokens: { readonly input: number; readonly output: number };
  /** In the currency of the prices that were set; null: none were. */
  readonly cost: number | null;
}

/** Masks CPR numbers (handover.md, "Data protection") and counts them. */
export type MaskCpr = (text: string) => {
  readonly text: string;
  readonly removed: number;
};
