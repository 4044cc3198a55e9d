import { type AskedOffer, type Catalogue, offerKey } from '../../offers/catalogue.ts';
import { isValidOn, type Offer, reaches } from '../../offers/offer.ts';
import type { Situation } from '../situation.ts';
import { type DecisionSoFar, wants } from './additions.ts';
import { GROWTH_PROGRAMMES, OPEN_PROGRAMMES } from './programme-names.ts';
import type { RuleText } from './rule-text.ts';

/** How long the lists of offers in a decision are. */
export interface Lengths {
  readonly referrals: number;
  readonly services: number;
  readonly programmes: number;
  readonly selfHelp: number;
}

export function lengthsOf({ referrals, services, programmes, selfHelp }: DecisionSoFar): Lengths {
  return {
    referrals: referrals.length,
    services: services.length,
    programmes: programmes.length,
    selfHelp: selfHelp.length,
  };
}

/**
 * Takes out of a decision what one rule has named since `before` and the catalogue does not hold as valid that day; a
 * programme without funds stays, as closed. Returns whether the rule's part is still there: a rule that named offers alone,
 * all of which are gone, gives no reason any more. The doors (local office, Erhvervshus, authority, private advisers) are
 * no offers and stay.
 */
export function keepOffered(
  s: Situation,
  d: DecisionSoFar,
  before: Lengths,
  { standing }: Catalogue,
): boolean {
  const level = d.owner.actor === 'digital' ? undefined : d.owner.actor;
  const of = (kind: AskedOffer['kind'], name: string) =>
    standing({ kind, name, municipality: s.municipality, ...(kind === 'service' && { level }) }, s.today);
  const isNamed = (kind: AskedOffer['kind'], name: string) => {
    const now = of(kind, name);
    return now === 'offered' || now === 'no-funds';
  };
  let gone = 0;
  let left = 0;
  function keep<One>(list: One[], from: number, stays: (one: One) => boolean) {
    const added = list.splice(from);
    const kept = added.filter(stays);
    gone += added.length - kept.length;
    left += kept.length;
    list.push(...kept);
  }
  keep(d.referrals, before.referrals, ({ actor }) => of('actor', actor) !== 'ended');
  keep(d.services, before.services, (name) => isNamed('service', name));
  keep(d.programmes, before.programmes, ({ name }) => isNamed('programme', name));
  keep(d.selfHelp, before.selfHelp, ({ tool }) => isNamed('tool', tool));
  for (const [at, one] of d.programmes.entries()) {
    if (at >= before.programmes && of('programme', one.name) === 'no-funds')
      d.programmes[at] = { ...one, eligible: false, why: 'no-funds' };
  }
  return gone === 0 || left > 0;
}

/** The reason for programmes that an import has added. No rule of the agreed set: it fires only where there are any. */
export const CATALOGUE_RULE: RuleText = {
  id: 'K1',
  strength: 'guidance',
  source: 'Kataloget over tilbud',
  da: 'Programmet står i kataloget over tilbud, gælder i dag og passer til et behov; programmet afgør selv adgangen.',
  en: 'The programme is in the catalogue of offers, is valid today and fits a need; the programme itself decides.',
};

/** The programmes that the rules name themselves, with conditions of their own. */
const KNOWN: ReadonlySet<string> = new Set([...GROWTH_PROGRAMMES, ...OPEN_PROGRAMMES].map(offerKey));

function fits(s: Situation, offer: Offer): boolean {
  const { areas, stages, growthOnly } = offer;
  if (stages.length > 0 && !stages.includes(s.stage)) return false;
  if (growthOnly && !s.growth) return false;
  if (!isValidOn(offer, s.today) || !reaches(offer, s.municipality)) return false;
  if (growthOnly && wants(s, 'growth-programmes')) return true;
  return areas.length === 0 ? s.specialised.length > 0 : areas.some((area) => wants(s, area));
}

/** Names the imported programmes that fit the company and a need of its, and tells whether there were any. */
export function addImported(s: Situation, d: DecisionSoFar, { listed }: Catalogue): boolean {
  const named = listed.filter(
    ({ offer, imported }) =>
      imported && offer.kind === 'programme' && !KNOWN.has(offerKey(offer.name)) && fits(s, offer),
  );
  for (const { offer } of named) {
    const closed = offer.funds === 'closed';
    d.programmes.push({
      name: offer.name,
      ...(closed
        ? { eligible: false, why: 'no-funds' as const }
        : { eligible: 'check', why: 'programme-decides' as const }),
      rule: CATALOGUE_RULE.id,
    });
  }
  return named.length > 0;
}
