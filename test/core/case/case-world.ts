import { createDanishCalendar } from '../../../src/calendar/danish-calendar.ts';
import type { Case } from '../../../src/core/case/case.ts';
import type { CaseContext, Change } from '../../../src/core/case/case-change.ts';
import { openCase } from '../../../src/core/case/open-case.ts';
import type { CaseVerb } from '../../../src/core/case/verbs/index.ts';
import { type CaseDecision, decideCase } from '../../../src/core/case/verbs/table.ts';
import type { IntakeValues } from '../../../src/core/intake/draft.ts';
import type { OrganisationId } from '../../../src/core/organisation.ts';
import type { Actor } from '../../../src/core/person.ts';
import type { RawInput } from '../../../src/core/raw-input.ts';
import { decide } from '../../../src/core/triage/decide.ts';
import { DEFAULT_SETTINGS } from '../../../src/core/triage/settings.ts';

/** A few offices, people and cases for tests of what happens to a case. All fictitious. */

export const calendar = createDanishCalendar();

/** A Tuesday morning in Denmark with no holiday near. */
export const NOW = '2026-01-13T09:00:00.000Z';

const person = (id: string, name: string, organisation: OrganisationId, roles: Actor['roles']): Actor => ({
  person: id,
  name,
  organisation,
  roles,
});

export const anna = person('anna', 'Anna Holm', 'les-791', ['consultant', 'coordinator']);
export const bo = person('bo', 'Bo Krogh', 'les-751', ['consultant']);
export const carla = person('carla', 'Carla Winther', 'ehm-midtjylland', ['consultant']);
export const dan = person('dan', 'Dan Ravn', 'ehm-midtjylland', ['coordinator']);
export const eva = person('eva', 'Eva Lund', 'ehm-midtjylland', ['phone']);
export const ivan = person('ivan', 'Ivan Dam', 'les-791', ['auditor']);
export const everybody: readonly Actor[] = [anna, bo, carla, dan, eva, ivan];

export function contextAt(now: string, settings: Partial<typeof DEFAULT_SETTINGS> = {}): CaseContext {
  return {
    now,
    calendar,
    settingsOf: () => ({ ...DEFAULT_SETTINGS, ...settings }),
    memberOf: (organisation, typed) => {
      return everybody.find((one) => one.organisation === organisation && one.person === typed);
    },
  };
}

export const established: IntakeValues = {
  cvr: '25313763',
  companyName: 'Hansen VVS',
  municipality: '791',
  stage: 'established',
  areas: ['internationalisation'],
  consent: 'consent',
  entry: 'les',
};

export interface Opening {
  readonly by?: Actor;
  readonly values?: IntakeValues;
  readonly contactedAt?: string;
  readonly now?: string;
  readonly override?: Case['override'];
  readonly crisis?: boolean;
  readonly settings?: Partial<typeof DEFAULT_SETTINGS>;
}

/** What opening a case comes to. */
export function tryOpen(with_: Opening = {}) {
  const { by = anna, values = established, now = NOW } = with_;
  const decision = decide({
    municipality: values.municipality ?? '791',
    entry: values.entry ?? 'les',
    entryOrganisation: by.organisation,
    ...(values.stage === undefined ? {} : { stage: values.stage }),
    ...(with_.crisis ? { crisis: true } : {}),
    needs: (values.areas ?? []).map((area) => ({ area })),
    today: now.slice(0, 10),
  });
  return openCase(
    {
      id: 'K3F9-QTX2',
      draftId: 'draft',
      values,
      decision,
      override: with_.override ?? null,
      contactedAt: with_.contactedAt ?? now,
      linkedTo: null,
      companyKey: 'hansen',
    },
    by,
    contextAt(now, with_.settings),
  );
}

/** A case that Viborg logged and that is offered to the Erhvervshus, unless `with_` says otherwise. */
export function opened(with_: Opening = {}): Change {
  const result = tryOpen(with_);
  if (!result.ok) throw new Error(`Opening was refused: ${result.refusal.code}`);
  return result.value;
}

export function attempt(
  kase: Case,
  verb: CaseVerb,
  by: Actor,
  input: RawInput = {},
  context: CaseContext = contextAt(NOW),
  revision: number | null = kase.revision,
): CaseDecision {
  return decideCase(kase, { verb, revision, input }, by, context);
}

/** What the command does; throws where it is refused. */
export function change(
  kase: Case,
  verb: CaseVerb,
  by: Actor,
  input: RawInput = {},
  context: CaseContext = contextAt(NOW),
): Change {
  const decided = attempt(kase, verb, by, input, context);
  if (!decided.ok) throw new Error(`${verb} was refused: ${decided.refusal.code}`);
  return decided.change;
}

/** The case after a run of commands. */
export function caseAfter(kase: Case, ...commands: readonly (readonly [CaseVerb, Actor, RawInput?])[]): Case {
  return commands.reduce((now, [verb, by, input]) => change(now, verb, by, input).case, kase);
}

/** The refusal's code, or undefined where the command goes through. */
export function refusalOf(decided: CaseDecision): string | undefined {
  return decided.ok ? undefined : decided.refusal.code;
}

export const outcome: RawInput = {
  services: '1:1 vejledning',
  referredTo: 'private-adviser',
  selfHelpUsed: 'true',
  segment: 'growth',
  actionPlan: 'Besøg messen i Hamborg',
  followUpOn: '2026-03-02',
};
