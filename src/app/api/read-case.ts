import { type ApiToken, personOfToken } from '../../core/api-token.ts';
import type { Case } from '../../core/case/case.ts';
import { type Relation, relationTo } from '../../core/case/relation.ts';
import { sightOf, type Visibility, visibleToCrm } from '../../core/case/visibility.ts';
import type { OrganisationId } from '../../core/organisation.ts';
import type { SettingsLookup } from '../../core/triage/settings.ts';
import { crmRecordOf } from '../crm-record.ts';
import type { Dependencies } from '../dependencies.ts';
import type { CrmRecord } from '../ports/crm.ts';
import { systemOf } from './api-caller.ts';

/** What an organisation of the token may have of a case. */
interface Sight {
  readonly organisation: OrganisationId;
  readonly relation: Relation;
  readonly sees: Visibility;
}

/**
 * The parts that both the organisation and another system may have: what leaves the product follows the basis, whoever asks
 * (registration.md, "Whose words go where").
 */
function sightFor(
  kase: Case,
  organisations: readonly OrganisationId[],
  settingsOf: SettingsLookup,
): Sight | undefined {
  const outside = visibleToCrm(kase);
  const sights = organisations.map((organisation): Sight => {
    const actor = systemOf(organisation);
    const own = sightOf(kase, actor, settingsOf);
    const parts = Object.entries(own).map(([part, seen]) => [
      part,
      seen && outside[part as keyof Visibility],
    ]);
    return {
      organisation,
      relation: relationTo(kase, actor, settingsOf),
      sees: Object.fromEntries(parts) as unknown as Visibility,
    };
  });
  const amount = ({ sees }: Sight) => Object.values(sees).filter(Boolean).length;
  return sights.filter(({ sees }) => sees.outline).toSorted((a, b) => amount(b) - amount(a))[0];
}

/** Whether another system may have the record of a case for one of these organisations. */
export function mayHave(
  kase: Case,
  organisations: readonly OrganisationId[],
  settingsOf: SettingsLookup,
): boolean {
  return sightFor(kase, organisations, settingsOf) !== undefined;
}

/**
 * The record of a case, as a token's organisations and the case's basis allow it; undefined where there is none for them. A
 * read is noted in the audit. Throws `StoreError`.
 */
export async function readCase(
  id: string,
  token: ApiToken,
  deps: Pick<Dependencies, 'unitOfWork' | 'settingsOf' | 'clock'>,
): Promise<CrmRecord | undefined> {
  const kase = await deps.unitOfWork.read((stores) => stores.cases.get(id));
  const sight = kase && sightFor(kase, token.organisations, deps.settingsOf);
  if (!kase || !sight) return undefined;
  const { organisation, relation, sees } = sight;
  const person = personOfToken(token);
  const read = {
    at: deps.clock.now(),
    person,
    organisation,
    action: 'read',
    caseId: id,
    relation,
    cases: 1,
  } as const;
  await deps.unitOfWork.run((stores) => stores.audit.add([read]));
  return crmRecordOf(kase, sees);
}
