import type { CrmFinding, CrmFindingCode } from '../../src/core/crm-finding.ts';

/** Hvad der skal rettes i CRM-systemet, for hvert fund. */
export const findings: Readonly<Record<CrmFindingCode, (found: CrmFinding) => string>> = {
  unreachable: () => 'Systemet svarer ikke. Kontrollér adressen i DATAVERSE_URL og netværket.',
  'sign-in-refused': () =>
    'Login blev afvist. Kontrollér DATAVERSE_TENANT_ID, DATAVERSE_CLIENT_ID og hemmeligheden eller certifikatet.',
  'no-user': () =>
    'Programmet er ikke bruger i miljøet. Opret en programbruger for det i Power Platform Administration, og giv den en sikkerhedsrolle.',
  'table-missing': ({ table }) =>
    `Tabellen ${table} findes ikke. Installér den løsning, der har den, eller ret tabellens navn i tilknytningen.`,
  'set-differs': ({ table, is, needs }) =>
    `Tabellen ${table} har adressen ${is} og ikke ${needs}. Ret "set" i tilknytningen.`,
  'id-differs': ({ table, is, needs }) =>
    `Tabellen ${table} har nøglekolonnen ${is} og ikke ${needs}. Ret "id" i tilknytningen.`,
  'column-missing': ({ table, column, needs }) =>
    `Kolonnen ${column} mangler i ${table}. Opret den (${needs}), eller fjern den fra tilknytningen.`,
  'column-kind': ({ table, column, is, needs }) =>
    `Kolonnen ${column} i ${table} er ${is}, men skal være ${needs}. Vælg en anden kolonne i tilknytningen.`,
  'column-short': ({ table, column, is, needs }) =>
    `Kolonnen ${column} i ${table} rummer ${is} tegn, men skal rumme ${needs}. Gør den længere, eller sæt "max" til ${is} i tilknytningen.`,
  'option-missing': ({ table, column, needs }) =>
    `Valget ${needs} findes ikke i ${column} i ${table}. Opret det, eller brug et andet tal i tilknytningen.`,
  'state-missing': ({ table, needs }) =>
    `Statusårsagen ${needs} findes ikke i ${table}. Opret den, eller brug en anden i tilknytningen.`,
  'lookup-missing': ({ table, column }) =>
    `Opslaget ${column} findes ikke i ${table}. Ret navnet i tilknytningen; store og små bogstaver tæller.`,
  'key-missing': ({ table, column }) => `${table} mangler en alternativ nøgle med kolonnen ${column} alene. Opret den.`,
  'key-pending': ({ table, column }) =>
    `Den alternative nøgle ${column} i ${table} er ved at blive dannet. Vent, og kør kontrollen igen.`,
  'key-failed': ({ table, column }) =>
    `Den alternative nøgle ${column} i ${table} kunne ikke dannes. Der er formentlig rækker med samme værdi: ret dem, og aktivér nøglen igen.`,
  'privilege-missing': ({ needs }) =>
    `Programbrugeren mangler rettigheden ${needs}. Tilføj den i dens sikkerhedsrolle.`,
  'no-row-versions': ({ table }) =>
    `${table} holder ikke øje med samtidige ændringer (IsOptimisticConcurrencyEnabled). Slå det til.`,
  'no-authors': ({ needs }) =>
    `Programbrugeren må ikke handle for andre (${needs}), så alle rækker får programmet som forfatter.`,
  'no-change-tracking': ({ table }) =>
    `${table} sporer ikke ændringer, så ændringer i CRM kan ikke læses tilbage. Slå "Spor ændringer" til.`,
};

/** Når intet skal rettes. */
export const isWell = 'Alt er, som tilknytningen kræver.';
