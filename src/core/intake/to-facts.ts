import { actorOf } from '../organisation.ts';
import type { Owner, TriageFacts } from '../triage/facts.ts';
import { areaKindOf } from '../triage/situation.ts';
import type { Draft } from './draft.ts';
import { foundedDay } from './read-inputs.ts';

/**
 * The facts for triage from a draft; undefined while the municipality is unknown. The entry is the organisation that
 * logs, unless the form states another. `running` is the company's running case (O2). `today` is an ISO date.
 */
export function toFacts(
  draft: Pick<Draft, 'values' | 'organisation'>,
  running: { readonly id: string; readonly owner: Owner } | null,
  today: string,
): TriageFacts | undefined {
  const { values } = draft;
  if (values.municipality === undefined) return undefined;
  const entry = values.entry ?? actorOf(draft.organisation);
  return {
    entry,
    municipality: values.municipality,
    direction: values.direction,
    entryOrganisation: entry === actorOf(draft.organisation) ? draft.organisation : undefined,
    stage: values.stage,
    maturity: values.maturity,
    segment: values.segment,
    crisis: values.crisis,
    clarified: values.clarified,
    company: {
      cvr: values.cvr,
      name: values.companyName,
      form: values.form,
      founded: values.founded === undefined ? undefined : foundedDay(values.founded, today),
      employees: values.employees,
      turnoverDkk: values.turnoverDkk,
      externalFundingDkk: values.externalFundingDkk,
      advertisingProtected: values.advertisingProtected,
    },
    needs: values.areas?.map((area) => {
      const depth = values.depths?.[area] ?? values.depth;
      const kind = areaKindOf(area);
      const deep = kind === 'specialised' || kind === 'basic' || kind === 'by-stage';
      return depth === undefined || !deep ? { area } : { area, depth };
    }),
    history: { returns: 0, openCase: running },
    today,
  };
}
