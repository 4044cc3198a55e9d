import { findMunicipality, type MunicipalityCode } from '../municipalities.ts';
import { officeServing, organisationName } from '../organisation.ts';
import type { SettingsLookup } from '../triage/settings.ts';
import type { Catalogue, Listed } from './catalogue.ts';
import type { Offer } from './offer.ts';

/** The own services of a municipality's office (`localServices`) as offers of the catalogue. */
function localOffersOf(municipality: MunicipalityCode, settingsOf: SettingsLookup): readonly Offer[] {
  const settings = settingsOf(municipality);
  const owner = officeServing(municipality, settings);
  const name = findMunicipality(municipality)?.name ?? municipality;
  return settings.localServices.map((service, at) => ({
    id: `local-${municipality}-${at + 1}`,
    kind: 'service',
    name: service,
    nameEn: null,
    code: null,
    owner,
    areas: [],
    stages: [],
    growthOnly: false,
    places: [municipality],
    notPlaces: [],
    forWhom: { da: `Virksomheder i ${name}`, en: `Companies in ${name}` },
    criteria: null,
    source: organisationName(owner),
    validFrom: null,
    validTo: null,
    link: null,
    funds: 'unknown',
  }));
}

/** The catalogue's offers, and the own services of the offices of these municipalities behind them. */
export function withLocalOffers(
  { listed }: Pick<Catalogue, 'listed'>,
  within: readonly MunicipalityCode[],
  settingsOf: SettingsLookup,
): Pick<Catalogue, 'listed'> {
  const local = within.flatMap((code) => localOffersOf(code, settingsOf));
  return { listed: [...listed, ...local.map((offer): Listed => ({ offer, imported: false }))] };
}
