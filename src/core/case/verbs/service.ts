import { z } from 'zod';
import { danishDate } from '../../danish-date.ts';
import { ok, refuse } from '../../result.ts';
import { refOf } from '../case-change.ts';
import { ACTIVE_STATUSES } from '../derived.ts';
import { servicesGiven, withRegistered } from '../registering.ts';
import { REFRESH, SAVE } from './common-steps.ts';
import { namedProgramme, namedServices, officeActedFor, SERVICE_INPUTS } from './given-services.ts';
import { takesPart } from './guards.ts';
import { verb } from './verb.ts';

/**
 * Registers services that the actor's organisation gave the company. Refuses with `service-needed`, `unknown-service`
 * and `date-in-future`.
 */
export const service = verb({
  from: ACTIVE_STATUSES,
  who: takesPart,
  safeWhenStale: true,
  inputs: z.object(SERVICE_INPUTS),
  does: (kase, { services: typed, on, programme: typedProgramme, ...details }, by, context) => {
    const programme = namedProgramme(typedProgramme, by.organisation);
    if (!programme.ok) return programme;
    // A programme said alone is the service.
    const named = namedServices(
      typed.length > 0 || programme.value === undefined ? typed : [programme.value],
      kase,
      by,
      context,
    );
    if (!named.ok) return named;
    if (named.value.length === 0) return refuse('service-needed', { field: 'services' });
    const today = danishDate(context.now);
    if (on !== undefined && on > today) return refuse('date-in-future', { field: 'on' });
    const given = servicesGiven(
      named.value,
      { ...details, on: on ?? today, programme: programme.value },
      refOf(by),
      officeActedFor(kase, by, context),
    );
    const asLes = given.flatMap((one) => (one.asLes === undefined ? [] : [one.service]));
    return ok({
      case: withRegistered(kase, { services: given }),
      event: {
        type: 'service-given',
        services: named.value,
        on: on ?? today,
        ...(asLes.length > 0 && { asLes }),
        ...(details.hours !== undefined && { hours: details.hours }),
      },
      effects: [SAVE, REFRESH],
    });
  },
});
