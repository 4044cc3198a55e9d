import type { OrganisationId } from '../../organisation.ts';
import { ok, type Result, refuse } from '../../result.ts';
import { baseServicesOf, programmeNamed, serviceNamed, servicesLike } from '../../services.ts';
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

/** The names that a refusal of an unknown service proposes: the likeliest, or what the level gives. */
function proposed(typed: string, organisation: OrganisationId): string {
  const like = servicesLike(typed);
  return (like.length > 0 ? like : baseServicesOf(organisation)).join('|');
}

/** Typed services by their names, each once. Refuses the first unknown one with `unknown-service`. */
export function namedServices(
  typed: readonly string[],
  organisation: OrganisationId,
): Result<readonly string[], 'unknown-service'> {
  const unknown = typed.find((one) => serviceNamed(one) === undefined);
  if (unknown !== undefined) {
    const services = proposed(unknown, organisation);
    return refuse('unknown-service', { field: 'services', typed: unknown, services });
  }
  return ok([...new Set(typed.flatMap((one) => serviceNamed(one) ?? []))]);
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
