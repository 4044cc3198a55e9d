import { describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { viewOf } from '../../cards/view-of.ts';
import { caseAnswerFor, runningCaseOf } from '../../src/app/case-card.ts';
import { crmRecordOf } from '../../src/app/crm-record.ts';
import { drawMessage } from '../../src/channels/slack/draw.ts';
import type { Answer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import type { HistoryEntry } from '../../src/core/case/events.ts';
import { endedInto, survivorOf } from '../../src/core/case/merged.ts';
import { redactedCase } from '../../src/core/case/redacted-case.ts';
import { fitOf } from '../../src/core/case/search.ts';
import { sightOf } from '../../src/core/case/visibility.ts';
import type { IntakeValues } from '../../src/core/intake/draft.ts';
import type { Actor } from '../../src/core/person.ts';
import { LANGUAGES } from '../../src/core/vocabulary.ts';
import { anna, bo, carla, contextAt, ivan, NOW, opened } from '../core/case/case-world.ts';

/** registration.md, "Whose words go where", word by word: everything personal on a case, and who finds it where. */

const BASES = ['consent', 'public-task', 'declined', 'withdrawn', 'none', 'crisis'] as const;
type Basis = (typeof BASES)[number];
const KINDS = ['company', 'sole proprietor', 'form unknown', 'pre-starter'] as const;
type Kind = (typeof KINDS)[number];
const LEVELS = [
  { shareLevel: 'visits', shareAssessment: false },
  { shareLevel: 'standard', shareAssessment: false },
  { shareLevel: 'full', shareAssessment: false },
  { shareLevel: 'full', shareAssessment: true },
] as const;

const CVR = '25313763';
/** Every personal string of the case, by the part it belongs to. */
const STRINGS = {
  number: [CVR],
  name: ['Ole Bak', '1003407806'],
  colleagues: ['Anna Holm'],
  // The old values of what was corrected tell which company it was: it may have been a person's.
  contact: ['Mette Sørensen', '40411234', 'mette@', 'Else Dam', '40998877', '10150817', 'Dams Bageri'],
  notes: ['varmepumper', 'kender huset', 'ringede igen', 'har de penge', 'bad om ro'],
  assessment: ['handlingsplanen', 'slutnotatet'],
} as const;
type Part = keyof typeof STRINGS;
const PARTS = Object.keys(STRINGS) as Part[];

const VALUES: Readonly<Record<Kind, IntakeValues>> = {
  company: { companyName: 'Ole Bak ApS', form: 'ApS', stage: 'established' },
  'sole proprietor': { companyName: 'Ole Bak', form: 'Enkeltmandsvirksomhed', stage: 'established' },
  'form unknown': { companyName: 'Ole Bak', stage: 'established' },
  'pre-starter': { companyName: 'Ole Bak', stage: 'pre-starter' },
};

/** A closed case of Viborg's own with everything on it that a person can write. */
function caseOf(kind: Kind, basis: Basis): Case {
  const { case: kase } = opened({
    override: { organisation: 'les-791', reason: 'De kender huset' },
    values: {
      ...VALUES[kind],
      cvr: CVR,
      pNumber: '1003407806',
      municipality: '791',
      areas: ['internationalisation'],
      contactName: 'Mette Sørensen',
      contactPhone: '40411234',
      contactEmail: 'mette@firma.dk',
      description: 'Vil sælge varmepumper',
      founded: '2019-03-12',
      consent: 'consent',
      ...(basis === 'crisis' && { crisis: true }),
    },
    ...(basis === 'crisis' && { crisis: true }),
  });
  const by = { person: 'anna', name: 'Anna Holm', organisation: 'les-791' } as const;
  const given = { kind: 'consent', obtainedBy: by, obtainedAt: NOW, withdrawnAt: null } as const;
  const bases: Readonly<Record<Basis, Case['basis']>> = {
    consent: given,
    crisis: { ...given, kind: 'public-task' },
    'public-task': { ...given, kind: 'public-task' },
    declined: { ...given, kind: 'declined' },
    withdrawn: { ...given, withdrawnAt: NOW },
    none: null,
  };
  return {
    ...kase,
    basis: bases[basis],
    contacts: [{ at: NOW, by, text: 'De ringede igen', person: 'Mette Sørensen 40411234' }],
    remarks: [{ event: 'waiting', at: NOW, by, text: 'Kunden bad om ro' }],
    attempts: [{ at: NOW, by }],
    corrections: [
      { at: NOW, by, field: 'contactName', before: 'Else Dam' },
      { at: NOW, by, field: 'contactPhone', before: '40998877' },
      { at: NOW, by, field: 'cvr', before: '10150817' },
      { at: NOW, by, field: 'companyName', before: 'Dams Bageri' },
    ],
    handovers: [
      {
        number: 1,
        from: 'les-791',
        to: 'ehm-midtjylland',
        state: 'returned',
        offeredAt: NOW,
        offeredBy: by,
        settledAt: NOW,
        settledBy: by,
        reasonCode: 'other',
        reason: 'De kender huset',
        counted: true,
        questions: [
          {
            id: 1,
            text: 'har de penge?',
            askedAt: NOW,
            askedBy: by,
            answer: null,
            answeredAt: null,
            answeredBy: null,
          },
        ],
      },
    ],
    outcome: {
      services: ['sparring'],
      referredTo: [],
      selfHelpUsed: false,
      segment: 'growth',
      actionPlan: 'handlingsplanen',
      note: 'slutnotatet',
    },
  };
}

const found = (text: string): readonly Part[] =>
  PARTS.filter((part) => STRINGS[part].some((word) => text.includes(word) || text.includes(spaced(word))));
const spaced = (word: string) => word.replace(/^(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

/** Everything that an answer comes to on both channels, in both languages. */
const drawn = (answer: Answer) =>
  LANGUAGES.map((language) =>
    [
      JSON.stringify(toAdaptiveCard(viewOf(answer, language))),
      JSON.stringify(drawMessage(answer, language)),
    ].join('\n'),
  ).join('\n');

/** A line of its history that everybody who acted on the case would be named in. */
const HISTORY: HistoryEntry = {
  event: 'waiting',
  details: {},
  caseId: 'K7',
  sequence: 1,
  at: NOW,
  actor: { person: 'anna', name: 'Anna Holm', organisation: 'les-791' },
  fromStatus: 'open',
  toStatus: 'waiting-company',
  owner: 'les-791',
  ruleSet: 'test',
};

/** What a reader is shown of a case: its card with its history, its line where they have no part in it. */
function shownTo(kase: Case, actor: Actor, settings: (typeof LEVELS)[number], shared = false): string {
  const context = contextAt(NOW, settings);
  const answer = caseAnswerFor(kase, { actor, shared }, context, { history: [HISTORY] });
  const sees = sightOf(kase, actor, context.settingsOf);
  const line = { kind: 'running-case', running: runningCaseOf(kase, sees), notice: null } as const;
  return `${drawn(answer)}\n${drawn(line)}`;
}

/** What the table lets the shared CRM have. */
function crmMayHave(kind: Kind, basis: Basis): readonly Part[] {
  const person = kind !== 'company';
  switch (basis) {
    case 'consent':
    case 'public-task':
      // The record has no field for a colleague's or a returner's reason but the override's, nor for closing notes.
      return PARTS;
    case 'crisis':
      return PARTS.filter((part) => part !== 'notes' && part !== 'assessment');
    case 'declined':
    case 'withdrawn':
    case 'none':
      return person ? [] : ['number'];
  }
}

/** What the table and the level let the other side see. */
function sideMaySee(kind: Kind, basis: Basis, level: (typeof LEVELS)[number]): readonly Part[] {
  const covered = crmMayHave(kind, basis);
  if (level.shareLevel === 'full')
    return covered.filter((part) => part !== 'assessment' || level.shareAssessment);
  const standard = covered.filter((part) => part !== 'notes' && part !== 'assessment');
  if (level.shareLevel === 'standard') return standard;
  const isHidden = kind === 'pre-starter';
  return standard.filter(
    (part) => part !== 'contact' && !(isHidden && (part === 'name' || part === 'number')),
  );
}

const EVERY = BASES.flatMap((basis) => KINDS.map((kind) => ({ basis, kind })));

describe('the shared CRM', () => {
  it.each(EVERY)('holds of a $kind with the basis $basis what the table says', ({ basis, kind }) => {
    const kase = caseOf(kind, basis);
    const record = crmRecordOf(kase);
    const held = found(JSON.stringify(record));
    expect(held).toEqual(crmMayHave(kind, basis).filter((part) => held.includes(part) || part !== 'notes'));
    // Codes and counts stay whatever the basis.
    expect(record).toMatchObject({
      caseId: kase.id,
      owner: 'les-791',
      municipality: '791',
      areas: ['internationalisation'],
      services: ['sparring'],
      returns: 1,
    });
  });

  it('is written anew when the basis is withdrawn', () => {
    expect(found(JSON.stringify(crmRecordOf(caseOf('sole proprietor', 'consent'))))).toContain('contact');
    expect(found(JSON.stringify(crmRecordOf(caseOf('sole proprietor', 'withdrawn'))))).toEqual([]);
  });
});

describe.each(LEVELS)('the other side, at $shareLevel and assessment $shareAssessment', (level) => {
  it.each(EVERY)('sees of a $kind with the basis $basis what table and level say', ({ basis, kind }) => {
    const kase = caseOf(kind, basis);
    const allowed = sideMaySee(kind, basis, level);
    for (const shared of [false, true])
      for (const part of found(shownTo(kase, carla, level, shared))) expect(allowed).toContain(part);
    // Before there was any offer it is the same.
    for (const part of found(shownTo({ ...kase, handovers: [] }, carla, level)))
      expect(allowed).toContain(part);
  });

  it.each(EVERY)('finds a $kind with the basis $basis by nothing else', ({ basis, kind }) => {
    const kase = caseOf(kind, basis);
    const sees = sightOf(kase, carla, contextAt(NOW, level).settingsOf);
    const fits = (searched: { words: string; number?: string }) =>
      fitOf(redactedCase(kase, sees), searched, sees) > 0;
    const allowed = sideMaySee(kind, basis, level);
    expect(fits({ words: 'Mette Sørensen' })).toBe(allowed.includes('contact'));
    expect(fits({ words: '', number: '40411234' })).toBe(allowed.includes('contact'));
    expect(fits({ words: 'Ole Bak' })).toBe(allowed.includes('name'));
    expect(fits({ words: '', number: CVR })).toBe(allowed.includes('number'));
    expect(fits({ words: 'varmepumper' })).toBe(allowed.includes('notes'));
  });
});

describe('whoever is neither side', () => {
  it.each(EVERY)('sees of a $kind with the basis $basis that it is served', ({ basis, kind }) => {
    const allowed = sideMaySee(kind, basis, LEVELS[0]);
    for (const level of LEVELS)
      for (const part of found(shownTo(caseOf(kind, basis), bo, level))) expect(allowed).toContain(part);
  });
});

describe('an auditor', () => {
  it.each(EVERY)('sees of a $kind with the basis $basis what the table says', ({ basis, kind }) => {
    const allowed = crmMayHave(kind, basis);
    const seen = found(shownTo(caseOf(kind, basis), ivan, LEVELS[2]));
    for (const part of seen) expect(allowed).toContain(part);
    if (allowed.includes('colleagues')) expect(seen).toContain('colleagues');
  });
});

/** Cases of which one may be shared and the other not are never merged (`verbs/merge.ts`). */
const SHARED_BASES = ['consent', 'public-task', 'crisis'] as const;
const UNSHARED_BASES = ['declined', 'withdrawn', 'none'] as const;
const MERGED = [SHARED_BASES, UNSHARED_BASES].flatMap((bases) =>
  bases.flatMap((older) =>
    bases.flatMap((younger) =>
      KINDS.flatMap((kind) => KINDS.map((youngerKind) => ({ older, kind, younger, youngerKind }))),
    ),
  ),
);

describe('two cases that became one', () => {
  /** The words of the younger one are its own, so that it shows which are whose. */
  const YOUNGER: Readonly<Record<Part, readonly string[]>> = {
    number: [],
    name: ['Ole Bak'],
    colleagues: ['Bo Younger'],
    contact: ['Yrsa Young', '51525354', 'yrsa@'],
    notes: ['younger-needs', 'younger-note'],
    assessment: [],
  };
  const youngerOf = (kind: Kind, basis: Basis): Case => {
    const kase = caseOf(kind, basis);
    const by = { ...kase.createdBy, name: 'Bo Younger' };
    return {
      ...kase,
      id: 'YOUNGER',
      createdBy: by,
      values: {
        ...kase.values,
        contactName: 'Yrsa Young',
        contactPhone: '51525354',
        contactEmail: 'yrsa@firma.dk',
        description: 'younger-needs',
      },
      contacts: [{ at: NOW, by, text: 'younger-note', person: 'Yrsa Young' }],
      corrections: [],
    };
  };
  const partsIn = (text: string) =>
    PARTS.filter((part) => [...STRINGS[part], ...YOUNGER[part]].some((word) => text.includes(word)));

  it('tells the CRM and anybody no more than the stricter of the two allows', () => {
    for (const { older, kind, younger, youngerKind } of MERGED) {
      const [one, other] = [caseOf(kind, older), youngerOf(youngerKind, younger)];
      const survivor = survivorOf(one, other);
      const isCrisis = older === 'crisis' || younger === 'crisis';
      const basis = isCrisis ? 'crisis' : older === 'none' ? younger : older;
      // The company is the older's, of which the younger may know what form it has.
      const known = kind === 'form unknown' && youngerKind !== 'pre-starter' ? youngerKind : kind;
      const may = crmMayHave(known, basis);
      const row = [older, kind, younger, youngerKind];
      expect([
        ...row,
        ...partsIn(JSON.stringify(crmRecordOf(survivor))).filter((one) => !may.includes(one)),
      ]).toEqual(row);
      const ended = JSON.stringify(crmRecordOf(endedInto(other, one, NOW)));
      expect([
        ...row,
        ...partsIn(ended).filter((part) => !crmMayHave(youngerKind, younger).includes(part)),
      ]).toEqual(row);
      // Drawing takes its time: the cards of two of a kind.
      if (kind !== youngerKind) continue;
      for (const level of LEVELS) {
        const side = shownTo(survivor, carla, level);
        const sideMay = sideMaySee(known, basis, level);
        expect([
          ...row,
          level.shareLevel,
          ...partsIn(side).filter((part) => !sideMay.includes(part)),
        ]).toEqual([...row, level.shareLevel]);
      }
      const others = partsIn(shownTo(survivor, bo, LEVELS[2])).filter(
        (part) => !['name', 'number', 'colleagues'].includes(part),
      );
      expect([...row, ...others]).toEqual(row);
    }
  });

  it('loses no word of either for its owner', () => {
    const shown = shownTo(
      survivorOf(caseOf('company', 'consent'), youngerOf('company', 'consent')),
      anna,
      LEVELS[0],
    );
    for (const word of ['younger-needs', 'younger-note', 'Yrsa Young', 'varmepumper'])
      expect(shown).toContain(word);
  });
});

describe('what is shown where it may be', () => {
  const texts = (level: (typeof LEVELS)[number]) =>
    found(shownTo(caseOf('company', 'consent'), carla, level));
  it('grows with the level', () => {
    expect(texts(LEVELS[0])).toEqual(['name', 'colleagues']);
    expect(texts(LEVELS[1])).toEqual(['number', 'name', 'colleagues', 'contact']);
    expect(texts(LEVELS[2])).toEqual(['number', 'name', 'colleagues', 'contact', 'notes']);
    expect(texts(LEVELS[3])).toEqual(PARTS);
  });

  it('is everything for the owner, whatever the basis', () => {
    for (const { basis, kind } of EVERY)
      expect(found(shownTo(caseOf(kind, basis), anna, LEVELS[0]))).toEqual(PARTS);
  });
});
