import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingWords } from '../../dialogs/setting-words.ts';
import { municipalityOf, organisationName } from '../../src/core/organisation.ts';
import type { SettingsAnswer } from '../../src/core/settings/answers.ts';
import type { SettingChange } from '../../src/core/settings/change.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View, ViewAction } from '../view.ts';
import { button } from './parts.ts';

/** The settings of an office, each with where it comes from, and the proposals under way. */
export function settingsView(answer: SettingsAnswer, language: Language): View {
  const { office, rows, open, mayChange, problem } = answer;
  const { office: words, settings } = sentencesIn(language);
  const file = `${municipalityOf(office.organisation) ?? office.organisation}.json`;
  const facts = rows.map(({ key, value, source }) => {
    const text = settingWords(key, value, language);
    return {
      label: settings.label[key],
      value: text === words.notSet ? text : words.fromWhere(text, words.source[source]),
    };
  });
  return {
    language,
    title: words.settingsTitle(office.name),
    tone: 'default',
    blocks: [
      ...(problem
        ? [{ kind: 'callout', tone: 'attention', text: refusalWords(problem, language) } as const]
        : []),
      { kind: 'facts', facts },
      ...openBlocks(open, language),
      { kind: 'text', subtle: true, text: settings.howToChange(file) },
    ],
    actions: mayChange ? [chooseAction(rows, language)] : [],
    refresh: null,
  };
}

function chooseAction(rows: SettingsAnswer['rows'], language: Language): ViewAction {
  const { settings, inputs } = sentencesIn(language);
  const command = { name: 'setting', verb: 'setting.show', id: null, input: {} } as const;
  return button(settings.choose, command, settings.typed.show, {
    form: [
      {
        kind: 'choice',
        id: 'setting',
        label: settings.setting,
        value: [],
        choices: rows.map(({ key }) => ({ value: key, title: settings.label[key] })),
        placeholder: inputs.choose,
        required: true,
      },
    ],
  });
}

function openBlocks(open: SettingsAnswer['open'], language: Language): readonly Block[] {
  const { settings } = sentencesIn(language);
  if (open.length === 0) return [];
  return [
    { kind: 'text', strong: true, text: settings.openTitle },
    ...open.map(
      (change): Block => ({
        kind: 'entry',
        ...proposalLine(change, language),
        tone: 'default',
        action: button(
          settings.look,
          { name: 'setting', verb: 'setting.look', id: change.id, input: {} },
          settings.typed.look(change.id),
        ),
      }),
    ),
  ];
}

/** A proposal that waits, in a list: what of which office, and for whom. */
export function proposalLine({ key, organisation, after, consent }: SettingChange, language: Language) {
  const { settings } = sentencesIn(language);
  const label = settings.label[key];
  const who = organisationName(consent?.organisation ?? organisation);
  return {
    title: `${label} · ${organisationName(organisation)}`,
    text: settings.openLine(label, settingWords(key, after, language), who),
  };
}
