import type { Decision } from '../triage/decision.ts';
import type { TriageFacts } from '../triage/facts.ts';
import type { Area, Depth } from '../vocabulary.ts';
import type { Draft } from './draft.ts';

/** Areas that both levels serve: the dialog must ask rather than guess (domain 4.3). */
const GREY_AREAS: readonly Area[] = [
  'succession',
  'internationalisation',
  'innovation-strategy',
  'leadership-organisation',
  'sales-marketing',
  'accounting-tax-vat',
  'regulatory-compliance',
  'knowledge-collaboration',
  'financing',
  'skilled-labour',
  'networks-courses',
];

function sameOutcome(one: Decision, other: Decision): boolean {
  return (
    one.owner.organisation === other.owner.organisation &&
    one.priority === other.priority &&
    one.greyZone === other.greyZone
  );
}

/**
 * The needs whose depth nobody stated, that both levels serve, and whose depth would change the owner, priority or grey
 * zone: each has a control question (KL10). `decide` decides on facts.
 */
export function controlAreas(
  { values, answered }: Pick<Draft, 'values' | 'answered'>,
  facts: TriageFacts,
  decide: (facts: TriageFacts) => Decision,
): readonly Area[] {
  if (values.depth !== undefined) return [];
  return (facts.needs ?? []).flatMap(({ area }) => {
    const isKnown = answered.includes(`control:${area}`) || values.depths?.[area] !== undefined;
    if (isKnown || !GREY_AREAS.includes(area)) return [];
    const withDepth = (depth: Depth) =>
      decide({
        ...facts,
        needs: facts.needs?.map((known) => (known.area === area ? { ...known, depth } : known)),
      });
    return sameOutcome(withDepth('basic'), withDepth('specialised')) ? [] : [area];
  });
}

/**
 * The next question of the guided dialog. Null where no unknown fact could change the owner or is required by the
 * shared CRM. `decide` decides on facts; `facts` are the draft's, once it has a municipality. `shared` tells whether
 * the case would go to another organisation.
 */
export function nextQuestion(
  draft: Draft,
  facts: TriageFacts | undefined,
  decide: (facts: TriageFacts) => Decision,
  shared: (decision: Decision) => boolean,
): string | null {
  const { values } = draft;
  const asked = (question: string) => draft.answered.includes(question);
  const crisis = values.crisis === true;
  const named = values.cvr !== undefined || values.companyName !== undefined;
  // Who has not started has no company to name.
  const hasCompany = values.stage !== 'pre-starter';
  if (!crisis && hasCompany && !named && !asked('company')) return 'company';
  if (facts === undefined) return 'municipality';
  // Nothing else changes a crisis's door, and nothing may hold it up: its card asks whom to call.
  if (crisis) return null;
  if ((values.areas ?? []).length === 0 && !asked('areas')) return 'areas';

  const decision = decide(facts);
  for (const fact of decision.missing) {
    const question = fact === 'needs' ? 'areas' : fact;
    if (!asked(question)) return question;
  }
  const [control] = controlAreas(draft, facts, decide);
  if (control !== undefined) return `control:${control}`;
  const reachable = values.contactPhone !== undefined || values.contactEmail !== undefined;
  if (!reachable && !asked('contact')) return 'contact';
  // After a logged line the decision card asks for the basis itself, which saves a click with a caller on the phone.
  const logged = draft.sources.description === 'text';
  if (!logged && values.consent === undefined && shared(decision) && !asked('consent')) return 'consent';
  return null;
}
