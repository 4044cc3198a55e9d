import type { CaseVerb } from '../../src/core/case/verbs/index.ts';
import type { VerbSentences } from '../sentence-types.ts';

/** All texts of the verbs on a handover and on a follow-up. */
export const handovers: Pick<
  VerbSentences,
  Extract<CaseVerb, `handover.${string}` | `followup.${string}` | `task.${string}`>
> = {
  'handover.accept': {
    words: 'overtag|accepter|tag',
    label: 'Overtag',
    meaning: 'Overtag sagen',
    asks: {},
    done: 'Du har overtaget sagen. Husk at svare virksomheden.',
  },
  'task.start': {
    words: 'påbegyndt|påbegynd',
    label: 'Påbegyndt',
    meaning: 'Opgaven er påbegyndt',
    asks: {},
    done: 'Tak. Opgaven er påbegyndt.',
  },
  'task.dismiss': {
    words: 'ikke relevant',
    typedRest: ' ‹begrundelse›',
    label: 'Ikke relevant',
    meaning: 'Opgaven er ikke relevant for os',
    asks: { reason: 'Begrundelse (kan udelades)' },
    done: 'Det er noteret, at opgaven ikke er relevant.',
  },
  'followup.accept': {
    words: 'følg op|opfølgning ja',
    label: 'Ja, vi følger op',
    asks: {},
    done: 'Tak. I har opfølgningen.',
  },
  'handover.answer': {
    words: 'svar',
    typedRest: ' ‹tekst›',
    label: 'Besvar',
    meaning: 'Svar på spørgsmålet',
    asks: { text: 'Dit svar' },
    done: 'Svaret er sendt.',
  },
  'handover.ask': {
    words: 'spørg|spoerg',
    typedRest: ' ‹tekst›',
    label: 'Spørg',
    meaning: 'Spørg afsenderen',
    asks: { text: 'Dit spørgsmål' },
    done: 'Spørgsmålet er sendt til afsenderen. Fristen løber stadig.',
  },
  'handover.return': {
    words: 'returner|returnér|retur|send retur',
    typedRest: ' ‹årsag›: ‹begrundelse›',
    label: 'Returner',
    meaning: 'Send sagen tilbage med en årsag',
    asks: { reasonCode: 'Årsag', reason: 'Begrundelse' },
    done: 'Sagen er sendt tilbage, og afsenderen får besked.',
    doneAs: {
      asked:
        'Sagen er ikke returneret endnu: afsenderen har fået det, du mangler, som et spørgsmål. Fristen løber stadig.',
    },
  },
  'handover.advise': {
    words: 'råd|giv råd|rådgiv',
    typedRest: ' ‹tekst›',
    label: 'Giv råd',
    meaning: 'Giv afsenderen råd uden at overtage sagen',
    asks: { text: 'Dit råd til afsenderen' },
    done: 'Rådet er sendt. Afsenderen beholder sagen.',
  },
  'handover.forward': {
    words: 'videresend|send videre',
    typedRest: ' ‹organisation› ‹begrundelse›',
    label: 'Videresend',
    meaning: 'Send videre til en mere relevant modtager',
    asks: { organisation: 'Organisation', reason: 'Begrundelse' },
    done: 'Sagen er sendt videre, og afsenderen får besked.',
  },
  'followup.done': {
    words: 'fulgt op|fulgt op på',
    typedRest: ' ‹intet nyt behov, nyt behov eller ikke truffet›',
    label: 'Fulgt op',
    meaning: 'Registrer, hvad opfølgningen viste',
    asks: { result: 'Hvad viste opfølgningen?', note: 'Bemærkning (kan udelades)' },
    done: 'Tak. Opfølgningen er registreret.',
  },
  'followup.decline': {
    words: 'følg ikke op|opfølgning nej',
    typedRest: ' ‹begrundelse›',
    label: 'Nej tak',
    meaning: 'Vi følger ikke op',
    asks: { reason: 'Begrundelse' },
    done: 'I har sagt nej til opfølgningen.',
  },
  'handover.offer': {
    words: 'send|tilbyd|overdrag',
    typedRest: ' ‹organisation› ‹begrundelse›',
    label: 'Send til en anden',
    meaning: 'Send sagen til en anden organisation',
    asks: {
      organisation: 'Organisation',
      reason: 'Begrundelse',
      selfHelp: 'Selvhjælpsværktøjer, som virksomheden har brugt',
      noTool: 'Hvorfor er Væksthjulet ikke brugt?',
    },
    done: 'Sagen er sendt. I har ansvaret for sagen, indtil den bliver overtaget.',
  },
  'handover.withdraw': {
    words: 'træk tilbage',
    label: 'Træk tilbage',
    meaning: 'Træk sagen tilbage, før der er svaret',
    asks: {},
    done: 'Sagen er trukket tilbage til jer.',
  },
};
