import { ACTIVE_STATUSES } from '../state.ts';
import { ending } from './ending.ts';
import { desk } from './who.ts';

/** The company wants no more help. */
export const withdraw = ending('withdrawn', ACTIVE_STATUSES, desk);
