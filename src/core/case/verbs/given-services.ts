import { givenFor, ownServicesOf } from '../../local-offer.ts';
import type { LesId, OrganisationId } from '../../organisation.ts';
import type { Actor } from '../../person.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { baseServicesOf, programmeNamed, serviceAmong, servicesLike } from '../../services.ts';
import type { Case } from '../case.ts';
import type { CaseContext } from '../case-change.ts';
import { codesOf, date, hours, maybeOneOf, optional, services } from './fields.ts';

/** The inputs that say which services were given and how. */
export const SERVICE_INPUTS = {
  services: services(),
  on: date(),
  hours: hours(),
  meeting: maybeOneOf('meeting', 'not-in-list'),
  form: maybeOneOf('service-form', 'not-in-list'),
  tools: codesOf('tool', 'not-in-list'),
  programme: optional({ line: true }),
  applicationHelp: maybeOneOf('application-help', 'not-in-list'),
};

/** The services that an organisation can register on the case beside the common list. */
function ownServices(
  { values: { municipality } }: Case,
  { organisation }: Actor,
  { settingsOf }: CaseContext,
): readonly string[] {
  if (municipality === undefined) return [];
  return ownServicesOf(organisation, municipality, settingsOf(municipality));
}

/** The local office in whose place the actor's organisation gives a service of the case, if it does. */
export function officeActedFor(
  { values: { municipality } }: Case,
  { organisation }: Actor,
  { settingsOf }: CaseContext,
): (service: string) => LesId | undefined {
  if (municipality === undefined) return () => undefined;
  const local = settingsOf(municipality);
  return (service) => givenFor(service, organisation, municipality, local);
}

/** The names that a refusal of an unknown service proposes: the likeliest, or what the level gives. */
function proposed(typed: string, organisation: OrganisationId, own: readonly string[] = []): string {
  const like = servicesLike(typed, own);
  return (like.length > 0 ? like : [...baseServicesOf(organisation), ...own]).join('|');
}

/**
 * Typed services by their names, each once: those of the common list, and the municipality's own. Refuses the first unknown
 * one with `unknown-service`.
 */
export function namedServices(
  typed: readonly string[],
  kase: Case,
  by: Actor,
  context: CaseContext,
): Result<readonly string[], 'unknown-service'> {
  const own = ownServices(kase, by, context);
  const unknown = typed.find((one) => serviceAmong(one, own) === undefined);
  if (unknown !== undefined) {
    const services = proposed(unknown, by.organisation, own);
    return refuse('unknown-service', { field: 'services', typed: unknown, services });
  }
  return ok([...new Set(typed.flatMap((one) => serviceAmong(one, own) ?? []))]);
}

/** A typed programme by its name; null where none was typed. Refuses another name with `unknown-service`. */
export function namedProgramme(
  typed: string | null,
  organisation: OrganisationId,
): Result<string | undefined, 'unknown-service'> {
  if (typed === null) return ok(undefined);
  const programme = programmeNamed(typed);
  if (programme !== undefined) return ok(programme);
  return refuse('unknown-service', { field: 'programme', typed, services: proposed(typed, organisation) });
}
