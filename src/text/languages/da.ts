import type { MailLanguage } from './mail-language.ts';

/** Danish, as Outlook, Gmail and Apple Mail write it, and as people do. */
export const danish: MailLanguage = {
  headers: {
    from: 'fra|afsender',
    sent: 'sendt|dato|modtaget',
    to: 'til|modtager',
    cc: 'kopi|kopi til',
    subject: 'emne|vedr|vedrørende',
    other: 'svar til|vedhæftede filer|vedhæftet|vedhæftninger|prioritet|vigtighed|følsomhed|kategorier',
  },
  to: 'til',
  me: 'mig|os',
  banner: 'oprindelig (?:meddelelse|besked)|videresendt (?:meddelelse|besked|mail)',
  bannerAlone: 'start på videresendt (?:besked|meddelelse)|videresendt (?:besked|meddelelse)',
  on: 'den|d\\.',
  wrote: 'skrev',
  wroteAtEnd: 'skrev følgende|skrev',
  greetings: 'hej(?:sa)?|kære|halløj|goddag|god (?:dag|morgen|eftermiddag|aften)|godmorgen',
  toWhom: 'til rette vedkommende|til hvem det vedrører',
  greeted: 'og|alle|sammen|igen|jer|dig|med|til',
  closings:
    '(?:med\\s+)?(?:(?:rigtig\\s+)?(?:venlige?|venligste|bedste|kærlig|mange|de bedste|varme|god|gode|søde)\\s+(?:hilsen|hilsner)|hilsen|hilsner)|m\\.?v\\.?h\\.?|v\\.?h\\.?|d\\.?b\\.?h\\.?|k\\.?h\\.?',
  closingAgain: '[Vv]enlig hilsen',
  onBehalfOf: 'fra|på vegne af',
  sentFrom: 'sendt (?:fra|med) (?:min|outlook|mail|yahoo|gmail|proton)|(?:få|hent) outlook (?:til|for)',
  warning: 'advarsel|forsigtig|obs|ekstern',
  warned: 'mail|besked|afsender',
  external: 'ekstern',
  warningSentences: 'du modtager ikke ofte (?:mails?|e-mails?)|nogle personer, der har modtaget denne',
  disclaimers:
    'fortrolig|tiltænkt|bestemt for|uautoriseret|persondatapolitik|privatlivspolitik|behandl\\w+ (?:af )?personoplysninger|tænk på miljøet|skån miljøet|ansvarsfraskrivelse|retsligt ansvar',
  received: 'modtager|modtaget',
  inError: 'ved en fejl|fejlagtigt',
  delete: 'slet',
  deleted: 'mail|besked|kopier',
  passedOn:
    'vs|nedenfor|nedenstående|herunder|videresend\\p{L}*|til orientering|til din orientering|kan (?:du|i) tage den',
};
