import { isSurname } from '../entities/surnames.ts';
import { isStopWord } from '../stop-words.ts';
import { foldText } from '../tokenise.ts';

const listed = (words: string): ReadonlySet<string> =>
  new Set(words.split(/\s+/).filter((word) => word !== ''));

/** Abbreviations in capitals that name nobody. */
const ABBREVIATIONS =
  listed(`IT AI KI GDPR ESG CSR EU CRM ERP CE ISO HR SEO SMV SME APV BBR USB PDF API APP CNC CAD PLC
  IOT B2B B2C NIS NIS2 MIT PR CV IP VVS EL CVR SKAT MOMS UK USA DK OK NB OBS PS FDA CO2 GEO KPI LCA MVP NDA PI SU VR AR 3D`);
export const isAbbreviation = (word: string): boolean => ABBREVIATIONS.has(word);

/**
 * Words that open a sentence and that no name is made of: verbs, adverbs and questions, and the needs that notes begin
 * with. Everything else may be a name there.
 */
const OPENERS =
  listed(`søger mangler skal vil kan må bør ønsker overvejer driver ejer starter åbner lukker flytter bygger sælger køber
  laver arbejder betaler spørger fortæller siger tror synes håber tænker undersøger planlægger importerer eksporterer
  ansætter udvider vokser udvikler producerer leverer søge mangle starte åbne lukke sælge købe lave ansætte udvide
  er var bliver blev har havde får fik gør gjorde kom går gik ved vidste står stod ligger lå
  hvordan hvorfor hvornår hvilke hvilken hvilket hvor hvad hvem hvis når fordi derfor desuden samtidig derudover endvidere
  måske faktisk egentlig altså ellers først dernæst bagefter imens endelig desværre heldigvis ingen intet alle mange
  nogle flere færre begge sidste næste forrige lige snart senere allerede stadig aldrig ofte nogensinde efter før under
  inden mens siden indtil selvom trods ifølge angående vedrørende vedr om ang
  kunden kundens virksomheden virksomhedens firmaet selskabet butikken ejeren indehaveren direktøren kontakten henvendelsen
  iværksætter iværksætteren iværksættere kunder medarbejdere ansatte banken kommunen skattestyrelsen
  eksport moms skat finansiering støtte tilskud lån rådgivning vejledning hjælp spørgsmål digitalisering automatisering
  generationsskifte ejerskifte markedsføring rekruttering patent krise konkurs rekonstruktion tilladelse godkendelse
  forretningsplan regnskab bogføring salg grøn bæredygtighed omstilling certificering eksportere vækst virksomhed
  looking wants needs wanted needed would could should can will must may might does did is are was were has have had
  how why when where what which who if because so therefore also maybe perhaps actually first then finally unfortunately
  nobody everybody somebody many some several both next last soon later already still never often after before during
  until while although since about regarding please customer company companies owner business export funding financing
  support advice help tax vat loan marketing recruitment succession patent crisis bankruptcy permit approval accounting
  sells buys makes builds runs owns starts opens moves employs hires asks says thinks hopes plans considering growing`);

/** Whether a word with a capital at the start of a sentence is surely no name. */
export function mayOpen(word: string): boolean {
  const lower = word.toLowerCase();
  return !isSurname(lower) && (OPENERS.has(lower) || isStopWord(foldText(lower)));
}

/** What only a person or a company does in a note. */
const SPEAKS =
  listed(`ringer ringede ringet ringte skriver skrev siger sagde spørger spurgte fortæller fortalte henvender
  henvendte kontakter kontaktede mener mente kalder hedder hed calls called says said asks asked writes wrote tells told rings rang`);
/** What people do, and other things as well. */
const DOES =
  listed(`vil skal har havde ønsker mangler søger kan kunne må kom kommer går tænker driver ejer overvejer
  starter åbner sælger køber laver bor fra hos wants needs has had will would can could runs owns sells buys makes starts
  opens plans thinks from`);
export const speaks = (word: string): boolean => SPEAKS.has(word.toLowerCase());
export const saysOfPerson = (word: string): boolean => speaks(word) || DOES.has(word.toLowerCase());

/** Words behind which a common word is no name: `en bager vil`, `vores skov`. */
const DETERMINERS =
  listed(`en et den det de min mit mine din dit sin sit vores jeres deres hans hendes denne dette ny nyt nye lokal
  lokale lille små stor stort store gammel gamle ung unge dansk danske egen eget egne ingen nogle mange alle flere hver
  a an the my your his her our their this that these those new local small large big old young danish own no some many every`);
export const isDeterminer = (word: string): boolean => DETERMINERS.has(word);

/** Words behind which somebody is named. */
const BEFORE_NAMES =
  listed(`hr herr fru frk frøken mr mrs ms miss dr fam familien fra hos hedder hed v kontakt kontaktperson til med efter
  ejer indehaver direktør mester kunde kunden kollega from with named called contact owner manager director customer caller`);
export const namesBehind = (word: string): boolean => BEFORE_NAMES.has(word);
