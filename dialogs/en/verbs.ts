import { cases } from './verbs-case.ts';
import { handovers } from './verbs-handover.ts';

/** All texts of the verbs on a case. */
export const verbs = { ...handovers, ...cases };
