import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import { MUNICIPALITIES, type MunicipalityCode } from '../../core/municipalities.ts';
import { type Catalogue, catalogueOf } from '../../core/offers/catalogue.ts';
import { findOffers } from '../../core/offers/find-offers.ts';
import { withLocalOffers } from '../../core/offers/local-offers.ts';
import { type HouseId, houseOf, municipalityOf } from '../../core/organisation.ts';
import type { Area } from '../../core/vocabulary.ts';
import { type Turn, today } from '../turn.ts';

type OffersCommand = Extract<Command, { name: 'offers' }>;

/** Offers on one card, at most. */
const MOST_SHOWN = 6;

/** The catalogue as it is now: the built-in offers with what was imported. */
export async function catalogueNow({ stores }: Pick<Turn, 'stores'>): Promise<Catalogue> {
  return catalogueOf(await stores.offers.all());
}

/** Where a search of the reader's looks: a municipality, or all of their house's. */
export interface Within {
  readonly municipality: MunicipalityCode | null;
  readonly house: HouseId;
  readonly within: readonly MunicipalityCode[];
}

/** The place that was typed, else the reader's own: their municipality, or their house's. */
export function withinOf({ actor: { organisation } }: Turn, asked: MunicipalityCode | undefined): Within {
  const municipality = asked ?? municipalityOf(organisation) ?? null;
  if (municipality !== null) return { municipality, house: houseOf(municipality), within: [municipality] };
  const own = MUNICIPALITIES.filter(({ house }) => house === organisation);
  const [first] = own;
  if (!first) throw new Error(`${organisation} serves no municipality`);
  return { municipality, house: first.house, within: own.map(({ code }) => code) };
}

/**
 * The needs and the municipality that words name: first those typed by name, then what the language model reads in them,
 * misspelt words and towns too.
 */
export function understoodIn(
  turn: Turn,
  { words, areas, municipality }: Pick<OffersCommand, 'words' | 'areas' | 'municipality'>,
): {
  readonly areas: readonly Area[];
  readonly likely: readonly Area[];
  readonly municipality: MunicipalityCode | undefined;
} {
  const read = words === '' ? undefined : turn.deps.language?.understand(words, today(turn));
  const { chosen = [], offered = [] } = read ?? {};
  // Looking changes nothing, so that the likeliest need is enough where none is clear.
  const meant = chosen.length > 0 ? chosen : offered.slice(0, 1);
  return {
    areas: areas.length > 0 ? areas : meant,
    likely: offered,
    municipality: municipality ?? read?.entities.municipality,
  };
}

/** `tilbud <ord> [kommune]`: what companies of a place can be offered today. Changes nothing. */
export async function showOffers(turn: Turn, command: OffersCommand): Promise<Answer> {
  const { words, kind } = command;
  const read = understoodIn(turn, command);
  const { within, ...place } = withinOf(turn, read.municipality);
  const day = today(turn);
  const catalogue = withLocalOffers(await catalogueNow(turn), within, turn.deps.settingsOf);
  const find = (areas: readonly Area[]) => ({
    areas,
    ...findOffers(catalogue, { words, areas, kind, within, day }),
  });
  const first = find(read.areas);
  const { areas, offers, notNow } = first.offers.length > 0 ? first : find([...read.areas, ...read.likely]);
  const most = words === '' ? offers.length : MOST_SHOWN;
  return {
    kind: 'offers',
    words,
    areas,
    only: kind,
    ...place,
    offers: offers.slice(0, most),
    more: Math.max(0, offers.length - most),
    notNow: notNow.slice(0, MOST_SHOWN),
    day,
  };
}
