import { z } from 'zod';
import { HANDOVER_FORMS, type HandoverForm } from '../vocabulary.ts';

/** Settings of a municipality that no rule of triage reads: what a case's people are asked, offered and told. */
export interface LocalSettings {
  /** Whether the self-help tools (A2) are shown to the caller's consultant before the case is handed over. */
  readonly selfHelpNudge: boolean;
  /** Whether a handover to the Erhvervshus asks for Væksthjulet, or why it was not used (T-55). */
  readonly toolRequired: boolean;
  /** Which form of a handover to the Erhvervshus is offered first (T-58). */
  readonly handoverForm: HandoverForm;
}

export const DEFAULT_LOCAL_SETTINGS: LocalSettings = {
  selfHelpNudge: true,
  toolRequired: false,
  handoverForm: 'takeover',
};

/** The schema of each of them. */
export const localKeys = {
  selfHelpNudge: z.boolean().optional(),
  toolRequired: z.boolean().optional(),
  handoverForm: z.enum(HANDOVER_FORMS).optional(),
} satisfies Readonly<Record<keyof LocalSettings, z.ZodType>>;
