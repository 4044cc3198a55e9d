import type { NeedChange, Understanding } from '../app/ports/language-model.ts';
import type { Area } from '../core/vocabulary.ts';

/** How a later line changes the needs that an intake has: it adds, takes away or replaces. Danish and English words. */

/** The ends of a clause. */
const BETWEEN = /[,.;:!?\n–]+|(?<!\p{L})(?:men|og|but|and)(?!\p{L})/giu;

/** What stands before a correction: `nej`, `hov`, `det er`, `sorry`. */
const LEAD =
  "(?:(?:nej|næ|nå|vent|hov|ups|undskyld|altså|ok|og|så|no|wait|oh|sorry|actually|det er|det var|det drejer sig|det handler|it is|it was|it['’]s|its|that is|that['’]s|this is) )*";

/** `ikke eksport`, `det er ikke eksport`, `glem det med moms`: a clause that begins with the word that takes away. */
const TAKES_AWAY = new RegExp(
  `^${LEAD}(?:alligevel |dog |actually )?(?:ikke|uden|fjern|drop|slet|stryg|glem|not|without|remove|delete|forget)(?: (?:noget|længere|mere|det|den|any|more|longer|the|about|med|om|the need for))* (?<what>.{2,80})$`,
  'iu',
);

/** `de vil alligevel ikke eksportere`, `they do not want to export`. `kan ikke` names a need instead. */
const NO_LONGER =
  /(?<!\p{L})(?:(?:vil|skal|ønsker|behøver) (?:alligevel |dog |så )?ikke|har (?:alligevel )?ikke (?:brug for|længere brug for)|(?:do|does|will) not (?:want|need)|(?:don['’]?t|doesn['’]?t) (?:want|need)|won['’]?t(?: (?:want|need))?|no longer (?:want|need)s?)(?: (?:alligevel|længere|mere|at|to|have|til|any))* (?<what>.{2,80})$/iu;

const ADDS =
  /(?<!\p{L})(?:også|ogsaa|desuden|derudover|samtidig|tillige|ligeledes|plus|tilføj|also|as well|too|besides|in addition|add)(?!\p{L})/iu;

const REPLACES = new RegExp(
  [
    '(?<!\\p{L})(?:i stedet|istedet|snarere|instead|rather than)(?!\\p{L})',
    '^(?:kun|udelukkende|only|just)(?= \\p{L})',
    "^(?:(?:nej|no|vent|wait|hov|ups|oops|undskyld|sorry|forkert|wrong)[,.!: ]+)+(?:det (?:er|drejer sig om|handler om)|it(?:['’]s| is)|they need)(?!\\p{L})",
    // `hov forkert, de skal ansætte`
    '^(?:(?:hov|ups|nej|no|oops|sorry|undskyld)[,.!: ]+)*(?:forkert|wrong|rettelse|correction)[,.!: ]',
    '^(?:(?:nej|no|hov|ups|oops|undskyld|sorry)[,.!: ]+)*(?:(?:jeg|de|hun|han) (?:mente|mener)|(?:i|they|she|he) (?:meant|mean))(?!\\p{L})',
  ].join('|'),
  'iu',
);

/** Reads how a line changes the needs. `needsIn` reads the needs of a clause. */
export function readNeedChange(line: string, needsIn: (clause: string) => readonly Area[]): NeedChange {
  const clauses = line
    .split(BETWEEN)
    .map((clause) => clause.replace(/\s+/g, ' ').trim())
    .filter((clause) => clause !== '');
  const takenAway = clauses.map(
    (clause) => (TAKES_AWAY.exec(clause) ?? NO_LONGER.exec(clause))?.groups?.what,
  );
  const declined = takenAway.flatMap((what) => (what === undefined ? [] : needsIn(what)));
  const replaced = REPLACES.exec(line.trim());
  const isCorrected = replaced?.index === 0;
  const rest =
    declined.length > 0
      ? clauses.filter((_, at) => takenAway[at] === undefined)
      : isCorrected
        ? [line.trim().slice(replaced[0].length)]
        : [];
  // Only a clause that names one need is clear by itself.
  const told = rest.map(needsIn).flatMap((needs) => (needs.length === 1 ? needs : []));
  return {
    declined: [...new Set(declined)],
    adds: ADDS.test(line),
    replaces: replaced !== null,
    told: [...new Set(told)].filter((area) => !declined.includes(area)),
  };
}

/** The needs that a clause names: the clear ones, else those that it may mean. */
export function needsOfClause({ chosen, offered }: Understanding): readonly Area[] {
  return chosen.length > 0 ? chosen : offered;
}
