import type { CrmFinding, CrmFindingCode } from '../../src/core/crm-finding.ts';

/** What to mend in the CRM, for each finding. */
export const findings: Readonly<Record<CrmFindingCode, (found: CrmFinding) => string>> = {
  'address-unknown': () =>
    'Der er intet på adressen i DATAVERSE_URL. Kontrollér, at miljøets adresse er stavet rigtigt.',
  'no-answer': ({ is }) =>
    `Systemet svarer ikke${is === '' ? '' : ` (${is})`}. Kontrollér adressen i DATAVERSE_URL og netværket, og prøv igen.`,
  'not-dataverse': () =>
    'Adressen i DATAVERSE_URL svarer, men ikke som et Dataverse-miljø. Brug miljøets egen adresse, fx https://organisation.crm4.dynamics.com.',
  'sign-in-away': () =>
    'Login svarer ikke eller kender ikke DATAVERSE_TENANT_ID. Kontrollér den, DATAVERSE_LOGIN_URL og netværket; uden hemmelighed og certifikat kræves en administreret identitet på maskinen.',
  'sign-in-refused': () =>
    'Login blev afvist. Kontrollér DATAVERSE_TENANT_ID, DATAVERSE_CLIENT_ID og hemmeligheden eller certifikatet; det kan være udløbet.',
  'token-refused': () =>
    'Miljøet afviste programmets login. Kontrollér, at DATAVERSE_URL og DATAVERSE_TENANT_ID hører sammen.',
  'no-user': () =>
    'Programmet er ikke bruger i miljøet, eller det er deaktiveret. Opret en programbruger for DATAVERSE_CLIENT_ID i Power Platform Administration, og giv den en sikkerhedsrolle.',
  'metadata-denied': () =>
    'Programbrugeren må ikke læse miljøets opbygning. Giv dens sikkerhedsrolle læseret til tabeller, kolonner og relationer (prvReadEntity, prvReadAttribute, prvReadRelationship).',
  busy: ({ needs }) => `Miljøet er overbelastet. Kør kontrollen igen om ${needs} sekunder.`,
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
  'column-read-only': ({ table, column }) =>
    `Kolonnen ${column} i ${table} kan ikke skrives (den beregnes eller udfyldes af systemet). Vælg en anden kolonne i tilknytningen.`,
  'column-secured': ({ table, column }) =>
    `Kolonnen ${column} i ${table} er beskyttet. Giv programbrugeren en kolonnesikkerhedsprofil, eller slå beskyttelsen fra.`,
  'column-short': ({ table, column, is, needs }) =>
    `Kolonnen ${column} i ${table} rummer ${is} tegn, men skal rumme ${needs}. Gør den længere, eller sæt "max" til ${is} i tilknytningen.`,
  'option-missing': ({ table, column, needs }) =>
    `Valget ${needs} findes ikke i ${column} i ${table}. Opret det, eller brug et andet tal i tilknytningen.`,
  'state-missing': ({ table, needs }) =>
    `Statusårsagen ${needs} findes ikke i ${table}. Opret den, eller brug en anden i tilknytningen.`,
  'lookup-missing': ({ table, column }) =>
    `Opslaget ${column} findes ikke i ${table}. Ret navnet i tilknytningen; store og små bogstaver tæller.`,
  'key-missing': ({ table, column }) =>
    `${table} mangler en alternativ nøgle med kolonnen ${column} alene. Opret den.`,
  'key-pending': ({ table, column }) =>
    `Den alternative nøgle ${column} i ${table} er ved at blive dannet. Vent, og kør kontrollen igen.`,
  'key-failed': ({ table, column }) =>
    `Den alternative nøgle ${column} i ${table} kunne ikke dannes. Der er formentlig rækker med samme værdi: ret dem, og aktivér nøglen igen.`,
  'privilege-missing': ({ needs }) =>
    `Programbrugeren mangler rettigheden ${needs}. Tilføj den i dens sikkerhedsrolle.`,
  'privilege-own-rows': ({ needs }) =>
    `Programbrugeren har kun rettigheden ${needs} til egne rækker. Giv den for hele organisationen i sikkerhedsrollen.`,
  'no-row-versions': ({ table }) =>
    `${table} holder ikke øje med samtidige ændringer (IsOptimisticConcurrencyEnabled). Slå det til.`,
  'no-authors': ({ needs }) =>
    `Programbrugeren må ikke handle for andre (${needs}), så alle rækker får programmet som forfatter.`,
  'no-change-tracking': ({ table }) =>
    `${table} sporer ikke ændringer, så ændringer i CRM kan ikke læses tilbage. Slå "Spor ændringer" til.`,
  'changes-not-all': ({ needs, is }) =>
    `Programbrugeren har ${needs} på niveauet ${is}, så ændringer i CRM kan ikke læses tilbage. Giv den for hele organisationen.`,
  'not-migrated': ({ is }) =>
    `${is === '1' ? 'Én sag ligger' : `${is} sager ligger`} stadig kun i det indbyggede CRM. Stop tjenesten, og flyt dem med "indgang crm migrate", før den startes med DATAVERSE_URL.`,
};

/** Where nothing is to be mended. */
export const isWell: string = 'Alt er, som tilknytningen kræver.';

/** Whether a finding must be mended before cases arrive. */
export const kinds: Readonly<Record<'mend' | 'advice', string>> = {
  mend: 'Skal rettes',
  advice: 'Bør rettes',
};
