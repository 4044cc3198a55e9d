import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Answer } from '../../src/core/answer.ts';
import { organisationName } from '../../src/core/organisation.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { View } from '../view.ts';
import { lineBlock } from './cases.ts';
import { button, paragraph } from './parts.ts';

type OverviewAnswer = Extract<Answer, { kind: 'overview' }>;

/** The day's overview: how much waits, the first of it, and the lists that hold the rest. */
export function overviewView(answer: OverviewAnswer, language: Language): View {
  const { buttons, caseLabels, overview, typed } = sentencesIn(language);
  const some = answer.counts.filter(({ total }) => total > 0);
  const words: Readonly<Partial<Record<string, (count: number) => string>>> = overview.count;
  const counted = some.map(({ filter, total }) => words[filter]?.(total) ?? '').join(' · ');
  const switches =
    answer.daily === null
      ? []
      : [
          button(
            answer.daily ? overview.switchOff : overview.switchOn,
            { name: 'overview', daily: !answer.daily },
            answer.daily ? typed.overviewOff : typed.overviewOn,
          ),
        ];
  return {
    language,
    title: overview.title(organisationName(answer.organisation)),
    subtitle: counted === '' ? overview.nothing : counted,
    tone: some.some(({ filter }) => filter === 'broken') ? 'attention' : 'default',
    blocks: [
      ...answer.lines.map((line) => lineBlock(line, answer.now, language)),
      ...paragraph(answer.daily ? overview.daily : null, { subtle: true }),
    ],
    actions: [
      ...some.map(({ filter }) =>
        button(caseLabels.filter[filter], { name: 'cases', filter }, typed.list[filter]),
      ),
      button(buttons.myCases, { name: 'cases', filter: 'mine' }, typed.list.mine),
      ...switches,
    ],
    refresh: null,
  };
}
