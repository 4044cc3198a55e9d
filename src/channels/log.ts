/** Logs an event with ids and codes, never with what somebody wrote. */
export type Log = (event: string, details: Readonly<Record<string, string | number>>) => void;
