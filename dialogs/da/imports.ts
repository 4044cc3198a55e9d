import type { ImportProblemCode } from '../../src/core/import-problems.ts';

/** What is wrong with a file that an operator imports: what stands there, and what may stand there. */
const problems: Readonly<Record<ImportProblemCode, (about: string, other: string) => string>> = {
  empty: () => 'filen er tom',
  'too-large': () => 'filen er for stor; den må højst fylde 5 MB',
  workbook: () => 'filen er et regneark eller et dokument; gem det som CSV først',
  binary: () => 'her står et tegn, som ingen tekst har; filen er ikke ren tekst',
  'mixed-encoding': () => 'filen er dels UTF-8, dels Latin-1; gem den igen som UTF-8',
  'damaged-letters': (about) => `bogstaverne er ødelagt her ("${about}"); gem filen igen som UTF-8`,
  'no-rows': () => 'der er ingen rækker efter kolonnenavnene',
  'too-many-rows': (about, other) => `filen har ${about} rækker; den må højst have ${other}`,
  'no-separator': () => 'kolonnerne er ikke adskilt af semikolon, komma eller tabulator',
  'column-missing': () => 'kolonnen mangler; --template viser alle kolonner',
  'column-twice': () => 'kolonnen står der to gange',
  'column-unknown': () => 'kolonnen findes ikke; --template viser alle kolonner',
  'column-unnamed': () => 'kolonnen har intet navn',
  'cells-missing': (about, other) => `rækken har kun ${about} felter; der skal være ${other}`,
  'cells-too-many': (about, other) =>
    `rækken har ${about} felter; der skal være ${other} (sæt anførselstegn om felter, som skilletegnet står i)`,
  'quote-not-closed': () => 'et anførselstegn begynder her og slutter aldrig',
  'quote-misplaced': () =>
    'et anførselstegn står midt i et felt; skriv det dobbelt, og sæt anførselstegn om feltet',
  needed: () => 'skal udfyldes',
  'cpr-number': () => 'her står et CPR-nummer; det må ikke stå i filen',
  formula: (about) => `"${about}" begynder som en formel i et regneark`,
  'line-break': () => 'feltet har et linjeskift',
  'invisible-letters': () => 'feltet har usynlige tegn',
  'too-long': (about, other) => `teksten har ${about} tegn; der må højst være ${other}`,
  'not-an-id': (about) =>
    `"${about}" kan ikke være et id; brug små bogstaver a-z, tal og bindestreg, fx smv-groen`,
  'id-twice': (about, other) => `${about} står der to gange; første gang i linje ${other}`,
  'name-twice': (about, other) => `${about} findes allerede med id ${other}`,
  'other-kind': (about, other) => `er ${about} her, men ${other} i kataloget`,
  'not-in-list': (about, other) => `"${about}" kendes ikke; der kan stå ${other}`,
  'unknown-area': (about) => `"${about}" er ikke et behovsområde`,
  'unknown-place': (about) => `"${about}" er hverken en kommune eller et Erhvervshus`,
  'listed-twice': (about) => `"${about}" står der to gange`,
  'not-a-date': (about) => `"${about}" er ikke en dato; skriv fx 2026-12-01 eller 1.12.2026`,
  'no-such-day': (about) => `${about} findes ikke i kalenderen`,
  'ends-before-it-begins': (about, other) => `slutter ${about}, før det begynder ${other}`,
  'not-a-link': (about) => `"${about}" er ikke et link; det skal begynde med https://`,
  'not-yes-or-no': (about) => `"${about}" kendes ikke; skriv ja eller nej`,
  'not-a-cvr-number': (about) => `"${about}" er ikke et CVR-nummer`,
  'not-a-phone-number': (about) => `"${about}" er ikke et telefonnummer`,
  'not-an-e-mail-address': (about) => `"${about}" er ikke en e-mailadresse`,
  'not-a-case-number': (about) => `"${about}" er ikke et sagsnummer; det ser ud som K3F9-QTX2`,
  'not-0-to-10': (about) => `"${about}" er ikke et helt tal fra 0 til 10`,
  'nothing-answered': () => 'rækken har intet svar på noget spørgsmål',
  'unknown-organisation': (about) =>
    `"${about}" er ingen organisation; skriv fx les-791 eller ehm-midtjylland`,
  'unknown-case': (about) => `sagen ${about} findes ikke`,
  'unknown-company': (about) => `der er ingen sager for CVR-nummer ${about}`,
  'other-company': (about, other) => `sagen ${other} hører ikke til CVR-nummer ${about}`,
  'not-served': (about, other) =>
    `${other} har ikke registreret en ydelse til virksomheden (${about}) inden den dag`,
  'in-future': (about) => `${about} ligger i fremtiden`,
};

export const imports = {
  problems,
  column: (number: number) => `kolonne ${number}`,
  more: (count: number) => `${count} fejl mere.`,
  nothing: 'Intet er importeret.',
  done: (added: number, replaced: number) =>
    `Importeret: ${added} ${added === 1 ? 'ny' : 'nye'}, ${replaced} erstattet.`,
};
