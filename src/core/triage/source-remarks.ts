import type { Language } from '../vocabulary.ts';

const ENGLISH: Readonly<Record<string, string>> = {
  'det fælles telefonnummer': 'the shared telephone number',
  'Kataloget over tilbud': 'The catalogue of offers',
  '"uafklarede"': 'those whose need is not clear',
  '"starter lokalt"': '“start locally”',
  'bilag 3': 'annex 3',
  'bilag A': 'annex A',
  'bilag B': 'annex B',
  'note 2': 'note 2',
  'note 6': 'note 6',
  '§1': 'section 1',
  '(omstridt i bilag A og B)': '(disputed in annexes A and B)',
  'bilag A og B (omstridt af lokal erhvervsservice)':
    'annexes A and B (disputed by the local business services)',
  'bilag B: LES på lige fod': 'annex B: local business services on an equal footing',
  '"no wrong door", bilag B': '“no wrong door”, annex B',
  '"henvises til … den lokale erhvervsservice"': '“are referred to … the local business service”',
  '"ikke … henvist frem og tilbage"': '“not … referred back and forth”',
  basisydelser: 'basic services',
  krisehåndtering: 'companies in crisis',
  koordinering: 'coordination',
  rammer: 'framework',
  ydelser: 'services',
  målgruppe: 'target group',
  myndighedsforhold: 'matters of the authorities',
  'lokale tilbud og myndighedsforhold': 'local offers and matters of the authorities',
  'stedbundne behov': 'needs bound to the place',
  '90 % afklares lokalt': '90% are clarified locally',
  'svar inden for 48 timer': 'an answer within 48 hours',
  'mindst 30 % bruger et selvhjælpsværktøj': 'at least 30% use a self-help tool',
  'mindst 80 % henvises videre': 'at least 80% are referred on',
};

/** What the rules cite of a document, as `source` has it and in a reader's language; Danish ones are as they are cited. */
export const REMARKS: Readonly<Record<Language, Readonly<Record<string, string>>>> = { da: {}, en: ENGLISH };
