import { createContext } from 'preact';
import type { Payload } from '../api.ts';

/**
 * Tries what a form would send, where the page can show what it would have done; null elsewhere. Resolves with why it could
 * not be tried, or null.
 */
export const TryContext = createContext<((payload: Payload) => Promise<string | null>) | null>(null);
