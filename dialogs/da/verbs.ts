import { cases } from './verbs-case.ts';
import { handovers } from './verbs-handover.ts';

/** Everything that is said of the verbs on a case. */
export const verbs = { ...handovers, ...cases };
