import { ATTRIBUTION } from './quotes.ts';

/** How e-mails look when they are pasted in, Danish and English, from Outlook, Gmail and Apple Mail. */

const HEADERS = {
  from: 'fra|from|afsender|sender',
  sent: 'sendt|sent|dato|date|modtaget|received',
  to: 'til|to|modtager|recipient',
  cc: 'cc|kopi|bcc|kopi til',
  subject: 'emne|subject|vedr|vedrørende|re',
  other:
    'svar til|reply-to|vedhæftede filer|vedhæftet|vedhæftninger|attachments?|prioritet|priority|vigtighed|importance|følsomhed|sensitivity|kategorier|categories',
} as const;
export type HeaderKind = keyof typeof HEADERS;

const HEADER = new RegExp(
  `^[*_]{0,2}(?:${Object.entries(HEADERS)
    .map(([kind, words]) => `(?<${kind}>${words})`)
    .join('|')})[*_]{0,2}\\s?:[*_]{0,2}\\s*(?<value>.*)$`,
  'iu',
);

/** A line such as `Fra: Jens Hansen <jens@firma.dk>`: which header it is and what it says. */
export function headerIn(line: string): { readonly kind: HeaderKind; readonly value: string } | undefined {
  const groups = HEADER.exec(line.trim())?.groups;
  if (!groups) return undefined;
  const kind = (Object.keys(HEADERS) as HeaderKind[]).find((one) => groups[one] !== undefined);
  return kind && { kind, value: groups.value ?? '' };
}

/** Gmail's own view names no header: `Jens Hansen <jens@firma.dk>`, then a date, then `til mig`. */
export const NAMED_SENDER = /^[^<>:]{2,80}<[^<>@\s]{1,64}@[^<>\s]{3,255}>,?$/u;
export const TO_ME = /^(?:til|to)\s+(?:mig|me|os|us|[^\s.,:]{2,40}(?:,\s[^\s.,:]{2,40})*)$/iu;

/** What stands over a message that is passed on, or over the one that is answered. */
export const BANNER =
  /^[-_=*\s]{2,}(?:oprindelig (?:meddelelse|besked)|original (?:message|appointment)|videresendt (?:meddelelse|besked|mail)|forwarded (?:message|by .*))[-_=*\s]*$|^(?:begin forwarded message|start på videresendt (?:besked|meddelelse)|videresendt (?:besked|meddelelse)|forwarded message)\s*:?$|^[_-]{8,}$/iu;

/** Where the words of somebody before begin. */
export function beginsHistory(line: string): boolean {
  return ATTRIBUTION.test(line) || BANNER.test(line.trim());
}

const GREETS =
  /^(?:hej(?:sa)?|kære|halløj|goddag|god (?:dag|morgen|eftermiddag|aften)|godmorgen|hello|hi|hey|dear|good (?:morning|afternoon|day|evening))(?![\p{L}])(?<rest>.{0,60})$/iu;
const TO_WHOM = /^(?:til rette vedkommende|til hvem det vedrører|to whom it may concern)[,!.:]?$/iu;
/** Whom a greeting names: names with capitals, what joins them, or one word alone. A sentence that goes on is none. */
const GREETED =
  /^(?: (?:\p{Lu}[\p{L}.'’-]*|og|and|&|alle|all|sammen|igen|again|there|team|jer|dig|med|til|sir|madam|or)[,;]?){0,7}\s?[,!.:]?$|^ \p{L}{2,20}[,!.:]?$/u;

/** A line that only greets: `Hej Anna og Bo,`. */
export function isGreeting(line: string): boolean {
  const found = GREETS.exec(line);
  return TO_WHOM.test(line) || (found !== null && GREETED.test(found.groups?.rest ?? ''));
}

const CLOSES =
  /^(?:(?:med\s+)?(?:(?:rigtig\s+)?(?:venlige?|venligste|bedste|kærlig|mange|de bedste|varme|god|gode|søde)\s+(?:hilsen|hilsner)|hilsen|hilsner)|m\.?v\.?h\.?|v\.?h\.?|d\.?b\.?h\.?|k\.?h\.?|(?:(?:with\s+)?(?:kind|best|warm|warmest|many)\s+)?regards|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|best wishes|all the best|cheers|best)(?![\p{L}])(?<rest>.{0,90})$/iu;
/** What may stand behind a closing: the same in the other language, and a name. */
const SIGNED =
  /^[\s,.!/|–-]*(?:(?:[Kk]ind |[Bb]est |[Ww]arm )?[Rr]egards|[Vv]enlig hilsen)?[\s,.!/|–-]*(?:(?:fra|from|på vegne af)\s)?(?<name>(?:\p{Lu}[\p{L}.'’-]*(?:[\s,]+|$)){0,6})$/u;

/** The line that ends a letter, alone or with a name on it, which is given; undefined for any other line. */
export function closingIn(line: string): string | undefined {
  const rest = CLOSES.exec(line)?.groups?.rest;
  return rest === undefined ? undefined : SIGNED.exec(rest)?.groups?.name?.trim();
}

export const SIGNATURE_MARK = /^(?:--|—|__)\s?$/;
export const SENT_FROM =
  /^(?:sendt (?:fra|med) (?:min|outlook|mail|yahoo|gmail|proton)|sent (?:from|with) (?:my|outlook|mail|yahoo|gmail|proton)|(?:få|hent|get|download) outlook (?:til|for)|get .{2,20} for (?:ios|android))[^\n]{0,60}$/iu;

/** Warnings that a mail system writes over what came from outside. */
export const OUTSIDE =
  /^\W{0,3}(?:advarsel|forsigtig|obs|caution|warning|external|ekstern)\b.{0,40}(?:mail|besked|message|sender|afsender|email)|^\[(?:external|ekstern)[^\]]*\]$|^(?:du modtager ikke ofte (?:mails?|e-mails?)|you don't often get email|nogle personer, der har modtaget denne)/iu;

const DISCLAIMER =
  /fortrolig|confidential|privileged|tiltænkt|bestemt for|intended (?:only |solely )?(?:for|recipient)|(?:modtager|modtaget|received)\b.{0,60}(?:ved en fejl|fejlagtigt|in error|by mistake)|(?:slet|delete|destroy)\b.{0,60}(?:mail|besked|message|kopier|copies|it)|uautoriseret|unauthori[sz]ed|persondatapolitik|privatlivspolitik|privacy (?:policy|notice)|behandl\w+ (?:af )?personoplysninger|personal data|tænk på miljøet|skån miljøet|(?:consider|think of) the environment|disclaimer|ansvarsfraskrivelse|virus|retsligt ansvar|liability/giu;

/** How surely a paragraph is one of those that lawyers put under mails: its telling words. */
export function disclaimerWords(paragraph: string): number {
  return new Set([...paragraph.matchAll(DISCLAIMER)].map(([word]) => word.toLowerCase())).size;
}

/** What somebody writes over a message that they only pass on. */
export const PASSED_ON =
  /(?:^|\s)(?:fyi|vs|fwd?|nedenfor|nedenstående|herunder|videresend\p{L}*|til orientering|til din orientering|see below|below|forward\p{L}*|kan (?:du|i) tage den|can you take this)(?:$|[\s.,:!?])/iu;
