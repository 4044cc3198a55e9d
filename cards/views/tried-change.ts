import { listOf } from '../../dialogs/list-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { settingWords } from '../../dialogs/setting-words.ts';
import { findMunicipality } from '../../src/core/municipalities.ts';
import type { ReplayCounts } from '../../src/core/settings/replay.ts';
import type { TriedCase, TriedChange } from '../../src/core/settings/tried.ts';
import type { Language } from '../../src/core/vocabulary.ts';
import { ownerWords } from './decision-rows.ts';

/** Counts by one key, as a table: its column names, and a row a key. */
interface CountTable {
  readonly title: string;
  readonly columns: readonly string[];
  readonly rows: readonly { readonly name: string; readonly counts: readonly number[] }[];
}

/** A case that would be decided otherwise. */
interface TriedRow {
  readonly caseId: string;
  readonly title: string;
  readonly needs: string;
  readonly change: string;
  readonly goesElsewhere: boolean;
}

/** What a value of a setting would have done to the cases of the past year. */
export interface TriedChangeView {
  readonly language: Language;
  readonly title: string;
  /** The counts in one sentence. */
  readonly summary: string;
  /** Why the value cannot hold; null where it can. */
  readonly fault: string | null;
  readonly tables: readonly CountTable[];
  readonly changed: {
    readonly title: string;
    readonly rows: readonly TriedRow[];
    readonly notes: readonly string[];
  };
}

function tableOf<Key>(
  title: string,
  counted: readonly (ReplayCounts & { readonly key: Key })[],
  nameOf: (key: Key) => string,
  language: Language,
): CountTable {
  const { columns } = sentencesIn(language).settings.tried;
  return {
    title,
    columns: [title, columns.cases, columns.elsewhere, columns.otherwise],
    rows: counted.map(({ key, cases, elsewhere, otherwise }) => ({
      name: nameOf(key),
      counts: [cases, elsewhere, otherwise],
    })),
  };
}

function rowOf({ line, before, after, differs }: TriedCase, language: Language, day: string): TriedRow {
  const { settings, labels } = sentencesIn(language);
  const { tried } = settings;
  const goesElsewhere = differs.includes('owner');
  const others = differs.filter((part) => part !== 'owner').map((part) => tried.parts[part]);
  return {
    caseId: line.caseId,
    title: line.title ?? line.caseId,
    needs: (line.areas ?? []).map((area) => labels.area[area]).join(', '),
    change: [
      goesElsewhere
        ? tried.moves(ownerWords(before, language, day), ownerWords(after, language, day))
        : tried.stays(ownerWords(after, language, day)),
      ...(others.length > 0 ? [tried.differs(listOf(others, language))] : []),
    ].join(' '),
    goesElsewhere,
  };
}

/** A tried value, for a page. `day`: today, an ISO date. */
export function triedChangeView(tried: TriedChange, language: Language, day: string): TriedChangeView {
  const { settings, labels } = sentencesIn(language);
  const { tried: words } = settings;
  const { key, after, replay, isProven, listed, unseen, more } = tried;
  const value = after === null ? words.setBack : settingWords(key, after, language);
  return {
    language,
    title: words.title(settings.label[key], value),
    summary: settings.replay(replay),
    fault: isProven ? null : words.withoutOwner,
    tables: [
      tableOf(
        words.municipality,
        replay.byMunicipality,
        (code) => findMunicipality(code)?.name ?? code,
        language,
      ),
      tableOf(words.need, replay.byNeed, (area) => labels.area[area], language),
    ].filter(({ rows }) => rows.length > 0),
    changed: {
      title: words.changed,
      rows: listed.map((one) => rowOf(one, language, day)),
      notes: [...(more > 0 ? [words.more(more)] : []), ...(unseen > 0 ? [words.unseen(unseen)] : [])],
    },
  };
}
