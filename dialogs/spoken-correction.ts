import type { Command } from '../src/core/command.ts';
import { FIELD_WORDS, readFieldValue } from './field-words.ts';
import { leading } from './fold.ts';
import { anyOf } from './phrases.ts';

/** Reads a correction as it is spoken: `forkert kommune, det er Skive`, `the municipality is Skive`. */

const DENIALS = new RegExp(`^(?:(?:${anyOf(({ particles }) => particles.denials)})[\\s,.!:–-]+)+`, 'i');
const WRONG = new RegExp(`^(?:${anyOf(({ particles }) => particles.wrong)})[\\s,:]+`, 'i');
const ARTICLE = /^(?:the|den|det)\s+/i;
const IS = new RegExp(`^[\\s,.:=–-]*(?:${anyOf(({ particles }) => particles.is)})(?=\\s)[\\s:]*`, 'i');
/** Fields whose values are told from other words. */
const TOLD = ['municipality', 'stage'] as const;
/** Fields that any text fits: only a correction that says so names them. */
const FORMATS = {
  contactPhone: /^(?:\+|00)?[\d\s.-]{8,15}$/,
  contactEmail: /^\S+@\S+\.\S+$/,
} as const;

/** A spoken correction as the command `ret` gives it. Undefined where the line is none, or its value cannot be read. */
export function readSpokenCorrection(text: string): Command | undefined {
  const told = text.replace(DENIALS, '');
  const wrong = WRONG.exec(told)?.[0] ?? '';
  const rest = told.slice(wrong.length).replace(ARTICLE, '');
  const found = leading(rest.replace(/^(\p{L}+)[,.:]/u, '$1 '), FIELD_WORDS);
  if (!found) return undefined;
  const is = IS.exec(found.rest)?.[0] ?? '';
  // `kommune Skive` alone may tell of a company there.
  if (wrong === '' && is === '') return undefined;
  const typed = found.rest
    .slice(is.length)
    .replace(/^[\s,:–-]+|[\s.!]+$/g, '')
    .trim();
  const field = found.value;
  if (field === 'contactPhone' || field === 'contactEmail')
    return wrong !== '' && FORMATS[field].test(typed) ? { name: 'correct', field, value: typed } : undefined;
  if (!TOLD.some((one) => one === field)) return undefined;
  const value = readFieldValue(field, typed);
  return value === undefined ? undefined : { name: 'correct', field, value };
}
