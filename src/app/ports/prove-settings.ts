import type { TriedPlace } from '../../core/triage/rules/fact-space.ts';

/** Whether under these settings every case has exactly one owner. Takes a second of computing, never of the event loop. */
export type ProveSettings = (place: TriedPlace) => Promise<boolean>;
