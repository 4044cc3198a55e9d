import { ACTIVE_STATUSES } from '../derived.ts';
import { ending } from './ending.ts';
import { loggerOrCoordinator } from './guards.ts';

/** The case should never have been: it counts nowhere. */
export const markError = ending(
  'entered-in-error',
  [...ACTIVE_STATUSES, 'closed', 'withdrawn'],
  loggerOrCoordinator,
);
