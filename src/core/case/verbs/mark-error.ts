import { ACTIVE_STATUSES } from '../derived.ts';
import { ending } from './ending.ts';
import { loggerOrCoordinator } from './guards.ts';

/** Marks the case as entered in error, which removes it from all figures. */
export const markError = ending(
  'entered-in-error',
  [...ACTIVE_STATUSES, 'closed', 'withdrawn'],
  loggerOrCoordinator,
);
