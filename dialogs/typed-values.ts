import { CODE_LISTS, type CodeList, type FieldKind } from '../src/core/case/verbs/fields.ts';
import { serviceNamed } from '../src/core/services.ts';
import { readYesNo } from './field-words.ts';
import { foldWords } from './fold.ts';
import { listLabels, listWords } from './list-labels.ts';
import { dateIn } from './moment-words.ts';
import { organisationOf } from './organisation-words.ts';
import { anyOf, phrases, withCodes } from './phrases.ts';

/** Reads what is typed for an input of a verb into what a form would send, by the input's kind. */

const LISTS = Object.fromEntries(
  Object.entries(CODE_LISTS).map(([list, codes]) => {
    const own = (words: Partial<Readonly<Record<string, string>>>) =>
      Object.fromEntries(Object.entries(words).filter(([code]) => codes.some((one) => one === code)));
    return [
      list,
      withCodes<string>(
        codes,
        (sentences) => own(listWords(list as CodeList, sentences)),
        (sentences) => own(listLabels(list as CodeList, sentences)),
      ),
    ];
  }),
) as unknown as Readonly<Record<CodeList, ReadonlyMap<string, string>>>;

const PARTIES = phrases<'us' | 'none'>(({ registration }) => registration.parties);
const HOUR_UNITS = anyOf(({ registration }) => registration.hourUnits);
const MINUTE_UNITS = anyOf(({ registration }) => registration.minuteUnits);
const QUARTERS: Readonly<Record<string, number>> = { '¼': 0.25, '½': 0.5, '¾': 0.75 };
const HOURS = new RegExp(`^(?:(\\d{1,3})(?:[.,](\\d{1,2}))?)?\\s*([¼½¾])?\\s*(?:${HOUR_UNITS})?\\.?$`, 'i');
const MINUTES = new RegExp(`^(\\d{1,4})\\s*(?:${MINUTE_UNITS})\\.?$`, 'i');
const BOTH = new RegExp(
  `^(\\d{1,3})\\s*(?:${HOUR_UNITS})\\.?\\s+(?:${anyOf(({ particles }) => particles.and)})?\\s*(\\d{1,2})\\s*(?:${MINUTE_UNITS})\\.?$`,
  'i',
);
const AND = new RegExp(`\\s+(?:${anyOf(({ particles }) => particles.and)})\\s+`, 'i');

/** The code of a closed list for a word that anybody may use for it, or undefined. */
function codeIn(list: CodeList, typed: string): string | undefined {
  return LISTS[list].get(foldWords(typed));
}

/** The words of a closed list with their codes, folded. */
export function wordsOfList(list: CodeList): ReadonlyMap<string, string> {
  return LISTS[list];
}

/** `3`, `2,5`, `1½ time`, `90 min`, `2 timer 15 min` as hours (`1.5`). Undefined for other words, and other minutes than quarters. */
function hoursIn(typed: string): string | undefined {
  const text = typed.trim();
  const plain = HOURS.exec(text);
  if (plain) {
    const [, whole, fraction, quarter] = plain;
    if (quarter) {
      return fraction === undefined ? String(Number(whole ?? 0) + (QUARTERS[quarter] ?? 0)) : undefined;
    }
    return fraction === undefined ? whole : `${whole}.${fraction}`;
  }
  const both = BOTH.exec(text);
  const minutes = both ? both[2] : MINUTES.exec(text)?.[1];
  if (minutes === undefined || Number(minutes) % 15 !== 0) return undefined;
  return String(Number(both?.[1] ?? 0) + Number(minutes) / 60);
}

/** Whether words are hours and minutes, which need not be quarters. */
function isTime(typed: string): boolean {
  return BOTH.test(typed.trim()) || MINUTES.test(typed.trim());
}

/** The most commas within one value of a closed list (`Innovation, udvikling og strategi`). */
const COMMAS = 2;

/** Parts between commas, joined again where several together are one known value. */
function partsOf(typed: string, known: (item: string) => string | undefined): readonly string[] {
  const parts = typed
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
  const items: string[] = [];
  for (let from = 0; from < parts.length; ) {
    const joined = Array.from({ length: COMMAS }, (_, less) => from + COMMAS + 1 - less).find(
      (to) => to <= parts.length && known(parts.slice(from, to).join(', ')) !== undefined,
    );
    const to = joined ?? from + 1;
    items.push(parts.slice(from, to).join(', '));
    from = to;
  }
  return items;
}

/** Items between commas; one that is not known whole is taken apart at `og`, where both sides are known. */
function itemsOf(typed: string, known: (item: string) => string | undefined): readonly string[] {
  return partsOf(typed, known).flatMap((item) => {
    const whole = known(item);
    if (whole !== undefined) return [whole];
    const parts = item.split(AND).map(known);
    return parts.length > 1 && parts.every((part) => part !== undefined) ? parts : [item];
  });
}

/**
 * A typed value as the form would send it. Words that no value has are passed on as they are, for the application to
 * name in its refusal.
 */
export function readValue(kind: FieldKind, typed: string): string {
  switch (kind.kind) {
    case 'text':
      return typed;
    case 'date':
      return dateIn(typed) ?? typed;
    case 'hours':
      return hoursIn(typed) ?? typed;
    case 'flag':
    case 'answer':
      return readYesNo(typed) ?? typed;
    case 'words':
      return itemsOf(typed, () => undefined).join(',');
    case 'services':
      return itemsOf(typed, serviceNamed).join(',');
    case 'code':
      return codeIn(kind.list, typed) ?? typed;
    case 'codes':
      return itemsOf(typed, (item) => codeIn(kind.list, item)).join(',');
    case 'organisation':
      return organisationOf(typed) ?? typed;
    case 'party':
      return PARTIES.get(foldWords(typed)) ?? organisationOf(typed) ?? typed;
    default: {
      const never: never = kind;
      return never;
    }
  }
}

/** Whether words can be nothing but a value of this kind: they may be typed without the field's name. */
export function isSurely(kind: FieldKind, typed: string): boolean {
  switch (kind.kind) {
    case 'services':
      return itemsOf(typed, serviceNamed).every((item) => serviceNamed(item) === item) && typed !== '';
    case 'code':
      return codeIn(kind.list, typed) !== undefined;
    case 'codes':
      return itemsOf(typed, (item) => codeIn(kind.list, item)).every(
        (item) => LISTS[kind.list].get(foldWords(item)) === item,
      );
    case 'hours':
      return (hoursIn(typed) !== undefined && /[\p{L}¼½¾]/u.test(typed)) || isTime(typed);
    default:
      return false;
  }
}

/** Whether a closed list, or any other kind that reads its words, understands the typed value. */
export function isReadable(kind: FieldKind, typed: string): boolean {
  if (kind.kind === 'text' || kind.kind === 'words' || isSurely(kind, typed)) return true;
  // A list whose items are not all known is no reading of the words, though it changes the spaces between them.
  return kind.kind !== 'codes' && kind.kind !== 'services' && readValue(kind, typed) !== typed;
}
