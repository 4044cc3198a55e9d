import { Document, visit } from 'yaml';
import type { Case } from '../../src/core/case/case.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { filled } from './view-data.ts';
import type { Played } from './world.ts';

/** A played script as the files of a frozen case: YAML that is short enough to be read in a review. */

const WIDTH = 110;

/** YAML with every object on one line that fits there. */
function toYaml(value: unknown): string {
  const document = new Document(value, { aliasDuplicateObjects: false });
  visit(document, {
    Collection(key, node) {
      if (key !== null && JSON.stringify(node).length < WIDTH - 20) node.flow = true;
    },
  });
  return document.toString({ lineWidth: WIDTH, flowCollectionPadding: true });
}

/** An instant to the minute (UTC). */
const minute = (instant: string | null | undefined) => instant?.slice(0, 16).replace('T', ' ');

/** `teams.yaml`, `slack.yaml`: what people did in one channel, what was answered, and who was shown what. */
export function channelFile({ steps }: Played): string {
  return toYaml(steps.map(({ does, sends, answers, shows }) => filled({ does, sends, answers, shows })));
}

function historyLine({ caseId, at, event, actor, toStatus, owner, details }: HistoryEntry): object {
  return filled({
    at: minute(at),
    case: caseId,
    event,
    by: actor?.person ?? 'the clock',
    status: toStatus,
    owner,
    details,
  });
}

function caseData(kase: Case, withWords: boolean): object {
  const { id, status, owner, assignee, priority, basis, promise, outcome, followUp, callBack } = kase;
  const { dueAt, answeredAt, broken } = promise;
  return filled({
    id,
    status,
    owner,
    assignee: assignee?.person,
    priority,
    rule: kase.decision.owner.rule,
    override: kase.override?.organisation,
    basis: basis && `${basis.kind}${basis.withdrawnAt ? ', withdrawn' : ''}`,
    greyZone: kase.greyZone,
    joint: kase.joint,
    promise: filled({ dueAt: minute(dueAt), answeredAt: minute(answeredAt), broken }),
    earlierPromises: kase.earlierPromises?.length,
    handovers: kase.handovers.map(({ from, to, state, reasonCode, counted, questions }) =>
      filled({ from, to, state, reasonCode, counted, questions: questions.length }),
    ),
    outcome: outcome && filled(outcome),
    followUp,
    callBack: callBack && minute(callBack.at),
    remarks: kase.remarks?.map(
      ({ event, by, text }) => `${event} by ${by.person}${text === null ? ', erased' : ''}`,
    ),
    contacts: kase.contacts.map(({ by, areas }) => filled({ by: by.person, areas })),
    linkedTo: kase.linkedTo,
    erased: kase.erasedAt !== null,
    ...(withWords && {
      contact: [kase.values.contactName, kase.values.contactPhone].join(' '),
      description: kase.values.description,
      later: kase.contacts.map(({ text }) => text),
    }),
  });
}

/**
 * `result.yaml`: effects, history, cases and CRM records; the same in every channel. `withWords`: with what was kept of
 * people's words, where the case is about how they are read.
 */
export function resultFile({ steps, cases, history, crm }: Played, withWords: boolean): string {
  return toYaml({
    effects: steps
      .filter(({ effects }) => effects.length > 0)
      .map(({ does, effects }) => ({ does, effects })),
    history: history.map(historyLine),
    cases: cases.map((kase) => caseData(kase, withWords)),
    crm: crm.map(({ caseId, revision, status, owner, companyName, contactName, description, consent }) =>
      filled({
        case: caseId,
        revision,
        status,
        owner,
        consent: consent?.kind,
        holds: Object.keys(filled({ companyName, contactName, description })),
      }),
    ),
  });
}
