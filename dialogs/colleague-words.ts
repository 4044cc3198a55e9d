import { SELF } from '../src/core/case/verbs/assign.ts';
import { anyOf } from './phrases.ts';

const ME = new RegExp(`^(?:${anyOf(({ particles }) => particles.me)})$`, 'i');

/** A typed name or id of a colleague, or the code for the person who typed it (`mig`, `me`). */
export function colleagueOf(typed: string): string {
  return ME.test(typed.trim()) ? SELF : typed;
}
