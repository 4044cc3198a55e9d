import type { Block, View } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { timelineBlocks } from '../../../cards/views/timeline.ts';
import { blockToWire, toWire, type Wire } from '../../../cards/wire.ts';
import type { Answer } from '../../core/answer.ts';
import type { IntakeValues } from '../../core/intake/draft.ts';
import type { Language } from '../../core/vocabulary.ts';

/** A view as the tab gets it, with what it is about. */
export type TabView = Wire<View> & {
  /** The case that is shown. */
  readonly caseId?: string;
  /** What to search for to find the company's cases: its name, or its CVR number. */
  readonly company?: string;
  /** Grows with each change of the case, setting or proposal that is shown, so that a page can tell that it is behind. */
  readonly version?: number;
  /** What a page has room for and a card has not. */
  readonly beside?: readonly Wire<Block>[];
};

const companyOf = ({ cvr, companyName }: IntakeValues) => {
  const company = companyName ?? cvr;
  return company === undefined ? {} : { company };
};

function aboutOf(answer: Answer): Pick<TabView, 'caseId' | 'company' | 'version'> {
  switch (answer.kind) {
    case 'case':
      return { caseId: answer.case.id, version: answer.case.revision, ...companyOf(answer.case.values) };
    case 'setting':
      return { version: answer.row.version };
    case 'setting-change':
      return { version: answer.change.revision };
    case 'decision':
    case 'question':
    case 'intake-form':
      return companyOf(answer.draft.values);
    default:
      return {};
  }
}

/** The view without callouts that a form says at its input: here that form opens by itself. */
function withoutRepeated(view: View): View {
  const atInputs = view.actions.flatMap(({ form }) => form.flatMap(({ problem }) => problem ?? []));
  const blocks = view.blocks.filter((block) => block.kind !== 'callout' || !atInputs.includes(block.text));
  return { ...view, blocks };
}

/** An answer as the tab gets it. */
export function drawn(answer: Answer, language: Language): TabView {
  const view = toWire(withoutRepeated(viewOf(answer, language)));
  if (answer.kind !== 'case') return { ...view, ...aboutOf(answer) };
  return { ...view, ...aboutOf(answer), beside: timelineBlocks(answer, language).map(blockToWire) };
}
