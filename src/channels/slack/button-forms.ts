import type { Block, View, ViewAction } from '../../../cards/view.ts';
import { viewOf } from '../../../cards/view-of.ts';
import { refusalWords } from '../../../dialogs/refusal-words.ts';
import type { Reply } from '../../app/inbound.ts';
import type { Answer } from '../../core/answer.ts';
import type { Command } from '../../core/command.ts';
import type { FieldProblem } from '../../core/intake/draft.ts';
import type { ViewSubmission } from './payloads.ts';

/** The command that shows a button's case or draft in its present state. */
export function subjectOf(command: Command): Command | undefined {
  if (command.name === 'case-action') return { name: 'case', caseId: command.caseId };
  if (command.name === 'outreach')
    return { ...command, verb: command.id === null ? 'outreach.list' : 'outreach.show', input: {} };
  if (command.name === 'setting')
    return command.id === null
      ? { ...command, verb: 'setting.show' }
      : { ...command, verb: 'setting.look', input: {} };
  if (command.name === 'absence') return { ...command, verb: 'absence.show', input: {} };
  if (command.name !== 'intake') return undefined;
  return { ...command, verb: 'intake.resume', revision: null, input: {} };
}

function actionsOf(view: View): readonly ViewAction[] {
  const inBlocks = (blocks: readonly Block[]): readonly ViewAction[] =>
    blocks.flatMap((block) => {
      if (block.kind === 'entry') return [block.action];
      if (block.kind === 'actions') return block.actions;
      if (block.kind === 'read') return block.parts.flatMap(({ change }) => change ?? []);
      return block.kind === 'section' ? inBlocks(block.blocks) : [];
    });
  return [...view.actions, ...inBlocks(view.blocks)];
}

/**
 * The action of the clicked button, as its card offers it now. The revision stays the clicked one, so that a stale
 * click is noticed.
 */
export function findAction(reply: Reply, clicked: Command): { view: View; action: ViewAction } | undefined {
  if (!('verb' in clicked)) return undefined;
  for (const answer of reply.answers) {
    const view = viewOf(answer, reply.language);
    for (const action of actionsOf(view)) {
      const { command } = action;
      // One verb corrects every part that was read, which is named as the question; another sends a case to several
      // places.
      const isIt =
        'verb' in command &&
        command.verb === clicked.verb &&
        command.input.question === clicked.input.question &&
        command.input.organisation === clicked.input.organisation;
      if (isIt && action.form.length > 0) {
        return { view, action: { ...action, command: clicked } };
      }
    }
  }
  return undefined;
}

/**
 * The form of a refused window, filled as it was sent and on the case as it now is, with the reason above it. Undefined
 * where nothing was refused, or the case no longer offers the verb.
 */
export function formAgain(reply: Reply, sent: Command): { view: View; action: ViewAction } | undefined {
  if (sent.name !== 'case-action') return undefined;
  const refused = refusedCase(reply);
  if (!refused) return undefined;
  const view = viewOf(refused, reply.language);
  const action = view.actions.find(
    ({ command, form }) => 'verb' in command && command.verb === sent.verb && form.length > 0,
  );
  if (!action) return undefined;
  const reasons = refused.problems.map(
    ({ refusal }): Block => ({
      kind: 'callout',
      tone: 'attention',
      text: refusalWords(refusal, reply.language),
    }),
  );
  return { view, action: { ...action, about: [...reasons, ...(action.about ?? [])] } };
}

function refusedCase({ answers }: Reply): Extract<Answer, { kind: 'case' }> | undefined {
  for (const answer of answers) if (answer.kind === 'case' && answer.typed) return answer;
  return undefined;
}

function problemsOf(answer: Answer): readonly FieldProblem[] {
  if ('problems' in answer) return answer.problems;
  return answer.kind === 'question' && answer.problem ? [answer.problem] : [];
}

/**
 * Problems at the window's inputs, by block. Undefined where there are none, or where one belongs to no input of the
 * window.
 */
export function errorsIn(view: ViewSubmission['view'], reply: Reply): Record<string, string> | undefined {
  const problems = reply.answers.flatMap(problemsOf);
  const blocks = new Map(
    Object.entries(view.state?.values ?? {}).flatMap(([block, inputs]) =>
      Object.keys(inputs).map((input) => [input, block] as const),
    ),
  );
  const errors = problems.flatMap((problem) => {
    const block = blocks.get(problem.field);
    return block === undefined ? [] : [[block, refusalWords(problem.refusal, reply.language)] as const];
  });
  const [first, ...rest] = errors;
  if (!first || errors.length !== problems.length) return undefined;
  // A window that stays open shows only errors, so notices are added to the first of them.
  const told = reply.answers.flatMap((answer) =>
    answer.kind === 'notice' ? [viewOf(answer, reply.language).title] : [],
  );
  const [block, words] = first;
  return Object.fromEntries([[block, [words, ...told].join(' ')], ...rest]);
}
