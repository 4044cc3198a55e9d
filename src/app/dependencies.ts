import type { OfficeLookup } from '../core/office/office.ts';
import type { WorkingCalendar } from '../core/promise/working-calendar.ts';
import type { RawInput } from '../core/raw-input.ts';
import type { LineEvidence, Talk } from '../core/talk.ts';
import type { SettingsLookup } from '../core/triage/settings.ts';
import type { Area } from '../core/vocabulary.ts';
import type { Clock } from './ports/clock.ts';
import type { CompanyRegister } from './ports/company-register.ts';
import type { Crm } from './ports/crm.ts';
import type { Ids } from './ports/ids.ts';
import type { LanguageModel, MaskCpr } from './ports/language-model.ts';
import type { ProveSettings } from './ports/prove-settings.ts';
import type { Rosters } from './ports/roster.ts';
import type { UnitOfWork } from './ports/unit-of-work.ts';
import type { LiveSettings } from './settings/live-settings.ts';

/** The ports that the use cases need. */
export interface Dependencies {
  readonly clock: Clock;
  readonly ids: Ids;
  /** A random number from 0 up to 1. */
  readonly chance: () => number;
  readonly unitOfWork: UnitOfWork;
  /** One roster per channel. Without a roster a channel's members are never asked for. */
  readonly rosters: Rosters;
  readonly register: CompanyRegister;
  readonly crm: Crm;
  readonly calendar: WorkingCalendar;
  readonly settingsOf: SettingsLookup;
  readonly officeOf: OfficeLookup;
  /** The source of both, with what coordinators have changed. */
  readonly settings: LiveSettings;
  readonly proveSettings: ProveSettings;
  readonly maskCpr: MaskCpr;
  /** Understands free text. Without it, text becomes the intake's description. */
  readonly language: LanguageModel | null;
  /** What a typed line is that is no command (dialogs). */
  readonly readTalk: (text: string, evidence: LineEvidence | null) => Talk;
  /** A typed answer to a guided question, as the form would send it (dialogs). */
  readonly readAnswer: (question: string, text: string, offered?: readonly Area[]) => RawInput | undefined;
}
