import { questionOf } from '../../dialogs/questions.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { needReadings } from '../../src/core/intake/need-readings.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import type { DecisionAnswer } from './decision-actions.ts';
import { button, paragraph } from './parts.ts';

/** How the needs were read, and the open control questions, each answered in one click. */
export function needBlocks(answer: DecisionAnswer, language: Language): Block[] {
  const { decisionCard, labels } = sentencesIn(language);
  const { draft, decision, controls } = answer;
  const readings = needReadings(draft.values, decision);
  const words = readings.map(({ area, depth, stated }) => {
    const { statedDepth, usualDepth } = decisionCard;
    return (stated ? statedDepth : usualDepth)(labels.area[area], labels.depth[depth]);
  });
  const { areas = [] } = draft.values;
  const offered = (draft.offered ?? []).filter((area) => !areas.includes(area));
  const correct = (title: string, typedForm: string, input: Readonly<Record<string, string>>) =>
    button(
      title,
      { name: 'intake', verb: 'intake.correct', draftId: draft.id, revision: draft.revision, input },
      typedForm,
    );
  return [
    ...(words.length > 0 ? paragraph(decisionCard.readAs(words.join(', ')), { subtle: true }) : []),
    ...controls.flatMap((area): Block[] => {
      const id = `control:${area}`;
      const question = questionOf(id, language);
      const depth = readings.find((one) => one.area === area)?.depth ?? 'specialised';
      return [
        { kind: 'text', strong: true, text: question.title },
        {
          kind: 'text',
          subtle: true,
          text: `${question.help} ${decisionCard.untilThen(labels.depth[depth])}`,
        },
        {
          kind: 'actions',
          actions: question.replies.map(({ title, input }) =>
            correct(title, title.toLowerCase(), { ...input, question: id }),
          ),
        },
      ];
    }),
    ...(offered.length > 0
      ? ([
          { kind: 'text', subtle: true, text: decisionCard.alsoMentioned },
          {
            kind: 'actions',
            actions: offered.map((area) =>
              correct(decisionCard.addNeed(labels.area[area]), sentencesIn(language).typed.correctNeeds, {
                areas: [...areas, area].join(','),
                question: 'needs',
              }),
            ),
          },
        ] as const)
      : []),
  ];
}
