import { parentPort, workerData } from 'node:worker_threads';
import type { TriedPlace } from '../core/triage/rules/fact-space.ts';
import { ownerFaultsAt } from '../core/triage/rules/owner-proof.ts';

/** The thread of a proof: says whether every case has exactly one owner under the settings that it was given. */
parentPort?.postMessage(ownerFaultsAt(workerData as TriedPlace).length === 0);
