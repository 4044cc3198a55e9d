import type { Clock } from '../app/ports/clock.ts';

/** Logs an event with names, ids and codes, never with what a person wrote. */
export type Log = (event: string, fields: Readonly<Record<string, string | number>>) => void;

/** A log that writes one line of JSON per event to standard error. */
export function writeLog(clock: Clock): Log {
  return (event, fields) => {
    process.stderr.write(`${JSON.stringify({ at: clock.now(), event, ...fields })}\n`);
  };
}
