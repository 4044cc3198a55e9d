import type { CaseFilter } from '../../src/core/command.ts';
import type { Language } from '../../src/core/vocabulary.ts';

/**
 * Commands as they are typed, shown beside the buttons with the same effect. Placeholders stand between `‹` and `›`.
 */
export const typed = {
  new: 'ny',
  guided: 'guide',
  help: 'hjælp',
  log: (text: string) => `log ${text}`,
  find: (words: string) => `sag ${words}`,
  actAs: (organisation: string) => `som ${organisation}`,
  language: (code: Language) => `sprog ${code}`,
  cases: 'sager',
  list: {
    mine: 'sager mine',
    office: 'sager kontor',
    urgent: 'sager haster',
    due: 'sager frist',
    broken: 'sager brudt',
    sent: 'sager sendt',
    'not-delivered': 'sager ikke nået frem',
  } satisfies Record<CaseFilter, string>,
  listPage: (list: string, page: number) => `${list} side ${page}`,
  case: (caseId: string) => `sag ${caseId}`,
  resume: 'fortsæt',
  restart: 'forfra',
  submit: 'indsend',
  edit: 'rediger',
  cancel: 'annuller',
  back: 'tilbage',
  answer: '‹dit svar›',
  treatAsCrisis: 'ret krise ja',
  lookUp: (cvr: string) => `slå op ${cvr}`,
  lookUpSome: 'slå op ‹CVR-nummer›',
  confirm: 'bekræft',
  confirmWithConsent: 'bekræft samtykke',
  confirmPublicTask: 'bekræft offentlig opgave',
  confirmDeclined: 'bekræft nej',
  correctCompany: 'ret virksomhed ‹navn eller CVR-nummer›',
  correctMunicipality: 'ret kommune ‹kommune›',
  correctStage: 'ret fase ‹fase›',
  correctNeeds: 'ret behov ‹alle behov›',
  correctContact: 'ret kontakt ‹navn, telefon, e-mail›',
  confirmNewCase: 'bekræft ny sag',
  otherOwner: 'anden ejer ‹organisation› ‹begrundelse›',
};
