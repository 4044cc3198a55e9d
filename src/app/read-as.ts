import type { Actor, Person } from '../core/person.ts';
import { ok, type Result } from '../core/result.ts';
import type { Language } from '../core/vocabulary.ts';
import { LIMITS, rostersWithin, startBudget } from './deadline.ts';
import type { Dependencies } from './dependencies.ts';
import { askAll, identifyActor, RosterNeeded, rememberActor } from './identify-actor.ts';
import type { Inbound } from './inbound.ts';
import type { ReadStores } from './ports/unit-of-work.ts';
import { languageOf, languageOfLocale } from './reader-language.ts';

/** Somebody who reads outside a turn, and the organisation they act for. */
export interface Reader {
  readonly person: Person;
  readonly actor: Actor;
  readonly language: Language;
  /** ISO instant. */
  readonly now: string;
}

/** The verified person, and where they are: what identifies the actor of a turn. */
export type Visitor = Pick<Inbound, 'channel' | 'person' | 'conversation'>;

/** The refusal of a read, in the language of whoever is refused. */
export type Read<T> = { readonly language: Language; readonly answer: Result<T> };

/**
 * Reads as a person, in a reading transaction: a page that looks every few seconds must not take the store's write lock.
 * Who one is and what one may do is settled as in a turn (`identifyActor`, the settings of now), with the same refusals. What
 * the rosters teach is saved.
 */
export async function readAs<T>(
  visitor: Visitor,
  deps: Dependencies,
  work: (reader: Reader, stores: ReadStores) => Promise<T>,
): Promise<Read<T>> {
  const now = deps.clock.now();
  const inbound: Inbound = { ...visitor, deliveryId: '', command: { name: 'cases' }, audience: 'person' };
  const readWith = async (asked: Parameters<typeof identifyActor>[2]) =>
    deps.unitOfWork.read(async (stores): Promise<Read<T>> => {
      await deps.settings.refresh(stores, now);
      const { who } = await identifyActor(inbound, stores, asked, now);
      if (!who.ok) return { language: languageOfLocale(visitor.person.locale), answer: who };
      const { person, actor } = who.value;
      const language = await languageOf(stores, person);
      return { language, answer: ok(await work({ person, actor, language, now }, stores)) };
    });
  try {
    return await readWith(null);
  } catch (error) {
    if (!(error instanceof RosterNeeded)) throw error;
    const rosters = rostersWithin(deps.rosters, startBudget(deps.clock, LIMITS.roster), deps.clock);
    const asked = await askAll(error.questions, { rosters });
    await deps.unitOfWork.run(async (stores) =>
      rememberActor(await identifyActor(inbound, stores, asked, now), inbound, stores, now),
    );
    return readWith(asked);
  }
}
