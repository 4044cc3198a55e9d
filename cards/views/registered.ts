import { dateWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { FollowUp } from '../../src/core/case/follow-up.ts';
import type { GivenReferral, GivenService } from '../../src/core/case/registered.ts';
import { unlisted } from '../../src/core/case/registering.ts';
import { danishDate } from '../../src/core/danish-date.ts';
import type { ToolLinks } from '../../src/core/offers/tool-links.ts';
import { organisationName } from '../../src/core/organisation.ts';
import { actorOn } from '../../src/core/triage/actors.ts';
import { ACTORS, type Language } from '../../src/core/vocabulary.ts';
import type { Block } from '../view.ts';
import { capitalised } from './advice.ts';
import { facts, inSentence } from './parts.ts';
import { toolLinkBlocks } from './tool-links.ts';
import type { Visible } from './visible.ts';

type Fact = readonly [label: string, value: string | undefined];

/** What was done for the company and what its closing says, as far as the viewer may see it. */
export function outcomeBlocks(
  kase: Case,
  visible: Visible,
  now: string,
  language: Language,
  toolLinks: ToolLinks = {},
): Block[] {
  const { caseCard } = sentencesIn(language);
  const { services = [], referrals = [], selfHelp = [] } = kase;
  const old = unlisted(kase);
  const day = danishDate(kase.closedAt ?? now);
  const { registration } = sentencesIn(language);
  const tools = selfHelp.map(({ tool, focus }) => {
    const name = tool === null ? registration.someTool : registration.tool[tool];
    return visible.notes && focus.length > 0 ? `${name} (${focus.join(', ')})` : name;
  });
  const used = toolLinkBlocks(
    selfHelp.map(({ tool }) => tool),
    toolLinks,
    language,
  );
  const rows = facts([
    [
      caseCard.servicesGiven,
      [...services.map((one) => serviceLine(one, language)), ...(old?.services ?? [])].join(' · '),
    ],
    [
      caseCard.referredTo,
      [
        ...referrals.map((one) => referralLine(one, visible.notes, language)),
        ...(old?.referredTo ?? []).map((code) => actorName(code, day, language)),
      ].join(' · '),
    ],
    [registration.selfHelpUsed, tools.join(' · ')],
    ...closingFacts(kase, visible.notes, language),
  ]);
  return [...rows, ...used];
}

/** `Finansieringstjek, 2,5 timer, digitalt (Carla Winther, 12. november)`. */
function serviceLine(given: GivenService, language: Language): string {
  const { registration } = sentencesIn(language);
  const { service, programme, hours, meeting, form, tools, applicationHelp, asLes, by, on } = given;
  const parts = [
    programme !== null && programme !== service ? programme : undefined,
    hours === null ? undefined : registration.hoursOf(hours),
    meeting === null ? undefined : inSentence(registration.meeting[meeting]),
    form === 'collective' ? inSentence(registration.serviceForm.collective) : undefined,
    ...tools.map((tool) => registration.tool[tool]),
    applicationHelp === null
      ? undefined
      : registration.helpedBy(registration.applicationHelp[applicationHelp]),
    asLes === undefined ? undefined : registration.inPlaceOf(organisationName(asLes)),
  ].filter((part) => part !== undefined);
  const who = `${by.name === '' ? organisationName(by.organisation) : by.name}, ${dateWords(on, language)}`;
  return `${[capitalised(service), ...parts].join(', ')} (${who})`;
}

/** `Privat rådgiver: Revisor Bo – regnskabet (Carla Winther, 12. november)`. */
function referralLine(given: GivenReferral, withWords: boolean, language: Language): string {
  const { registration } = sentencesIn(language);
  const { to, name, why, by, on, uptake } = given;
  const actor = to === null ? undefined : actorName(to, on, language);
  const named = withWords ? name : null;
  const whom = [actor, named].filter((part) => part).join(': ') || registration.otherOffer;
  const used = uptake === 'unknown' ? '' : `, ${inSentence(registration.uptake[uptake])}`;
  const reason = withWords && why ? ` – ${why}` : '';
  return `${whom}${reason}${used} (${by.name === '' ? organisationName(by.organisation) : by.name}, ${dateWords(on, language)})`;
}

function actorName(code: string, day: string, language: Language): string {
  const actor = ACTORS.find((known) => known === code);
  return actor ? sentencesIn(language).actorNames[actorOn(actor, day).name] : code;
}

/** What closing says besides the lists. Reasons in people's own words stand only where notes are shown. */
function closingFacts({ outcome, followUp }: Case, withWords: boolean, language: Language): readonly Fact[] {
  const { caseCard, registration } = sentencesIn(language);
  const words = (text: string | null | undefined) => (withWords && text ? text : undefined);
  const noService = outcome?.noService && [
    registration.noService[outcome.noService],
    words(outcome.noServiceWhy),
  ];
  const { yesNo } = registration;
  const enrolled = outcome?.enrolled == null ? undefined : outcome.enrolled ? yesNo.true : yesNo.false;
  return [
    [registration.noServiceGiven, noService ? noService.filter((part) => part).join(': ') : undefined],
    [caseCard.actionPlan, words(outcome?.actionPlan)],
    [registration.noPlan, words(outcome?.noActionPlan)],
    [caseCard.note, words(outcome?.note)],
    [
      registration.enrolled,
      enrolled && outcome?.enrolledOn ? `${enrolled}, ${dateWords(outcome.enrolledOn, language)}` : enrolled,
    ],
    [
      caseCard.followUp,
      followUp
        ? followUpWords(followUp, language)
        : outcome?.followUpOn
          ? dateWords(outcome.followUpOn, language)
          : undefined,
    ],
    [registration.noFollowUp, words(outcome?.noFollowUp)],
  ];
}

/** `LES Viborg, Anna Holm, 1. februar 2027 (aftalt)`, and what it found once it is done. */
function followUpWords({ organisation, person, dueOn, state, result }: FollowUp, language: Language): string {
  const { caseLabels } = sentencesIn(language);
  const found = result === undefined ? '' : `: ${inSentence(caseLabels.followUpResult[result])}`;
  const who = [organisationName(organisation), person?.name, dateWords(dueOn, language)];
  return `${who.filter((part) => part).join(', ')} (${inSentence(caseLabels.followUp[state])}${found})`;
}
