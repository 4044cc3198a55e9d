import type { GreyZoneCase, OwnFigures } from '../src/core/indicators/own-figures.ts';
import { findMunicipality } from '../src/core/municipalities.ts';
import { type OrganisationId, organisationName, parseOrganisation } from '../src/core/organisation.ts';
import { type Language, REFERRERS } from '../src/core/vocabulary.ts';
import { sentencesIn } from './sentences.ts';
import { columnsOf, type WordTable } from './word-table.ts';

/** The own figures as tables in words. */

/** An organisation, the platform, or a kind of adviser, by name. */
function officeWords(code: string, language: Language): string {
  const { labels } = sentencesIn(language);
  const organisation = parseOrganisation(code);
  if (organisation) return organisationName(organisation);
  const referrer = REFERRERS.find((one) => one === code);
  if (referrer) return labels.referrer[referrer];
  return code === 'digital' ? labels.actor.digital : code;
}

function returnsTable({ returns }: OwnFigures, language: Language): WordTable {
  const { ownFigures: words, caseLabels } = sentencesIn(language);
  const reasonWords: Readonly<Record<string, string>> = caseLabels.returnReason;
  return {
    code: 'returns',
    ...words.returns,
    columns: columnsOf(words.returns.columns, { answered: 'number', returned: 'number', rate: 'share' }),
    rows: returns.map(({ from, to, answered, returned, rate, reasons }) => [
      officeWords(from, language),
      officeWords(to, language),
      answered,
      returned,
      rate,
      reasons.map(({ reason, returns: times }) => `${reasonWords[reason] ?? reason}: ${times}`).join(' · '),
    ]),
  };
}

function waitingTables({ waiting, late }: OwnFigures, language: Language): readonly WordTable[] {
  const { ownFigures: words } = sentencesIn(language);
  return [
    {
      code: 'waiting',
      ...words.waiting,
      columns: columnsOf(words.waiting.columns, {
        accepted: 'number',
        untilAcceptance: 'hours',
        answered: 'number',
        untilAnswer: 'hours',
      }),
      rows: waiting.map((one) => [
        officeWords(one.organisation, language),
        one.accepted,
        one.untilAcceptance,
        one.answered,
        one.untilAnswer,
      ]),
    },
    {
      code: 'late',
      ...words.late,
      columns: columnsOf(words.late.columns, { promises: 'number' }),
      rows: late.map(({ organisation, promises }) => [officeWords(organisation, language), promises]),
    },
  ];
}

/** The grey zones that a reader may see: without a basis for sharing, only who has the case sees it. */
export function zonesFor(
  zones: readonly GreyZoneCase[],
  reader: OrganisationId | null,
): readonly GreyZoneCase[] {
  return zones.filter(({ shared, owner }) => shared || owner === reader);
}

/** The cases that lay in a grey zone and that the reader may see, one a row: ids and codes, nothing of the company. */
export function greyZoneTable(
  zones: readonly GreyZoneCase[],
  language: Language,
  reader: OrganisationId | null = null,
): WordTable {
  const { ownFigures: words, labels } = sentencesIn(language);
  return {
    code: 'greyZones',
    ...words.greyZones,
    columns: columnsOf(words.greyZones.columns, { begunOn: 'day', endedOn: 'day' }),
    rows: zonesFor(zones, reader).map((zone) => [
      zone.caseId,
      zone.areas.map((area) => labels.area[area]).join(', '),
      findMunicipality(zone.municipality)?.name ?? zone.municipality,
      zone.begunOn,
      words.cause[zone.cause],
      zone.parties.map((party) => organisationName(party)).join(', '),
      words.end[zone.end],
      zone.endedOn,
    ]),
  };
}

/** The grey zones counted by cause and end, most first. */
export function greyZoneEndsTable(zones: readonly GreyZoneCase[], language: Language): WordTable {
  const { ownFigures: words } = sentencesIn(language);
  const counts = new Map<string, { readonly zone: GreyZoneCase; readonly cases: number }>();
  for (const zone of zones) {
    const key = `${zone.cause} ${zone.end}`;
    counts.set(key, { zone, cases: (counts.get(key)?.cases ?? 0) + 1 });
  }
  return {
    code: 'greyZoneEnds',
    ...words.greyZoneEnds,
    columns: columnsOf(words.greyZoneEnds.columns, { cases: 'number' }),
    rows: [...counts.values()]
      .sort((a, b) => b.cases - a.cases)
      .map(({ zone, cases }) => [words.cause[zone.cause], words.end[zone.end], cases]),
  };
}

function decisionTables(
  { overrides, tasks, complete }: OwnFigures,
  language: Language,
): readonly WordTable[] {
  const { ownFigures: words } = sentencesIn(language);
  return [
    {
      code: 'overrides',
      ...words.overrides,
      columns: columnsOf(words.overrides.columns, { cases: 'number' }),
      rows: overrides.map(({ advised, chosen, cases }) => [
        officeWords(advised, language),
        officeWords(chosen, language),
        cases,
      ]),
    },
    {
      code: 'tasks',
      ...words.tasks,
      columns: columnsOf(words.tasks.columns, { given: 'number', started: 'number', notRelevant: 'number' }),
      rows: tasks.map(({ organisation, given, started, notRelevant }) => [
        officeWords(organisation, language),
        given,
        started,
        notRelevant,
      ]),
    },
    {
      code: 'complete',
      ...words.complete,
      columns: columnsOf(words.complete.columns, {
        numerator: 'number',
        denominator: 'number',
        value: 'share',
      }),
      rows: [[complete.numerator, complete.denominator, complete.value]],
    },
  ];
}

function demandTables({ needs, referredFrom }: OwnFigures, language: Language): readonly WordTable[] {
  const { ownFigures: words, labels } = sentencesIn(language);
  return [
    {
      code: 'needs',
      ...words.needs,
      columns: columnsOf(words.needs.columns, { companies: 'number' }),
      rows: needs.map(({ area, companies }) => [labels.area[area], companies]),
    },
    {
      code: 'referredFrom',
      ...words.referredFrom,
      columns: columnsOf(words.referredFrom.columns, { enquiries: 'number' }),
      rows: referredFrom.map(({ from, enquiries }) => [officeWords(from, language), enquiries]),
    },
  ];
}

/** All own figures in the order in which they are given, the grey zones counted. */
export function ownFigureTables(own: OwnFigures, language: Language): readonly WordTable[] {
  const { ownFigures: words } = sentencesIn(language);
  return [
    ...demandTables(own, language),
    returnsTable(own, language),
    greyZoneEndsTable(own.greyZones, language),
    ...waitingTables(own, language),
    ...decisionTables(own, language),
    {
      code: 'outreach',
      ...words.outreach,
      columns: columnsOf(words.outreach.columns, { made: 'number', collisions: 'number' }),
      rows: [[own.outreach.made, own.outreach.collisions]],
    },
  ];
}
