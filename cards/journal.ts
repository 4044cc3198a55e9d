import { dateWords, momentWords } from '../dialogs/dates.ts';
import { eventWords } from '../dialogs/event-words.ts';
import { sentencesIn } from '../dialogs/sentences.ts';
import { isCrisis } from '../src/core/case/basis-cover.ts';
import type { Case } from '../src/core/case/case.ts';
import { enquiriesOf, promiseOf } from '../src/core/case/enquiries.ts';
import type { EventCode, HistoryEntry } from '../src/core/case/events.ts';
import { redactedCase, redactedHistory } from '../src/core/case/redacted-case.ts';
import { textsOf } from '../src/core/case/texts.ts';
import { type Visibility, visibleToCrm } from '../src/core/case/visibility.ts';
import { findMunicipality } from '../src/core/municipalities.ts';
import { organisationName } from '../src/core/organisation.ts';
import type { ActorRef } from '../src/core/person.ts';
import { sourceNames } from '../src/core/triage/sources.ts';
import type { Language } from '../src/core/vocabulary.ts';
import { factTable, html, htmlDocument, section, table } from './journal-html.ts';
import type { Fact } from './view.ts';
import { outcomeBlocks } from './views/registered.ts';

/** What every part of the journal is made of: the case without what its basis forbids. */
interface Filed {
  readonly kase: Case;
  readonly history: readonly HistoryEntry[];
  readonly sees: Visibility;
  readonly language: Language;
  readonly now: string;
  readonly at: (instant: string) => string;
}

/**
 * A case as an HTML document for an office's record system: what was said and decided, by whom and when, without what the
 * basis forbids and what the other side keeps by the level of sharing (registration.md, "Whose words go where"). `sight`: what the
 * office may see. `now` is the ISO instant of the print.
 */
export function journalOf(
  whole: Case,
  lines: readonly HistoryEntry[],
  sight: Visibility,
  language: Language,
  now: string,
): string {
  const covered = visibleToCrm(whole);
  const sees = both(covered, sight);
  const filed: Filed = {
    kase: redactedCase(whole, sees),
    history: redactedHistory(lines, sees),
    sees,
    language,
    now,
    // A record is read years later: every moment has its year.
    at: (instant) => momentWords(instant, '1970-01-01T12:00:00Z', language),
  };
  const { journal } = sentencesIn(language);
  const withheld = covered.contact ? (covered.notes ? [] : [journal.crisis]) : [journal.withheld];
  const isShort = PARTS.some((part) => covered[part] && !sight[part]);
  const remarks = [
    journal.made(filed.at(now)),
    ...(whole.erasedAt === null ? withheld : [journal.erased(filed.at(whole.erasedAt))]),
    ...(isShort ? [journal.level(organisationName(whole.owner))] : []),
  ];
  return htmlDocument(
    language,
    journal.title(whole.id),
    [
      ...remarks.map((remark) => `<p>${html(remark)}</p>`),
      section(journal.case, sees.outline ? caseFacts(filed) : servedFacts(filed)),
      ...(sees.outline ? outlineOf(filed, isCrisis(whole)) : []),
    ]
      .filter((part) => part !== '')
      .join('\n'),
  );
}

const PARTS = ['name', 'number', 'colleagues', 'contact', 'notes', 'assessment', 'outline'] as const;

/** What both let be seen. */
function both(one: Visibility, other: Visibility): Visibility {
  return {
    name: one.name && other.name,
    number: one.number && other.number,
    colleagues: one.colleagues && other.colleagues,
    contact: one.contact && other.contact,
    notes: one.notes && other.notes,
    assessment: one.assessment && other.assessment,
    outline: one.outline && other.outline,
  };
}

/** That the company is served, by whom and since when. */
function servedFacts({ kase, language, at }: Filed): string {
  const { journal, caseLabels } = sentencesIn(language);
  return factTable(journal.case, [
    [journal.owner, organisationName(kase.owner)],
    [journal.opened, at(kase.createdAt)],
    [caseLabels.field.companyName, kase.values.companyName],
    [caseLabels.field.cvr, kase.values.cvr],
  ]);
}

/** Everything that stands in the file beside the facts of the case. */
function outlineOf(filed: Filed, crisis: boolean): readonly string[] {
  const { journal } = sentencesIn(filed.language);
  return [
    section(journal.enquiries, enquiryTable(filed)),
    section(journal.decision, decisionFacts(filed, crisis)),
    section(journal.written, textTable(filed)),
    section(journal.handovers, handoverTable(filed)),
    section(journal.given, outcomeFacts(filed)),
    section(journal.events, eventTable(filed)),
  ];
}

/** Somebody with their organisation; the organisation alone where their name may not stand here. */
function who(actor: ActorRef | null | undefined): string {
  if (!actor) return '';
  const organisation = organisationName(actor.organisation);
  return actor.name === '' ? organisation : `${actor.name}, ${organisation}`;
}

function caseFacts({ kase, language, at }: Filed): string {
  const { journal, caseLabels, labels, caseCard } = sentencesIn(language);
  const { values, basis, promise } = kase;
  const { field } = caseLabels;
  const place = values.municipality && findMunicipality(values.municipality)?.name;
  const basisParts = basis && [
    labels.basis[basis.kind],
    basis.scope && labels.basisScope[basis.scope],
    who(basis.obtainedBy),
    at(basis.obtainedAt),
    basis.withdrawnAt && journal.withdrawn(at(basis.withdrawnAt)),
  ];
  return factTable(journal.case, [
    [journal.status, caseLabels.status[kase.status]],
    [journal.owner, organisationName(kase.owner)],
    [journal.person, who(kase.assignee)],
    [journal.opened, [at(kase.createdAt), who(kase.createdBy)].join(', ')],
    [journal.closed, kase.closedAt && at(kase.closedAt)],
    [field.companyName, values.companyName],
    [field.cvr, values.cvr],
    [field.pNumber, values.pNumber],
    [field.municipality, place],
    [field.founded, values.founded && dateWords(values.founded, language)],
    [field.contactName, values.contactName],
    [field.contactPhone, values.contactPhone],
    [field.contactEmail, values.contactEmail],
    [field.stage, values.stage && labels.stage[values.stage]],
    [field.segment, values.segment && labels.segment[values.segment]],
    [caseCard.need, values.areas?.map((area) => labels.area[area]).join(', ')],
    [caseCard.basis, basisParts?.filter((part) => part).join(', ')],
    [journal.due, at(promise.dueAt)],
    [journal.answered, promise.answeredAt === null ? journal.notAnswered : at(promise.answeredAt)],
  ]);
}

function enquiryTable({ kase, language, at }: Filed): string {
  const { journal, labels } = sentencesIn(language);
  return table(
    journal.enquiries,
    [journal.when, journal.howCame, journal.receivedBy, journal.needs, journal.due, journal.answered],
    enquiriesOf(kase).map((enquiry) => {
      const promise = promiseOf(kase, enquiry);
      const { entry, channel, trigger } = enquiry;
      const how = [
        entry && labels.entry[entry],
        channel && labels.answerForm[channel],
        trigger && labels.trigger[trigger],
      ];
      return [
        at(enquiry.at),
        how.filter((part) => part).join(', '),
        who(enquiry.receivedBy),
        enquiry.needs.map((need) => labels.area[need]).join(', '),
        promise && at(promise.dueAt),
        promise?.answeredAt
          ? [at(promise.answeredAt), who(promise.answeredBy)].filter((part) => part).join(', ')
          : promise && journal.notAnswered,
      ];
    }),
  );
}

function decisionFacts({ kase, language }: Filed, crisis: boolean): string {
  const { journal, labels } = sentencesIn(language);
  const { decision, override } = kase;
  const { organisation, rule } = decision.owner;
  const reason = decision.reasons.find((one) => one.rule === rule);
  return factTable(journal.decision, [
    [journal.owner, organisation === 'digital' ? labels.entry.digital : organisationName(organisation)],
    [journal.rule, `${rule} (${decision.ruleSet})`],
    [journal.because, reason?.[language]],
    [journal.source, reason && sourceNames(reason.source, language)],
    [labels.priority.urgent, crisis ? labels.area.crisis : undefined],
    [
      journal.chosenInstead,
      override &&
        [organisationName(override.organisation), override.reason].filter((part) => part).join(': '),
    ],
  ]);
}

/** What people wrote, oldest first. */
function textTable({ kase, language, at }: Filed): string {
  const { journal, caseLabels } = sentencesIn(language);
  const nameOf = (about: string) => {
    const own: Readonly<Record<string, string>> = { ...caseLabels.handover, ...journal.about };
    return own[about] ?? eventWords(about as EventCode, language);
  };
  const { values, outcome } = kase;
  const first = values.description
    ? [{ about: 'description', at: kase.createdAt, by: kase.createdBy.name, text: values.description }]
    : [];
  const plan = outcome?.actionPlan
    ? [{ about: 'action-plan', at: kase.closedAt ?? kase.createdAt, by: '', text: outcome.actionPlan }]
    : [];
  return table(
    journal.written,
    [journal.when, journal.what, journal.text, journal.who],
    [...first, ...textsOf(kase), ...plan].map((one) => [at(one.at), nameOf(one.about), one.text, one.by]),
  );
}

function handoverTable({ kase, language, at }: Filed): string {
  const { journal, caseLabels } = sentencesIn(language);
  return table(
    journal.handovers,
    [journal.when, journal.from, journal.to, journal.outcome, journal.who],
    kase.handovers.map((handover) => [
      at(handover.offeredAt),
      organisationName(handover.from),
      organisationName(handover.to),
      [
        caseLabels.handover[handover.state],
        handover.reasonCode && caseLabels.returnReason[handover.reasonCode],
        handover.settledAt && at(handover.settledAt),
      ]
        .filter((part) => part)
        .join(', '),
      who(handover.settledBy ?? handover.offeredBy),
    ]),
  );
}

function outcomeFacts({ kase, sees, language, now }: Filed): string {
  const visible = { ...sees, name: '' };
  const facts = outcomeBlocks(kase, visible, now, language).flatMap((block): readonly Fact[] =>
    block.kind === 'facts' ? block.facts : [],
  );
  return factTable(
    sentencesIn(language).journal.given,
    facts.map(({ label, value }) => [label, value]),
  );
}

function eventTable({ history, language, at }: Filed): string {
  const { journal } = sentencesIn(language);
  return table(
    journal.events,
    [journal.when, journal.what, journal.who],
    [...history]
      .sort((a, b) => a.sequence - b.sequence)
      .map((entry) => [at(entry.at), eventWords(entry.event, language), who(entry.actor)]),
  );
}
