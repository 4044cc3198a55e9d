import { danishDate } from '../core/danish-date.ts';
import type { Draft } from '../core/intake/draft.ts';
import { changesDoor } from '../core/settings/table.ts';
import { asksRegister } from './correct-case.ts';
import { type Budget, crmWithin, LATE, LIMITS, languageWithin, registerWithin } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { countDigest } from './digest.ts';
import { countFigures } from './figures.ts';
import { type Confirmations, identifyActor } from './identify-actor.ts';
import type { Inbound } from './inbound.ts';
import { type Lookups, NO_LOOKUPS } from './look-up.ts';
import { lookUpSeveral } from './look-up-several.ts';
import { looksUp } from './looks-up.ts';
import { lookUpFor } from './outreach/look-up-company.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { checkChange } from './settings/check-change.ts';
import { wantedBy } from './settings/wanted-setting.ts';

/** What a turn needs to know before its transaction, which never waits for it. */
export async function lookUpTurn(
  inbound: Inbound,
  confirmations: Confirmations | null,
  deps: Dependencies,
  budget: Budget,
  now: string,
): Promise<Lookups> {
  const { command } = inbound;
  if (command.name === 'figures' || command.name === 'digest') {
    const { who } = await deps.unitOfWork.read((stores) =>
      identifyActor(inbound, stores, confirmations, now),
    );
    if (!who.ok) return NO_LOOKUPS;
    if (command.name === 'digest') return { ...NO_LOOKUPS, digest: await countDigest(command, deps, now) };
    const figures = await countFigures(command, who.value.actor, deps, now);
    return { ...NO_LOOKUPS, figures };
  }
  if (command.name === 'setting') {
    const wanted = await deps.unitOfWork.read(async (stores) => {
      const { who } = await identifyActor(inbound, stores, confirmations, now);
      return who.ok ? wantedBy(command, who.value.actor, stores) : undefined;
    });
    if (!wanted || !changesDoor(wanted.key)) return NO_LOOKUPS;
    const checked = await budget.run(LIMITS.message, () => checkChange(wanted, deps, now));
    return { ...NO_LOOKUPS, setting: checked === LATE ? 'late' : checked };
  }
  if (!looksUp(command)) return NO_LOOKUPS;
  // Look nothing up for a person who may do nothing, nor from another person's draft.
  const before = await deps.unitOfWork.read((stores) => draftOf(inbound, stores, confirmations, now));
  if (!before) return NO_LOOKUPS;
  const asked = {
    ...deps,
    register: registerWithin(deps.register, budget),
    crm: crmWithin(deps.crm, budget, LIMITS.crm),
    language: languageWithin(deps.language, budget),
  };
  const found = await lookUpFor(command, before.draft, asked, danishDate(now), inbound.aside);
  const several = await lookUpSeveral(command, before.draft, found, asked, danishDate(now), inbound.aside);
  return several.length < 2 ? found : { ...found, several };
}

/** The draft that a turn is about; undefined where the acting person may do nothing. */
async function draftOf(
  inbound: Inbound,
  stores: ReadStores,
  confirmations: Confirmations | null,
  now: string,
): Promise<{ readonly draft: Draft | undefined } | undefined> {
  const { who } = await identifyActor(inbound, stores, confirmations, now);
  if (!who.ok) return undefined;
  const { person } = who.value;
  const { command } = inbound;
  if (command.name === 'log' || (await asksRegister(command, stores))) return { draft: undefined };
  if (command.name === 'case-action' && command.verb === 'case.correct') return undefined;
  if (command.name === 'intake' && command.draftId !== null) {
    const draft = await stores.drafts.get(command.draftId);
    return draft && draft.person !== person.id ? undefined : { draft };
  }
  return { draft: await stores.drafts.active(person.id) };
}
