import { durationWords, momentWords } from '../../dialogs/dates.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import type { Board, BoardLine, BoardList } from '../../src/core/board.ts';
import { findMunicipality, MUNICIPALITIES } from '../../src/core/municipalities.ts';
import {
  houseOf,
  municipalityOf,
  type OrganisationId,
  organisationName,
} from '../../src/core/organisation.ts';
import { AREAS, type Language } from '../../src/core/vocabulary.ts';
import type { Choice, Tone } from '../view.ts';
import { nextWords } from './cases.ts';

/** A case on the board, in words. What is not known or not to be seen is absent. */
export interface BoardRow {
  readonly caseId: string;
  readonly title: string;
  readonly tone: Tone;
  /** What is to happen next, or the status. */
  readonly next: string;
  /** The working time left, or that the deadline has passed or been met. */
  readonly clock: string;
  /** When the company must have its answer; absent once it has it. */
  readonly due?: string;
  readonly needs?: string;
  readonly place?: string;
  readonly holder: string;
}

/** The board of an office in words. */
export interface BoardView {
  readonly language: Language;
  readonly office: string;
  readonly lists: readonly {
    readonly list: BoardList;
    readonly title: string;
    readonly total: number;
    readonly page: number;
    readonly pages: number;
    readonly rows: readonly BoardRow[];
  }[];
  /** The version of the case that is open beside it (`TabView.version`); null where none can be told. */
  readonly openVersion: number | null;
  /** What the board can be filtered by. */
  readonly areas: readonly Choice[];
  readonly municipalities: readonly Choice[];
}

/** Hours left below which a case is pressing. */
const PRESSING_HOURS = 12;

function rowOf(line: BoardLine, now: string, language: Language): BoardRow {
  const { board, caseCard, caseLabels, labels } = sentencesIn(language);
  const { caseId, hoursLeft, dueAt, offeredTo, owner, assignee, urgent, broken } = line;
  const title = line.title ?? caseCard.title(caseId);
  const needs = (line.areas ?? []).map((area) => labels.area[area]).join(', ');
  const place = line.municipality && (findMunicipality(line.municipality)?.name ?? line.municipality);
  const isOver = hoursLeft === 0;
  const clock =
    hoursLeft === null
      ? board.answered
      : isOver
        ? board.late
        : board.left(durationWords(hoursLeft * 3_600_000, language));
  const office = organisationName(owner);
  return {
    caseId,
    title: `${urgent ? caseCard.urgent : ''}${title}`,
    tone:
      urgent || isOver || (broken && hoursLeft !== null)
        ? 'attention'
        : hoursLeft !== null && hoursLeft < PRESSING_HOURS
          ? 'warning'
          : hoursLeft === null
            ? 'good'
            : 'default',
    next: nextWords(line.next, now, language) ?? caseLabels.status[line.status],
    clock,
    ...(hoursLeft !== null && dueAt !== null && { due: momentWords(dueAt, now, language) }),
    ...(needs !== '' && { needs }),
    ...(place && { place }),
    holder: offeredTo
      ? `${office} → ${organisationName(offeredTo)}`
      : assignee
        ? `${office}, ${assignee.name}`
        : office,
  };
}

/** The Erhvervshus in whose municipalities an organisation's companies are. */
function houseOfOrganisation(organisation: OrganisationId): OrganisationId {
  const municipality = municipalityOf(organisation);
  return municipality === undefined ? organisation : houseOf(municipality);
}

/** A board in a language. */
export function boardView({ organisation, pages, openRevision, now }: Board, language: Language): BoardView {
  const { board, labels } = sentencesIn(language);
  const { lists } = board;
  const house = houseOfOrganisation(organisation);
  return {
    language,
    office: organisationName(organisation),
    lists: pages.map(({ list, total, page, pages: last, lines }) => ({
      list,
      title: lists[list],
      total,
      page,
      pages: last,
      rows: lines.map((line) => rowOf(line, now, language)),
    })),
    openVersion: openRevision,
    areas: AREAS.map((area) => ({ value: area, title: labels.area[area] })),
    municipalities: MUNICIPALITIES.filter((one) => one.house === house).map(({ code, name }) => ({
      value: code,
      title: name,
    })),
  };
}
