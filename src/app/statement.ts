import { coordinates } from '../core/case/relation.ts';
import { danishDate } from '../core/danish-date.ts';
import { digestMunicipalities } from '../core/indicators/digest.ts';
import { FIGURES } from '../core/indicators/figure-table.ts';
import { type Figure, figures } from '../core/indicators/figures.ts';
import { type FigureSources, ownFigures } from '../core/indicators/own-figures.ts';
import type { FigureQuestion, Period } from '../core/indicators/question.ts';
import type { SideFigures, Stated } from '../core/indicators/stated.ts';
import type { MunicipalityCode } from '../core/municipalities.ts';
import { dialogueSides, type OrganisationId } from '../core/organisation.ts';
import type { Actor } from '../core/person.ts';
import { ok, type Result, refuse } from '../core/result.ts';
import type { SettingsLookup } from '../core/triage/settings.ts';
import { figureSources } from './case-records.ts';
import type { Dependencies } from './dependencies.ts';
import { numbersNow } from './municipality-numbers.ts';

/** What statements are counted from. */
export interface Counted extends Pick<FigureQuestion, 'asOf' | 'municipalities'> {
  readonly sources: FigureSources;
}

/** The rows that the section by month shows. */
const MONTHLY = FIGURES.filter(({ code }) => ['I-11-reported', 'I-12', 'I-71-handovers'].includes(code));

/**
 * The figures of one side. With a municipality they are the rows of `indgang indicators --by municipality` that are about it.
 */
function sideFigures(
  { records, contacts, answers, advisers }: FigureSources,
  question: FigureQuestion & { readonly organisation: OrganisationId },
  municipality: MunicipalityCode | null,
): SideFigures {
  const { organisation } = question;
  const by = municipality === null ? [] : (['municipality'] as const);
  const isOurs = ({ split }: Figure) => municipality === null || split?.municipality === municipality;
  return {
    organisation,
    municipality,
    whole: figures(records, { ...question, by }, FIGURES, contacts, answers, advisers).filter(isOurs),
    months: figures(records, { ...question, by: [...by, 'month'] }, MONTHLY).filter(isOurs),
  };
}

/** The yearly statement of an organisation. `year`: four digits. */
export function yearlyStatement(organisation: OrganisationId, year: string, counted: Counted): Stated {
  const { sources, asOf, municipalities } = counted;
  const period = { from: `${year}-01-01`, to: `${year}-12-31` };
  return {
    about: { kind: 'yearly', organisation, year },
    period,
    asOf,
    sides: [sideFigures(sources, { period, asOf, organisation, by: [], municipalities }, null)],
    own: ownFigures(sources, { period, asOf, sides: [organisation] }),
  };
}

/**
 * The material of a dialogue meeting: the figures of an office, and of its Erhvervshus for each municipality that the office
 * serves, and what was between the two. Of an Erhvervshus alone: its own figures, and what it takes part in.
 */
export function dialogueStatement(
  organisation: OrganisationId,
  period: Period,
  settingsOf: SettingsLookup,
  { sources, asOf, municipalities }: Counted,
): Stated {
  const sides = dialogueSides(organisation);
  const [, house] = sides;
  const question = { period, asOf, by: [], municipalities };
  const served = house === undefined ? [] : digestMunicipalities(organisation, settingsOf);
  return {
    about: { kind: 'dialogue', sides },
    period,
    asOf,
    sides: [
      sideFigures(sources, { ...question, organisation }, null),
      ...served.map((code) =>
        sideFigures(sources, { ...question, organisation: house ?? organisation }, code),
      ),
    ],
    own: ownFigures(sources, { period, asOf, sides }),
  };
}

/** What somebody asks a statement about: a year, or the period of a dialogue meeting. */
export type AskedStatement = { readonly year: string } | { readonly dialogue: Period };

/**
 * A statement of the actor's own office, for those who see its figures with `tal` and `dialogmøde` in chat. Refuses
 * `coordinators-only`, and `period-ahead` for a period that has not begun.
 */
export async function countStatement(
  { organisation, ...actor }: Actor,
  asked: AskedStatement,
  deps: Pick<Dependencies, 'unitOfWork' | 'settings' | 'settingsOf'>,
  asOf: string,
): Promise<Result<Stated>> {
  if (!coordinates({ organisation, ...actor })) return refuse('coordinators-only', { organisation });
  const from = 'year' in asked ? `${asked.year}-01-01` : asked.dialogue.from;
  if (from > danishDate(asOf)) return refuse('period-ahead');
  const municipalities = await numbersNow(deps, asOf);
  const sources = await figureSources(deps.unitOfWork);
  const counted = { sources, asOf, municipalities };
  return ok(
    'year' in asked
      ? yearlyStatement(organisation, asked.year, counted)
      : dialogueStatement(organisation, asked.dialogue, deps.settingsOf, counted),
  );
}
