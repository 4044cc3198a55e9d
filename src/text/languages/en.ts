import type { MailLanguage } from './mail-language.ts';

/** English, as Outlook, Gmail and Apple Mail write it, and as people do. */
export const english: MailLanguage = {
  headers: {
    from: 'from|sender',
    sent: 'sent|date|received',
    to: 'to|recipient',
    cc: 'cc|bcc',
    subject: 'subject|re',
    other: 'reply-to|attachments?|priority|importance|sensitivity|categories',
  },
  to: 'to',
  me: 'me|us',
  banner: 'original (?:message|appointment)|forwarded (?:message|by .*)',
  bannerAlone: 'begin forwarded message|forwarded message',
  on: 'on',
  wrote: 'wrote',
  wroteAtEnd: 'wrote',
  greetings: 'hello|hi|hey|dear|good (?:morning|afternoon|day|evening)',
  toWhom: 'to whom it may concern',
  greeted: 'and|all|again|there|team|sir|madam|or',
  closings:
    '(?:(?:with\\s+)?(?:kind|best|warm|warmest|many)\\s+)?regards|sincerely(?: yours)?|yours (?:sincerely|faithfully|truly)|best wishes|all the best|cheers|best',
  closingAgain: '(?:[Kk]ind |[Bb]est |[Ww]arm )?[Rr]egards',
  onBehalfOf: 'from',
  sentFrom:
    'sent (?:from|with) (?:my|outlook|mail|yahoo|gmail|proton)|(?:get|download) outlook (?:til|for)|get .{2,20} for (?:ios|android)',
  warning: 'caution|warning|external',
  warned: 'message|sender|email',
  external: 'external',
  warningSentences: "you don't often get email",
  disclaimers:
    'confidential|privileged|intended (?:only |solely )?(?:for|recipient)|unauthori[sz]ed|privacy (?:policy|notice)|personal data|(?:consider|think of) the environment|disclaimer|virus|liability',
  received: 'received',
  inError: 'in error|by mistake',
  delete: 'delete|destroy',
  deleted: 'message|copies|it',
  passedOn: 'fyi|fwd?|see below|below|forward\\p{L}*|can you take this',
};
