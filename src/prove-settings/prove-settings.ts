import { Worker } from 'node:worker_threads';
import type { ProveSettings } from '../app/ports/prove-settings.ts';
import { ownersKindOf, type TriedPlace } from '../core/triage/rules/fact-space.ts';

const THREAD = new URL('./thread.ts', import.meta.url);

/**
 * Proves settings in a thread of its own, which ends with the proof: the event loop goes on. What was proven of settings
 * that the rules cannot tell from others holds for those too, so that each kind is proven once.
 */
export function createSettingsProof(): ProveSettings {
  const proven = new Map<string, Promise<boolean>>();
  return (place) => {
    const kind = ownersKindOf(place);
    const known = proven.get(kind);
    if (known) return known;
    const proof = inThread(place);
    proven.set(kind, proof);
    // A thread that could not be started says nothing of the settings.
    proof.catch(() => proven.delete(kind));
    return proof;
  };
}

function inThread(place: TriedPlace): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const thread = new Worker(THREAD, { workerData: place });
    thread.once('message', (isProven: unknown) => resolve(isProven === true));
    thread.once('error', reject);
    thread.once('exit', (code) => reject(new Error(`The proof ended with ${code}`)));
    thread.unref();
  });
}
