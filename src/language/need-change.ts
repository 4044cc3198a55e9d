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
  `^${LEAD}(?:alligevel |dog |actually |der er |there is |there['’]s |(?:de|hun|han) (?:er |skal )|(?:they|she|he) (?:are|is) |they['’]re |(?:she|he)['’]s )?(?:ikke|uden|fjern|drop|slet|stryg|glem|not|without|remove|delete|forget|scratch|skip|cross out|take out|leave out|ignore|se bort fra|udelad|spring over|tag|take)(?: (?:noget|længere|mere|det|den|any|more|longer|the|about|med|om|the need for))* (?<what>.{2,80})$`,
  'iu',
);

/** `no export`, `ingen eksport`: a bare need behind the word. `no they need financing` says something else. */
const NONE = new RegExp(
  `^${LEAD}(?:no|ingen|intet|nothing (?:about|on|with)|intet (?:om|med))(?: (?:need for|need of|more|interest in|behov for|brug for|interesse for|mere|about|noget))* (?<what>(?!(?:they|he|she|we|it|i|you|that|this|but|the|de|han|hun|vi|det|den|jeg|du|one|idea|problem) )[^ ]+(?: [^ ]+){0,2})$`,
  'iu',
);

/** `eksport er forkert`, `eksport skal ikke med`, `tag eksport ud`, `export is wrong`. */
const WRONG = new RegExp(
  `^${LEAD}(?:(?:tag|take|lad|leave|hold|keep) (?<out>.{2,60}?) (?:ud|out|væk|away|af|fra|ude|off)|(?<what>.{2,60}?) (?:(?:er|var|is|was) (?:forkert|wrong|en fejl|a mistake|ude|irrelevant|(?:ikke|not) (?:med|rigtigt?|right|relevant|aktuelt?|nødvendigt?|needed|necessary|included|part of it|en del af det))|(?:isn['’]?t|wasn['’]?t) (?:right|relevant|needed|necessary|included|part of it)|(?:skal|må|bør|should|must) (?:ikke|not) (?:med|stå der|være der|være med|be there|be included|be on it|be in there)|(?:shouldn|mustn)['’]?t (?:be there|be included|be on it|be in there)|(?:behøves|skal de|vil de|they do) (?:ikke|not)(?: have| ha| want| need)?))(?: alligevel| anyway| after all| tak| please)?$`,
  'iu',
);

/** `de vil alligevel ikke eksportere`, `they do not want to export`. `kan ikke` names a need instead. */
const NO_LONGER =
  /(?<!\p{L})(?:(?:vil|skal|ønsker|behøver) (?:alligevel |dog |så )?ikke|har (?:alligevel )?ikke (?:brug for|længere brug for)|(?:do|does|will) not (?:want|need)|(?:don['’]?t|doesn['’]?t) (?:want|need)|won['’]?t(?: (?:want|need))?|no longer (?:want|need)s?)(?: (?:alligevel|længere|mere|at|to|have|til|any))* (?<what>.{2,80})$/iu;

/** The forms of taking away, the narrowest first. */
const FORMS = [WRONG, NONE, TAKES_AWAY, NO_LONGER];

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
  const takenAway = clauses.map((clause) => {
    const { what, out } = FORMS.map((form) => form.exec(clause)).find((found) => found)?.groups ?? {};
    return what ?? out;
  });
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
