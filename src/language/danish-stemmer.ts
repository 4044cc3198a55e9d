/** Snowball's Danish stemming algorithm, which `natural` lacks. Letters may be Danish or folded (`tokenise.ts`). */

const VOWEL = /[aeiouyæåø]/;
const MAIN_SUFFIXES = [
  'erendes',
  'erende',
  'hedens',
  'endes',
  'erede',
  'erens',
  'erets',
  'ernes',
  'ethed',
  'heden',
  'heder',
  'ende',
  'enes',
  'eren',
  'erer',
  'eres',
  'eret',
  'erne',
  'ered',
  'heds',
  'ens',
  'ene',
  'ere',
  'ers',
  'ets',
  'hed',
  'en',
  'er',
  'es',
  'et',
  'e',
] as const;
const S_ENDING = /[abcdfghjklmnoprtvyzå]s$/;

/** The start of region R1: after the first non-vowel that follows a vowel, and at least the fourth letter. */
function regionOf(word: string): number {
  for (let at = 1; at < word.length; at += 1) {
    if (VOWEL.test(word[at - 1] ?? '') && !VOWEL.test(word[at] ?? '')) return Math.max(3, at + 1);
  }
  return word.length;
}

function endsInRegion(word: string, suffix: string, region: number): boolean {
  return word.length - suffix.length >= region && word.endsWith(suffix);
}

function mainSuffix(word: string, region: number): string {
  for (const suffix of MAIN_SUFFIXES) {
    if (endsInRegion(word, suffix, region)) return word.slice(0, -suffix.length);
  }
  return word.length > region && S_ENDING.test(word) ? word.slice(0, -1) : word;
}

function consonantPair(word: string, region: number): string {
  const pair = ['gd', 'dt', 'gt', 'kt'].some((suffix) => endsInRegion(word, suffix, region));
  return pair ? word.slice(0, -1) : word;
}

function otherSuffix(word: string, region: number): string {
  const base = word.endsWith('igst') ? word.slice(0, -2) : word;
  if (endsInRegion(base, 'løst', region) || endsInRegion(base, 'lost', region)) return base.slice(0, -1);
  for (const suffix of ['elig', 'els', 'lig', 'ig']) {
    if (endsInRegion(base, suffix, region)) return consonantPair(base.slice(0, -suffix.length), region);
  }
  return base;
}

function undouble(word: string, region: number): string {
  const last = word.at(-1) ?? '';
  const doubled = word.length > region && !VOWEL.test(last) && word.at(-2) === last;
  return doubled ? word.slice(0, -1) : word;
}

/** The stem of a word in lower case. */
export function stem(word: string): string {
  const region = regionOf(word);
  return undouble(otherSuffix(consonantPair(mainSuffix(word, region), region), region), region);
}
