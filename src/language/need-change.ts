import type { NeedChange, Understanding } from '../app/ports/language-model.ts';
import type { Area } from '../core/vocabulary.ts';

/** How a later line changes the needs that an intake has: it adds, takes away or replaces. Danish and English words. */

/** The ends of a clause. */
const BETWEEN = /[,.;:!?\n–]+|(?<!\p{L})(?:men|og|but|and)(?!\p{L})/giu;

/** `ikke eksport`, `fjern moms`: a clause that begins with the word that takes away. */
const TAKES_AWAY =
  /^(?:(?:nej|no) )?(?:alligevel |dog |actually )?(?:ikke|uden|fjern|drop|slet|stryg|not|without|remove|delete)(?: (?:noget|længere|mere|any|more|longer|the|med|om|the need for))* (?<what>.{2,80})$/iu;

/** `de vil alligevel ikke eksportere`, `they do not want to export`. `kan ikke` names a need instead. */
const NO_LONGER =
  /(?<!\p{L})(?:(?:vil|skal|ønsker|behøver) (?:alligevel |dog |så )?ikke|har (?:alligevel )?ikke (?:brug for|længere brug for)|(?:do|does|will) not (?:want|need)|(?:don['’]?t|doesn['’]?t|won['’]?t)(?: (?:want|need))?|no longer (?:want|need)s?)(?: (?:alligevel|længere|mere|at|to|have|til|any))* (?<what>.{2,80})$/iu;

const ADDS =
  /(?<!\p{L})(?:også|ogsaa|desuden|derudover|samtidig|tillige|ligeledes|plus|tilføj|also|as well|too|besides|in addition|add)(?!\p{L})/iu;

const REPLACES =
  /(?<!\p{L})(?:i stedet|istedet|snarere|instead|rather than)(?!\p{L})|^(?:kun|udelukkende|only|just)(?= \p{L})|^(?:nej|no)[,: ]+(?:det (?:er|drejer sig om|handler om)|it(?:['’]s| is)|they need)(?!\p{L})/iu;

/** Reads how a line changes the needs. `needsIn` reads the needs of a clause. */
export function readNeedChange(line: string, needsIn: (clause: string) => readonly Area[]): NeedChange {
  const clauses = line
    .split(BETWEEN)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '');
  const declined = clauses.flatMap((clause) => {
    const what = (TAKES_AWAY.exec(clause) ?? NO_LONGER.exec(clause))?.groups?.what;
    return what === undefined ? [] : needsIn(what);
  });
  return {
    declined: [...new Set(declined)],
    adds: ADDS.test(line),
    replaces: REPLACES.test(line.trim()),
  };
}

/** The needs that a clause names: the clear ones, else those that it may mean. */
export function needsOfClause({ chosen, offered }: Understanding): readonly Area[] {
  return chosen.length > 0 ? chosen : offered;
}
