import type { help as da } from '../da/help.ts';

export const help: typeof da = {
  title: 'What you can type',
  starting: {
    new: { label: 'new', value: 'a new enquiry on one form' },
    guided: { label: 'guided', value: 'one question at a time' },
    log: { label: 'log …', value: 'write it all on one line' },
    cases: {
      label: 'cases',
      value: 'also: cases office, urgent, due, broken, sent, follow-up, not delivered, not in CRM',
    },
    tasks: { label: 'tasks', value: 'what you are asked to do on the cases of others' },
    inbox: { label: 'waiting for us', value: 'what waits for you; my referrals: what you have sent' },
    overview: { label: 'overview', value: "the office's day; overview off: stop the daily one" },
    digest: {
      label: 'monthly overview',
      value: 'the month in each municipality; monthly overview off: stop it (the Erhvervshus)',
    },
    figures: {
      label: 'figures … / grey zones … / dialogue …',
      value:
        "for coordinators: the office's figures, the grey zones, and what was between the parties, e.g. figures Q3 2026",
    },
    case: { label: 'case …', value: 'show a case' },
    ask: { label: 'who has …?', value: 'find a case; ask about words, rules and offices too' },
    offers: { label: 'offers … …', value: 'what a company can get, e.g. offers export Viborg' },
    advisers: { label: 'advisers … …', value: 'advisers for a need; choose adviser … …: refer on a case' },
    outreach: {
      label: 'outreach … / visited …',
      value: 'before and after you contact a company; outreach lists all contacts',
    },
  },
  entryTitle: 'While you enter an enquiry',
  entry: {
    back: { label: 'back', value: 'to the previous question' },
    correct: { label: 'correct … …', value: 'e.g. correct municipality Viborg' },
    confirm: { label: 'confirm', value: 'create the case' },
    otherOwner: { label: 'other owner … …', value: 'choose another recipient' },
    cancel: { label: 'cancel', value: 'cancel the enquiry' },
  },
  onCaseTitle: 'On a case',
  onCase: {
    accept: { label: 'accept …', value: 'take the case' },
    return: { label: 'return … …', value: 'send it back' },
    ask: { label: 'ask / answer … …', value: 'questions to the sender' },
    forward: { label: 'forward … …', value: 'to a more suitable organisation' },
    contacted: { label: 'answered …', value: 'the company has its answer' },
    undo: { label: 'undo', value: 'undo what you recorded last' },
    correct: {
      label: 'correct … … …',
      value: 'correct the case, such as correct K3F9-QTX2 phone 40 99 99 99',
    },
    attempt: { label: 'tried …', value: 'the company could not be reached' },
    merge: { label: 'merge … …', value: 'make two cases of one company one' },
    register: { label: 'service / referred / self-help … …', value: 'register what the company got' },
    close: { label: 'close …', value: 'close the case' },
    followedUp: { label: 'followed up … …', value: 'record what the follow-up found' },
  },
  channelTitle: 'Channel and language',
  channel: {
    connect: { label: 'connect …', value: "make this the office's channel" },
    disconnect: { label: 'disconnect', value: 'undo that' },
    absence: { label: 'absence …', value: 'e.g. absence until 1 December Eva Lund; absence end' },
    letIn: { label: 'let in …', value: 'let in a colleague who has asked' },
    settings: { label: 'settings', value: "the office's name, phone and opening hours" },
    set: { label: 'set … …', value: 'coordinators: change a setting, e.g. set answer by 24' },
    actAs: { label: 'as …', value: 'choose whom you act for' },
  },
  switchToThis: 'switch to English',
};
