import type { MunicipalityCode } from './municipalities.ts';
import { actorOf, houseOf, type LesId, type OrganisationId, officeServing } from './organisation.ts';
import { serviceAmong } from './services.ts';

/** What a municipality has agreed about local services (`localServices`, `houseActsAsLes`). */
export interface LocalOffer {
  /** Services of the office beside the common list (registration.md, "Services"). */
  readonly localServices: readonly string[];
  /** Local services, of the common list or the office's own, that the Erhvervshus gives in its place (T-51). */
  readonly houseActsAsLes: readonly string[];
  readonly operator: LesId | null;
}

/** The services beside the common list of its level that an organisation can register on a case of the municipality. */
export function ownServicesOf(
  organisation: OrganisationId,
  municipality: MunicipalityCode,
  { localServices, houseActsAsLes }: LocalOffer,
): readonly string[] {
  if (actorOf(organisation) === 'les') return localServices;
  return organisation === houseOf(municipality) ? houseActsAsLes : [];
}

/**
 * The local office for which an organisation gave a service: the municipality's, where its Erhvervshus acts as it.
 * Undefined where the service is the organisation's own.
 */
export function givenFor(
  service: string,
  organisation: OrganisationId,
  municipality: MunicipalityCode,
  offer: LocalOffer,
): LesId | undefined {
  if (organisation !== houseOf(municipality)) return undefined;
  const isLocal = offer.houseActsAsLes.some((name) => serviceAmong(service, [name]) === name);
  return isLocal ? officeServing(municipality, offer) : undefined;
}
