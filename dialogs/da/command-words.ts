import type { CaseFilter } from '../../src/core/command.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { CommandWithRest, WholeLineCommand } from '../command-names.ts';

/** The words that commands are typed with, separated by `|`. The words of a verb on a case are in `verbs.ts`. */

/** Commands that are the whole line. */
const wholeLine: Readonly<Record<WholeLineCommand, string>> = {
  new: 'ny|start|ny henvendelse|ny sag|log',
  guided: 'guide|guidet|trin for trin|et spørgsmål ad gangen',
  help: 'hjælp|hjælp mig|kommandoer|menu|hvad kan du|hvad kan jeg skrive|hvordan virker det',
  greet: 'hej|hejsa|hallo|goddag|god morgen|godmorgen|dav',
  tasks: 'opgaver|mine opgaver|vis opgaver',
  settings: 'indstillinger|vis indstillinger|kontorets indstillinger|mine indstillinger',
  cancel: 'annuller|annullér|afbryd henvendelse|stop',
  back: 'tilbage|forrige',
  disconnect: 'afbryd|afbryd forbindelse',
  confirm: 'bekræft|bekraeft|send den|send sagen|send den afsted|bare send den|opret den|opret sagen',
  submit: 'indsend|send ind|færdig',
  edit: 'rediger|ret',
  resume:
    'genoptag|fortsæt|vis kortet|vis kortet igen|vis mig kortet|vis mig kortet igen|vis kladden|vis min kladde|min kladde|vis henvendelsen|hvor kom vi til|hvor var vi',
  restart: 'forfra|start forfra',
  'list-outreach': 'opsøgende|opsøg|opsøgende kontakter|vis opsøgende|opsøgende indsats',
  catalogue: 'katalog|kataloget|vis katalog|vis kataloget',
};

/** Commands followed by an argument. */
const withRest: Readonly<Record<CommandWithRest, string>> = {
  log: 'log|notér|noter',
  cases: 'sager|mine sager|vis sager|vis mine sager|status',
  case: 'sag|vis sag',
  absence: 'fravær|fravaer|meld fravær|vis fravær',
  set: 'indstil',
  'set-setting': 'ændr indstilling|ændre indstilling|sæt indstilling|ændr kontorets|indstil kontorets',
  'show-setting': 'vis indstilling|indstilling',
  'accept-setting': 'godkend indstilling|accepter indstilling',
  'decline-setting': 'afvis indstilling',
  'withdraw-setting': 'træk indstilling tilbage|træk indstillingen tilbage|fortryd indstilling',
  overview: 'oversigt|vis oversigt|dagens oversigt',
  digest: 'månedsoversigt|vis månedsoversigt|månedens oversigt|oversigt måned',
  figures: 'tal|vis tal|kontorets tal|vores tal',
  'grey-zones': 'gråzoner|graazoner|vis gråzoner|grå zoner',
  dialogue: 'dialogmøde|dialogmoede|dialogmødet',
  correct: 'ret',
  confirm: 'bekræft',
  override: 'anden ejer|vælg ejer|ejer',
  lookup: 'slå op|slå cvr op|cvr',
  language: 'sprog',
  connect: 'forbind',
  disconnect: 'afbryd',
  admit: 'giv adgang|giv adgang til',
  'act-as': 'som',
  offers: 'tilbud',
  'search-offers': 'vis tilbud|find tilbud|hvilke tilbud|hvilke tilbud er der|søg i kataloget|søg i katalog',
  advisers: 'rådgivere',
  'search-advisers': 'vis rådgivere|find rådgivere|hvilke rådgivere',
  'choose-adviser': 'vælg rådgiver|valgt rådgiver',
  'look-outreach': 'opsøg|opsoeg',
  'plan-outreach': 'planlæg opsøgning|planlæg opsøgende kontakt',
  'made-outreach': 'besøg|besøgt|opsøgt',
  'clear-outreach': 'ingen indsigelse|fri bane',
  'object-outreach': 'indsigelse|gør indsigelse',
  'cancel-outreach': 'aflys opsøgning|aflys opsøgende kontakt',
  'show-outreach': 'opsøgning|opsøgende kontakt',
};

/** A line that only names a language to switch to. */
const speak: Readonly<Record<Language, string>> = {
  da: 'dansk|på dansk',
  en: 'engelsk',
};

/** Names of languages after `sprog`, besides their codes. */
const languages: Readonly<Record<Language, string>> = {
  da: 'dansk',
  en: 'engelsk',
};

/** Filters of case lists, after `sager`. */
const filters: Readonly<Record<CaseFilter, string>> = {
  inbox: 'afventer os|afventer|indbakke|inbox',
  mine: 'mine|mine sager',
  office: 'kontor|kontoret|kontorets|alle',
  urgent: 'haster|der haster',
  due: 'frist|frist snart',
  broken: 'brudt|overskredet|frist overskredet',
  sent: 'sendt|sendt til andre|afsendt',
  referrals: 'henvisninger|mine henvisninger|henvist',
  'follow-up': 'opfølgning|opfølgninger|følg op',
  tasks: 'opgaver|opgave',
  'not-in-crm': 'ikke i crm|mangler i crm|crm',
  'not-delivered': 'ikke nået frem|ikke naaet frem|ikke leveret|ikke leverede|uleveret',
};

/** Lines that name a list without the word for cases. */
const lists: Readonly<Partial<Record<CaseFilter, string>>> = {
  inbox: 'afventer os|hvad afventer os|venter på os|indbakke|inbox',
  office: 'kontorets sager|vores sager',
  due: 'frister|frister i dag|fristerne i dag|dagens frister',
  referrals: 'mine henvisninger|henvisninger',
};

/** What follows `oversigt`, to stop and start the daily one. */
const switches = {
  on: 'til|slå til|dagligt|daglig',
  off: 'fra|slå fra|nej tak|stop',
};

export const commandWords = {
  wholeLine,
  withRest,
  speak,
  languages,
  filters,
  lists,
  switches,
};
