import { dateWords } from '../../dialogs/dates.ts';
import { listOf } from '../../dialogs/list-of.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingName, settingWords } from '../../dialogs/setting-words.ts';
import { type OrganisationId, organisationName } from '../../src/core/organisation.ts';
import type { SettingAnswer } from '../../src/core/settings/answers.ts';
import type { SettingChange } from '../../src/core/settings/change.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block, View, ViewAction } from '../view.ts';
import { button, facts, paragraph } from './parts.ts';
import { changeActions } from './setting-form.ts';

/** One setting: what holds and why, its history, and the form that changes it. */
export function settingView(answer: SettingAnswer, language: Language): View {
  const { office, row, otherwise, told, problem, history, preview } = answer;
  const { settings, office: words } = sentencesIn(language);
  const { key } = row;
  const [newest] = history;
  const names = {
    office: office.name,
    other: '',
    before: '',
    day: newest ? dateWords(newest.validFrom, language) : '',
  };
  return {
    language,
    title: settings.title(settings.label[key], office.name),
    tone: 'default',
    blocks: [
      ...(told ? [callout('good', settings.told[told](names))] : []),
      ...(problem ? [callout('attention', refusalWords(problem, language))] : []),
      ...facts([
        [settings.now, words.fromWhere(settingWords(key, row.value, language), words.source[row.source])],
        [
          settings.otherwise,
          row.change
            ? words.fromWhere(settingWords(key, otherwise.value, language), words.source[otherwise.source])
            : null,
        ],
        [settings.allowedLabel, settings.allowed[key]],
      ]),
      ...(preview ? previewBlocks(answer, preview, language) : historyBlocks(history, language)),
    ],
    actions: preview ? previewActions(answer, preview, language) : changeActions(answer, language),
    refresh: null,
  };
}

const callout = (tone: 'good' | 'attention' | 'warning', text: string): Block => ({
  kind: 'callout',
  tone,
  text,
});

const namesOf = (organisations: readonly OrganisationId[], language: Language) =>
  listOf(organisations.map(organisationName), language);

type Preview = NonNullable<SettingAnswer['preview']>;

function previewBlocks({ row }: SettingAnswer, preview: Preview, language: Language): readonly Block[] {
  const { settings } = sentencesIn(language);
  const { after, validFrom, asks, replay } = preview;
  return [
    ...paragraph(settings.preview.title, { strong: true }),
    ...facts([
      [settings.preview.after, settingWords(row.key, after, language)],
      [settings.preview.validFrom, dateWords(validFrom, language)],
    ]),
    callout('warning', settings.replay(replay)),
    ...paragraph(asksWords(asks, language)),
  ];
}

/** Who must agree first. Several are asked one after the other. */
function asksWords([first, ...others]: Preview['asks'], language: Language): string {
  const { preview } = sentencesIn(language).settings;
  if (first === undefined) return '';
  return others.length === 0
    ? preview.asks(organisationName(first))
    : preview.asksInTurn(namesOf([first, ...others], language), organisationName(first));
}

function previewActions(
  { row }: SettingAnswer,
  { input, asks, resets }: Preview,
  language: Language,
): readonly ViewAction[] {
  const { settings } = sentencesIn(language);
  const name = settingName(row.key, language);
  const verb = resets ? 'setting.reset' : 'setting.change';
  return [
    button(
      settings.preview.send(namesOf(asks.slice(0, 1), language)),
      { name: 'setting', verb, id: null, input: { ...input, sure: 'true' } },
      settings.typed.send(name),
      { tone: 'primary' },
    ),
    button(
      settings.preview.cancel,
      {
        name: 'setting',
        verb: 'setting.show',
        id: null,
        input: { setting: row.key },
      },
      `${settings.typed.show.split(' ')[0]} ${name}`,
    ),
  ];
}

function historyBlocks(history: readonly SettingChange[], language: Language): readonly Block[] {
  const { settings } = sentencesIn(language);
  if (history.length === 0) return paragraph(settings.noHistory, { subtle: true });
  return [
    {
      kind: 'section',
      title: settings.history,
      folded: false,
      blocks: [{ kind: 'list', items: history.map((one) => lineOf(one, language)) }],
    },
  ];
}

function lineOf(change: SettingChange, language: Language): string {
  const { settings } = sentencesIn(language);
  const { key, before, after, at, by, source, why } = change;
  const agreed = agreersOf(change, language);
  return settings.line(
    dateWords(at, language),
    by.name,
    settingWords(key, before, language),
    settingWords(key, after, language),
    settings.sources[source],
    [
      stateOf(change, language),
      ...(agreed.length > 0 ? [settings.state.agreedBy(listOf(agreed, language))] : []),
      ...(why === undefined ? [] : [settings.state.why(why)]),
    ].join(' '),
  );
}

/** Who of the other sides has agreed, by name and organisation, in the order in which they were asked. */
function agreersOf(
  { state, consent, agreedBy = [], settledBy }: SettingChange,
  language: Language,
): readonly string[] {
  const { bySilence } = sentencesIn(language).settings.state;
  // The last one's silence is told by the state itself.
  const last = state === 'agreed' && consent && settledBy ? [{ ...consent, by: settledBy }] : [];
  return [...agreedBy, ...last].map(({ organisation, by }) => {
    const office = organisationName(organisation);
    return by ? `${by.name} (${office})` : bySilence(office);
  });
}

function stateOf({ state, consent, settledBy, validFrom, organisation }: SettingChange, language: Language) {
  const { state: words } = sentencesIn(language).settings;
  switch (state) {
    case 'proposed':
      return words.proposed(organisationName(consent?.organisation ?? organisation));
    case 'agreed':
      return (settledBy ? words.agreed : words.agreedBySilence)(dateWords(validFrom, language));
    case 'declined':
      return words.declined(settledBy?.name ?? '');
    case 'withdrawn':
    case 'replaced':
      return words[state];
    default: {
      const never: never = state;
      return never;
    }
  }
}
