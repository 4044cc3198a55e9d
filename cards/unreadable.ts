import type { Command } from '../src/core/command.ts';

/**
 * Cleans and clips text from outside before an answer quotes it. The cut falls behind a letter: half a CPR number would
 * not be recognised and masked.
 */
export function named(value: unknown): string {
  const text = String(value).replace(/[\p{C}\s]+/gu, ' ');
  return text.length <= 60 ? text : text.slice(0, 60).replace(/\P{L}*$/u, '…');
}

/** Data that is no command, with the code of its problem. */
export function unreadable(problem: string): Command {
  return { name: 'unreadable', problem };
}
