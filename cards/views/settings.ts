import { dateWords } from '../../dialogs/dates.ts';
import { openingHoursWords } from '../../dialogs/opening-hours-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Sharing } from '../../src/core/case/visibility.ts';
import { OFFICE_KEYS, type Office, type OfficeKey } from '../../src/core/office/office.ts';
import { municipalityOf } from '../../src/core/organisation.ts';
import { DEFAULT_SETTINGS } from '../../src/core/triage/settings.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View } from '../view.ts';
import { phoneWords } from './parts.ts';

type SettingsAnswer = Extract<Answer, { kind: 'settings' }>;
type Fact = Extract<Block, { kind: 'facts' }>['facts'][number];

function shownOf(office: Office, key: OfficeKey, language: Language): string | null | undefined {
  switch (key) {
    case 'officeName':
      return office.name;
    case 'phone':
      return phoneWords(office.phone ?? undefined);
    case 'email':
      return office.email;
    case 'address':
      return office.address;
    case 'openingHours':
      return openingHoursWords(office.week, language);
    case 'closedDays':
      return office.closedDays.map((day) => dateWords(day, language)).join(', ');
    case 'slackUserGroup':
      return office.slackUserGroup;
    default: {
      const never: never = key;
      return never;
    }
  }
}

/** What the municipality shares with the other side, each with whether it is the product's default. */
function sharingFacts(sharing: Sharing, language: Language): readonly Fact[] {
  const { inputs, office: words } = sentencesIn(language);
  const { shareLevel, shareAssessment } = sharing;
  const source = (isDefault: boolean) => words.source[isDefault ? 'default' : 'file'];
  return [
    {
      label: words.shareLevel,
      value: words.fromWhere(words.shared[shareLevel], source(shareLevel === DEFAULT_SETTINGS.shareLevel)),
    },
    {
      label: words.shareAssessment,
      value: words.fromWhere(
        (shareAssessment ? inputs.yes : inputs.no).toLowerCase(),
        source(shareAssessment === DEFAULT_SETTINGS.shareAssessment),
      ),
    },
  ];
}

/** The settings of an office, each with where it comes from. */
export function settingsView({ office, sharing }: SettingsAnswer, language: Language): View {
  const { office: words } = sentencesIn(language);
  const file = `${municipalityOf(office.organisation) ?? office.organisation}.json`;
  return {
    language,
    title: words.settingsTitle(office.name),
    tone: 'default',
    blocks: [
      {
        kind: 'facts',
        facts: [
          ...OFFICE_KEYS.map((key) => {
            const value = shownOf(office, key, language);
            const source = words.source[office.sources[key]];
            return {
              label: words.settings[key],
              value: value ? words.fromWhere(value, source) : words.notSet,
            };
          }),
          ...(sharing ? sharingFacts(sharing, language) : []),
        ],
      },
      { kind: 'text', subtle: true, text: words.howToChange(file) },
    ],
    actions: [],
    refresh: null,
  };
}
