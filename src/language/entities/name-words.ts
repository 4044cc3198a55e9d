import { isStopWord } from '../stop-words.ts';
import { foldText } from '../tokenise.ts';
import { overlaps } from './found.ts';

/** A word of a name, as the inside of a pattern: it begins with a capital or a digit. */
export const NAME_WORD = String.raw`[\p{Lu}\p{N}][\p{L}\p{N}'’&.\-]*`;
/** Who a name belongs to that is a company's, as the inside of a pattern: `firmaet hedder …`. */
export const COMPANY_IS =
  '(?:[Vv]i|[Ff]irmaet|[Vv]irksomheden|[Ss]elskabet|[Bb]utikken|[Ff]orretningen|[Cc]af[ée]en|[Rr]estauranten|[Ss]tedet)';
/** The last word of a name that makes it a company's. */
export const TRADE =
  /^(?:byg|vvs|auto|biler|el|transport|design|mode|consult|consulting|entreprise|service|maskiner|handel|tømrer|murer|maler|tryk|foto|gulve|tag|møbler|mad|vin|is|smykker|keramik|tekstil|trailer|beton|group|gruppen|invest|it|media|fisk|frugt|blomster|fysioterapi|rengøring|have|anlæg)$/iu;

/** Stretches of a text that were already read as something else. */
export type Taken = readonly { readonly start: number; readonly end: number }[];

/** Words that begin with a capital or open a line without being part of a name. */
const NOT_A_NAME = new Set(
  `vil har er skal søger soger ønsker vi jeg han hun de der det den en et kunde kunden virksomhed virksomheden ny nye hej
  goddag ejer ejeren mester direktør early warning kontakt ring ringer tlf mobil cvr log ringe spørger spørg firma firmaet hvordan hvad
  hvor hvem kan må får går vores min mit erhvervshus kommune kommunen wants want we they need needs looking would
  the a an our my is are has company customer caller i il to from danish english tyskland sverige norge england usa eu
  polen holland mandag tirsdag onsdag torsdag fredag lørdag søndag januar februar marts april maj juni juli august
  september oktober november december iværksætter nystartet etableret samtykke fra hos og med til på ikke måske haster
  akut obs nb note mail email website webshop moms skat gdpr iso esg it ai crm erp
  vedr vedrørende ang angående vs ift startup opstart eksport vækst`
    .split(/\s+/)
    .map(foldText),
);

/** A number or its label: `CVR-nummer`, `SE-nr.`, `DK-25313763`. */
const LABEL_WORD =
  /^(?:(?:\p{L}{1,14}[-.]?)?(?:nr|nummer|nummeret|numre|number)|\p{L}{1,14}[-.]no|(?:dk|se|cvr)?[-.:]?\d{8}|(?:cvr|se|p-enhed|e-mail|mail|email|telefon|mobiltelefon))[.:]*$/iu;

/** Whether a word can be part of a name. */
export function isName(word: string): boolean {
  if (LABEL_WORD.test(word)) return false;
  const folded = foldText(word.replace(/[.,:;]$/, ''));
  return folded !== '' && !NOT_A_NAME.has(folded) && !(isStopWord(folded) && word === word.toLowerCase());
}

/**
 * The name at the beginning of `run`, which stands at the offset `at` of the text: its words up to the first that is no
 * name or is taken, without joining words at the end. Undefined where fewer than two letters are left.
 */
export function nameIn(run: string, taken: Taken, at: number): string | undefined {
  const words: string[] = [];
  let offset = at;
  for (const word of run.split(' ')) {
    const stretch = { start: offset, end: offset + word.length };
    offset = stretch.end + 1;
    if (taken.some((one) => overlaps(one, stretch))) break;
    if (!/^(?:&|og|and|by|af)$/.test(word) && !isName(word)) break;
    words.push(word);
  }
  while (/^(?:&|og|and|by|af)$/.test(words.at(-1) ?? '')) words.pop();
  const name = words.join(' ').replace(/[.,:;]+$/, '');
  return name.length >= 2 ? name : undefined;
}
