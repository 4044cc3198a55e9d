import { ACTIVE_STATUSES } from '../derived.ts';
import { ending } from './ending.ts';
import { memberOfOwner } from './guards.ts';

/** The company wants no further help. */
export const withdraw = ending('withdrawn', ACTIVE_STATUSES, memberOfOwner);
