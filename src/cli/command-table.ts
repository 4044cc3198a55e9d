import type { CliCommand } from './command.ts';

/** A command in the table: its words, and the module to load when it is used. */
export interface CommandEntry {
  readonly words: string;
  readonly summary: string;
  readonly load: () => Promise<{ readonly command: CliCommand }>;
}

/** All commands. A new one needs a file that exports `command`, and an entry here. */
export const COMMANDS: readonly CommandEntry[] = [
  {
    words: 'triage',
    summary: 'decides whose case it is, for each set of facts',
    load: () => import('./triage.ts'),
  },
  {
    words: 'rules check',
    summary: 'proves that every case has an owner, no rule is dead and no two conflict',
    load: () => import('./rules-check.ts'),
  },
  {
    words: 'rules explain',
    summary: 'the decision as a person reads it: which rule fired, which did not and why',
    load: () => import('./rules-explain.ts'),
  },
  {
    words: 'rules replay',
    summary: 'which past cases other settings or rules would decide otherwise, and how',
    load: () => import('./rules-replay.ts'),
  },
  {
    words: 'classify',
    summary: 'what is understood in free text',
    load: () => import('./classify.ts'),
  },
  {
    words: 'classify learn',
    summary: 'what users corrected, as a reviewed addition to the corpus',
    load: () => import('./classify-learn.ts'),
  },
  {
    words: 'cases list',
    summary: 'the cases of the store, one a line',
    load: () => import('./cases-list.ts'),
  },
  {
    words: 'cases show',
    summary: 'one case with its history',
    load: () => import('./cases-show.ts'),
  },
  {
    words: 'cases export',
    summary: 'the cases as a table: CSV, JSON or XLSX, or whole as records',
    load: () => import('./cases-export.ts'),
  },
  {
    words: 'advisers import',
    summary: 'adds advisers to the list, and changes those it has',
    load: () => import('./advisers-import.ts'),
  },
  {
    words: 'catalogue import',
    summary: 'adds offers to the catalogue, and overrules those it has',
    load: () => import('./catalogue-import.ts'),
  },
  {
    words: 'catalogue list',
    summary: 'the catalogue of offers, built in and imported',
    load: () => import('./catalogue-list.ts'),
  },
  {
    words: 'audit',
    summary: 'who saw and did what on cases',
    load: () => import('./audit.ts'),
  },
  {
    words: 'indicators',
    summary: 'the figures of a period, from the store or from case records',
    load: () => import('./indicators.ts'),
  },
  {
    words: 'statement',
    summary: 'the yearly statement of an organisation, as a page that prints or as a workbook',
    load: () => import('./statement.ts'),
  },
  {
    words: 'dialogmøde',
    summary: 'the material of the dialogue meeting of a LES and its Erhvervshus',
    load: () => import('./dialogue.ts'),
  },
  {
    words: 'dialogue',
    summary: 'the same as dialogmøde',
    load: () => import('./dialogue.ts'),
  },
  {
    words: 'demand',
    summary: 'what companies asked for by month and municipality, without companies and persons',
    load: () => import('./demand.ts'),
  },
  {
    words: 'survey export',
    summary: 'whom an organisation is to ask now in the user evaluation',
    load: () => import('./survey-export.ts'),
  },
  {
    words: 'survey import',
    summary: 'adds the answers of the user evaluation, from which figures are counted',
    load: () => import('./survey-import.ts'),
  },
  {
    words: 'gdpr export',
    summary: 'everything held on a company or a person',
    load: () => import('./gdpr-export.ts'),
  },
  {
    words: 'gdpr erase',
    summary: 'erases what is held on a company or a person, leaving the counts',
    load: () => import('./gdpr-erase.ts'),
  },
  {
    words: 'people list',
    summary: 'who belongs where, from where, and until when',
    load: () => import('./people-list.ts'),
  },
  {
    words: 'crm check',
    summary: 'what to mend in the Dataverse organisation that is the shared CRM',
    load: () => import('./crm-check.ts'),
  },
  {
    words: 'crm setup',
    summary: 'the columns and keys that an administrator makes there',
    load: () => import('./crm-setup.ts'),
  },
  {
    words: 'crm migrate',
    summary: 'moves the records of the embedded CRM there, counted and compared',
    load: () => import('./crm-migrate.ts'),
  },
  {
    words: 'token create',
    summary: 'a token by which another system uses the API',
    load: () => import('./token-create.ts'),
  },
  {
    words: 'token list',
    summary: 'the tokens of the API, and what each is good for',
    load: () => import('./token-list.ts'),
  },
  {
    words: 'token revoke',
    summary: 'ends a token at once',
    load: () => import('./token-revoke.ts'),
  },
  {
    words: 'webhook add',
    summary: 'tells another system of the cases of some organisations',
    load: () => import('./webhook-add.ts'),
  },
  {
    words: 'webhook list',
    summary: 'the webhooks, and whether their receivers take what is sent',
    load: () => import('./webhook-list.ts'),
  },
  {
    words: 'webhook remove',
    summary: 'ends a webhook at once',
    load: () => import('./webhook-remove.ts'),
  },
  {
    words: 'webhook rotate',
    summary: 'gives a webhook a new secret, beside which the old one is good for a while',
    load: () => import('./webhook-rotate.ts'),
  },
  {
    words: 'webhook test',
    summary: 'sends a webhook a message now, and switches it on again where it was off',
    load: () => import('./webhook-test.ts'),
  },
  {
    words: 'store check',
    summary: 'whether the store is whole: integrity, schema, orphans, what is behind',
    load: () => import('./store-check.ts'),
  },
  {
    words: 'store backup',
    summary: 'the stores and the journal of erasures in one file, while the service runs',
    load: () => import('./store-backup.ts'),
  },
  {
    words: 'store restore',
    summary: 'puts a backup in place, and erases again what was erased after it',
    load: () => import('./store-restore.ts'),
  },
  {
    words: 'store migrate',
    summary: 'moves the stores between SQLite and PostgreSQL, counted and compared',
    load: () => import('./store-migrate.ts'),
  },
  {
    words: 'manifest teams',
    summary: 'the app package to upload to Teams',
    load: () => import('./manifest-teams.ts'),
  },
  {
    words: 'manifest slack',
    summary: 'the app manifest to paste into Slack',
    load: () => import('./manifest-slack.ts'),
  },
];
