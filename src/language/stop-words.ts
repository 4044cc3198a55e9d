import { foldText } from './tokenise.ts';

/**
 * Words without meaning for the need, for single words only. Negations, and words such as `til` and `for` inside
 * phrases of the lexicon, are handled where they matter.
 */
const STOP_WORDS: ReadonlySet<string> = new Set(
  foldText(
    `af alle alt altså anden andet andre at bare begge blev blive bliver da de dem den denne der deres det dette dig din
    dine disse dit dog du efter eller en end er et far få får fik for fordi fra før gerne gør gøre ham han hans har havde
    have hej hen hende hendes her hos hun hvad hver hvem hvilke hvilken hvis hvor hvordan hvorfor i ift igen ind inden
    jeg jer jeres jo kan kom komme kommer kunde kunden kunne lave lige lidt man mange med meget mellem men mere mig min
    mine mit mod må måske når ned nogen noget nogle nok nu ny nye og også om op os over på sammen samt se selv sig sin
    sine sit skal skulle som stor store så sådan tak til ud under ved vedr vedrørende vi vil ville vor vores være været ønsker ønske ønskes
    angående har brug hjælp hjælpe hjælpes spørgsmål spørge spørger vedkommende virksomhed virksomheden virksomheder
    firma firmaet kontakt kontakter kontakte ringer ringe ringet venlig hilsen mvh dag gang tage tager
    the a an and or of to in on for with is are was be been do does did we our you your they their it its this that these
    those i my me us can could would will should please hi hello need needs want wants help like about company business
    some any have has had from at by as if so`
      .replaceAll('\n', ' ')
      .replace(/ +/g, ' '),
  ).split(' '),
);

/** Whether a folded word has no meaning for the need. */
export function isStopWord(folded: string): boolean {
  return STOP_WORDS.has(folded);
}
