import { dateWords, momentWords } from '../../dialogs/dates.ts';
import { refusalWords } from '../../dialogs/refusal-words.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingWords } from '../../dialogs/setting-words.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { SettingChangeAnswer, SettingTold } from '../../src/core/settings/answers.ts';
import type { SettingVerb } from '../../src/core/settings/commands.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View, ViewAction } from '../view.ts';
import { button, facts, paragraph } from './parts.ts';

/** A proposed change of a setting, for the side that proposed it or the side that is asked. */
export function settingChangeView(answer: SettingChangeAnswer, language: Language): View {
  const { change, told, problem, now } = answer;
  const { settings } = sentencesIn(language);
  const { key, organisation, before, after, by, why, validFrom, consent, replay, state } = change;
  const { proposal } = settings;
  const names = {
    office: organisationName(organisation),
    other: organisationName(consent?.organisation ?? organisation),
    before: organisationName(change.agreedBy?.at(-1)?.organisation ?? organisation),
    day: dateWords(validFrom, language),
  };
  const sentence = settings.told[told ?? standingOf(answer)](names);
  return {
    language,
    title: proposal.title(names.office),
    summary: `${settings.label[key]}: ${sentence}`.slice(0, 150),
    tone: 'default',
    blocks: [
      {
        kind: 'callout',
        tone: state === 'proposed' ? 'warning' : state === 'agreed' ? 'good' : 'default',
        text: sentence,
      },
      ...(problem
        ? [
            {
              kind: 'callout',
              tone: 'attention',
              text: refusalWords(problem, language),
            } as const,
          ]
        : []),
      ...facts([
        [proposal.setting, settings.label[key]],
        [proposal.before, settingWords(key, before, language)],
        [proposal.after, settingWords(key, after, language)],
        [state === 'agreed' ? proposal.holdsFrom : proposal.validFrom, names.day],
        [proposal.by, `${by.name}, ${names.office}`],
        [proposal.why, why ?? null],
        [proposal.number, change.id],
      ]),
      ...(replay ? paragraph(settings.replay(replay), { strong: true }) : []),
      ...(state === 'proposed' && consent && !consent.unanswerable
        ? paragraph(proposal.until(momentWords(consent.until, now, language)), {
            subtle: true,
          })
        : []),
    ],
    actions: actionsOf(answer, language),
    refresh: {
      name: 'setting',
      verb: 'setting.look',
      id: change.id,
      input: {},
    },
  };
}

/** How a change stands, where the message tells of no event. */
function standingOf({
  change: { state, settledBy, consent, agreedBy },
  side,
}: SettingChangeAnswer): SettingTold {
  switch (state) {
    case 'proposed':
      if (side === 'ours' && consent?.unanswerable) return 'unanswerable';
      return side === 'ours' && agreedBy ? 'agreed-next' : 'proposed';
    case 'agreed':
      return settledBy ? 'agreed' : 'by-silence';
    case 'declined':
    case 'withdrawn':
    case 'replaced':
      return state;
    default: {
      const never: never = state;
      return never;
    }
  }
}

function actionsOf({ change: { id }, side, mayAct }: SettingChangeAnswer, language: Language): ViewAction[] {
  const { settings } = sentencesIn(language);
  const { proposal, typed } = settings;
  if (!mayAct) return [];
  const act = (title: string, verb: SettingVerb, line: string, tone?: 'primary') =>
    button(title, { name: 'setting', verb, id, input: {} }, line, tone ? { tone } : {});
  return side === 'theirs'
    ? [
        act(proposal.accept, 'setting.accept', typed.accept(id), 'primary'),
        act(proposal.decline, 'setting.decline', typed.decline(id)),
      ]
    : [act(proposal.withdraw, 'setting.withdraw', typed.withdraw(id))];
}
