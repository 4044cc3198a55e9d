import { readYesNo } from '../../../dialogs/field-words.ts';
import { foldWords } from '../../../dialogs/fold.ts';
import { OFFER_KIND_WORDS } from '../../../dialogs/offer-words.ts';
import { organisationOf } from '../../../dialogs/organisation-words.ts';
import { withCodes } from '../../../dialogs/phrases.ts';
import type { ImportProblem } from '../../core/import-problems.ts';
import { builtInOffer } from '../../core/offers/catalogue.ts';
import type { ReadOffer } from '../../core/offers/import-offers.ts';
import {
  FUNDS,
  OFFER_KINDS,
  OFFER_STAGES,
  type Offer,
  OWNER_LEVELS,
  offerSchema,
} from '../../core/offers/offer.ts';
import type { Cells } from './cells.ts';
import { readRows } from './rows.ts';
import { readSheet } from './sheet.ts';

/** The columns of an import of offers, in the order of the template. */
export const OFFER_COLUMNS = [
  'id',
  'kind',
  'name',
  'name_en',
  'owner',
  'areas',
  'stages',
  'growth_only',
  'places',
  'not_places',
  'for_whom_da',
  'for_whom_en',
  'criteria_da',
  'criteria_en',
  'source',
  'valid_from',
  'valid_to',
  'link',
  'funds',
] as const;
const OPTIONAL = [
  'name_en',
  'stages',
  'growth_only',
  'not_places',
  'for_whom_en',
  'criteria_da',
  'criteria_en',
  'link',
];

const MAX_NAME = 120;
const MAX_WORDS = 600;

const STAGE_WORDS = withCodes(
  OFFER_STAGES,
  ({ fieldWords }) => fieldWords.stage,
  ({ labels }) => labels.stage,
);
const FUNDS_WORDS = withCodes(FUNDS, ({ offers }) => offers.fundsWords);
const LEVEL_WORDS = withCodes(OWNER_LEVELS, ({ offers }) => offers.owners);

/** A level, the id of an organisation, or the owner's name as it stands. */
function ownerIn(cell: string): string {
  return LEVEL_WORDS.get(foldWords(cell)) ?? organisationOf(cell) ?? cell;
}

function growthOnly(cells: Cells): boolean {
  const cell = cells.text('growth_only', MAX_NAME);
  const read = cell === '' ? 'false' : readYesNo(cell);
  if (read === undefined) cells.refuse('not-yes-or-no', 'growth_only', cell);
  return read === 'true';
}

function offerIn(cells: Cells): Offer | undefined {
  const id = cells.id();
  const kind = cells.oneOf('kind', OFFER_KIND_WORDS, OFFER_KINDS);
  if (kind === undefined) cells.needed('kind', MAX_NAME);
  const da = cells.needed('for_whom_da', MAX_WORDS);
  const criteria = cells.text('criteria_da', MAX_WORDS);
  const inEnglish = cells.text('criteria_en', MAX_WORDS);
  if (criteria === '' && inEnglish !== '') cells.refuse('needed', 'criteria_da');
  const stageOf = (part: string) => OFFER_STAGES.find((stage) => stage === STAGE_WORDS.get(foldWords(part)));
  const offer = {
    id,
    kind,
    name: cells.needed('name', MAX_NAME),
    nameEn: cells.text('name_en', MAX_NAME) || null,
    code: builtInOffer(id)?.code ?? null,
    owner: ownerIn(cells.needed('owner', MAX_NAME)),
    areas: cells.areas(),
    stages: cells.listOf('stages', stageOf, 'not-in-list', OFFER_STAGES.join(', ')),
    growthOnly: growthOnly(cells),
    places: cells.places(),
    notPlaces: cells.places('not_places'),
    forWhom: { da, en: cells.text('for_whom_en', MAX_WORDS) || da },
    criteria: criteria === '' ? null : { da: criteria, en: inEnglish || criteria },
    source: cells.needed('source', MAX_NAME),
    ...cells.period(),
    link: cells.link(),
    funds: cells.oneOf('funds', FUNDS_WORDS, FUNDS) ?? 'unknown',
  };
  return cells.problems.length > 0 ? undefined : offerSchema.parse(offer);
}

/** The offers in a file, or everything that is wrong with it. */
export function readOfferRows(
  bytes: Uint8Array,
):
  | { readonly ok: true; readonly offers: readonly ReadOffer[] }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] } {
  const sheet = readSheet(bytes, { all: OFFER_COLUMNS, optional: OPTIONAL });
  if (!sheet.ok) return sheet;
  const { read, problems } = readRows(sheet.rows, [], offerIn);
  if (problems.length > 0) return { ok: false, problems };
  return { ok: true, offers: read.map(({ line, one }) => ({ line, offer: one })) };
}
