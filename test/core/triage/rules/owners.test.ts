import { describe, expect, it } from 'vitest';
import type { TriageFacts } from '../../../../src/core/triage/facts.ts';
import type { MunicipalSettings } from '../../../../src/core/triage/settings.ts';
import { decideWith, needs } from '../case-facts.ts';

/** The policy's table "Who owns the case", each rule where it fits and where it just does not. */

const MIDT = 'ehm-midtjylland';
const VIBORG = 'les-791';
const atHouse = { entry: 'ehm', entryOrganisation: MIDT } as const;
const atOffice = { entry: 'les', entryOrganisation: VIBORG } as const;
const running = (organisation: string, actor: 'les' | 'ehm' | 'digital') =>
  ({ history: { openCase: { id: 'K-1', owner: { actor, organisation } } } }) as Partial<TriageFacts>;

interface Row {
  readonly why: string;
  readonly facts: Partial<TriageFacts>;
  readonly settings?: Partial<MunicipalSettings>;
  readonly rule: string;
  readonly organisation: string;
  readonly plan: string;
  readonly urgent?: true;
  readonly grey?: true;
}

const row = (
  why: string,
  facts: Partial<TriageFacts>,
  [rule, organisation, plan]: readonly [string, string, string],
  more: Partial<Row> = {},
): Row => ({ why, facts, rule, organisation, plan, ...more });

const established = { stage: 'established' } as const;
const earlyEntrepreneur = { stage: 'entrepreneur', maturity: 'early' } as const;

const TABLE: readonly Row[] = [
  // O1
  row('a crisis goes to the house, urgent', { ...established, crisis: true }, ['O1', MIDT, 'guide'], {
    urgent: true,
  }),
  row('so does the need crisis', { ...established, ...needs('crisis') }, ['O1', MIDT, 'guide'], {
    urgent: true,
  }),
  row('a crisis of unknown stage too', { crisis: true }, ['O1', MIDT, 'guide'], { urgent: true }),
  row('a pre-starter has no company to rescue', { stage: 'pre-starter', crisis: true }, [
    'O6',
    VIBORG,
    'clarify',
  ]),
  row('nor one who names the need crisis', { stage: 'pre-starter', ...needs('crisis') }, [
    'O6',
    VIBORG,
    'clarify',
  ]),
  row(
    'a crisis wins over a running case elsewhere',
    { crisis: true, ...running(VIBORG, 'les') },
    ['O1', MIDT, 'guide'],
    {
      urgent: true,
    },
  ),
  row(
    'but stays at the house that has the case',
    { crisis: true, ...running('ehm-fyn', 'ehm') },
    ['O1', 'ehm-fyn', 'guide'],
    { urgent: true },
  ),
  row('a crisis is never a grey zone', { crisis: true, history: { returns: 3 } }, ['O1', MIDT, 'guide'], {
    urgent: true,
  }),
  // O2
  row('a running case keeps its owner', { ...established, ...running('les-751', 'les') }, [
    'O2',
    'les-751',
    'guide',
  ]),
  row('a digital one too', running('digital', 'digital'), ['O2', 'digital', 'self-service']),
  row(
    'which is a grey zone where returns are spent',
    { history: { returns: 1, openCase: { id: 'K', owner: { actor: 'ehm', organisation: MIDT } } } },
    ['O2', MIDT, 'guide'],
    { grey: true },
  ),
  row('no running case: nothing to keep', { ...established, history: { openCase: null } }, [
    'O14',
    VIBORG,
    'clarify',
  ]),
  // O3
  row(
    'after one return the holder keeps it',
    { ...atHouse, ...needs('business-plan'), history: { returns: 1 } },
    ['O3', MIDT, 'clarify'],
    { grey: true },
  ),
  row(
    'the holder is whoever has it, wherever',
    {
      entry: 'les',
      entryOrganisation: 'les-615',
      history: { returns: 2 },
      ...needs('succession'),
    },
    ['O3', 'les-615', 'clarify'],
    { grey: true },
  ),
  row('by phone the door is the office', { history: { returns: 1 } }, ['O3', VIBORG, 'clarify'], {
    grey: true,
  }),
  row(
    'before that it may be sent on',
    { ...atHouse, ...established, ...needs('business-plan'), history: { returns: 0 } },
    ['O12', VIBORG, 'guide'],
  ),
  row(
    'a municipality may allow more returns',
    { ...established, ...needs('succession'), history: { returns: 1 } },
    ['O10', MIDT, 'guide'],
    { settings: { maxReturns: 2 } },
  ),
  // O4
  row(
    'only place-bound needs are local',
    { ...established, ...needs('authority-permits', 'premises-sites') },
    ['O4', VIBORG, 'guide'],
  ),
  row('even where the company knocked at the house', { ...atHouse, ...needs('authority-permits') }, [
    'O4',
    VIBORG,
    'guide',
  ]),
  row(
    'one need that is not place-bound is enough',
    { ...established, ...needs('premises-sites', 'financing') },
    ['O10', MIDT, 'guide'],
  ),
  // O5, O6
  row(
    'a mature pre-starter with a specialised need',
    { stage: 'pre-starter', maturity: 'mature', ...needs('financing') },
    ['O5', MIDT, 'guide'],
  ),
  row('not with a basic one', { stage: 'pre-starter', maturity: 'mature', ...needs('business-plan') }, [
    'O6',
    VIBORG,
    'clarify',
  ]),
  row('not an early one', { stage: 'pre-starter', maturity: 'early', ...needs('financing') }, [
    'O6',
    VIBORG,
    'clarify',
  ]),
  row('a pre-starter of unknown maturity is read as early', { stage: 'pre-starter', ...needs('financing') }, [
    'O6',
    VIBORG,
    'clarify',
  ]),
  row(
    'a municipality may send pre-starters to the platform',
    { stage: 'pre-starter', ...needs('startup-registration') },
    ['O6', 'digital', 'self-service'],
    { settings: { preStarter: 'digital' } },
  ),
  // O15
  ...[
    { stage: 'established' } as const,
    { stage: 'pre-starter', maturity: 'mature' } as const,
    { stage: 'entrepreneur', maturity: 'early', clarified: true } as const,
  ].map((company) =>
    row(
      'a municipality may take the calls to the shared number first',
      { ...company, ...needs('financing') },
      ['O15', VIBORG, 'clarify'],
      { settings: { phoneRoute: 'les' } },
    ),
  ),
  row(
    'before what it handles locally, and before the platform',
    { stage: 'pre-starter', ...needs('succession') },
    ['O15', VIBORG, 'clarify'],
    { settings: { phoneRoute: 'les', preStarter: 'digital', localAreas: ['succession'] } },
  ),
  row(
    'only those that need depth',
    { ...established, ...needs('general-information') },
    ['O11', VIBORG, 'inform'],
    { settings: { phoneRoute: 'les' } },
  ),
  row('and only calls', { ...established, entry: 'les', ...needs('financing') }, ['O10', MIDT, 'guide'], {
    settings: { phoneRoute: 'les' },
  }),
  row('and no crisis', { ...established, ...needs('crisis') }, ['O1', MIDT, 'guide'], {
    settings: { phoneRoute: 'les' },
    urgent: true,
  }),
  // O11
  row(
    'information is given where they ask',
    { ...atHouse, ...established, ...needs('general-information') },
    ['O11', MIDT, 'inform'],
  ),
  row('by phone that is the office', { ...established, ...needs('general-information') }, [
    'O11',
    VIBORG,
    'inform',
  ]),
  row('an early entrepreneur too', { ...earlyEntrepreneur, ...needs('general-information') }, [
    'O11',
    VIBORG,
    'inform',
  ]),
  row('an unclear need beside it is ignored', { ...needs('general-information', 'unclear') }, [
    'O11',
    VIBORG,
    'inform',
  ]),
  row(
    'specialised information is no mere information',
    { ...established, ...needs('general-information/specialised') },
    ['O10', MIDT, 'guide'],
  ),
  // O7, O8
  row('an early entrepreneur is clarified locally', { ...earlyEntrepreneur, ...needs('financing') }, [
    'O8',
    VIBORG,
    'clarify',
  ]),
  row('a clarified one goes on', { ...earlyEntrepreneur, clarified: true, ...needs('financing') }, [
    'O7',
    MIDT,
    'guide',
  ]),
  row('not with basic needs', { ...earlyEntrepreneur, clarified: true, ...needs('business-plan') }, [
    'O8',
    VIBORG,
    'clarify',
  ]),
  row('eleven months old is early', { company: { founded: '2025-12-21' }, ...needs('financing') }, [
    'O8',
    VIBORG,
    'clarify',
  ]),
  row('twelve months old is mature', { company: { founded: '2025-11-20' }, ...needs('financing') }, [
    'O10',
    MIDT,
    'guide',
  ]),
  row(
    'a stated maturity wins over the date',
    {
      stage: 'entrepreneur',
      maturity: 'mature',
      company: { founded: '2026-10-01' },
      ...needs('financing'),
    },
    ['O10', MIDT, 'guide'],
  ),
  // O9
  row(
    'an office that covers the need keeps it',
    { ...atOffice, ...established, ...needs('succession') },
    ['O9', VIBORG, 'guide'],
    { settings: { localAreas: ['succession'] } },
  ),
  row(
    'the house that was asked keeps it',
    { ...atHouse, ...established, ...needs('succession') },
    ['O9', MIDT, 'guide'],
    { settings: { localAreas: ['succession'] } },
  ),
  row('by phone it is the office', { ...established, ...needs('succession') }, ['O9', VIBORG, 'guide'], {
    settings: { localAreas: ['succession'] },
  }),
  row(
    'every specialised need must be covered',
    { ...established, ...needs('succession', 'financing') },
    ['O10', MIDT, 'guide'],
    { settings: { localAreas: ['succession'] } },
  ),
  // O10, O12
  row('a specialised need goes to the house', { ...established, ...needs('internationalisation') }, [
    'O10',
    MIDT,
    'guide',
  ]),
  row(
    'a mature entrepreneur’s too',
    { stage: 'entrepreneur', maturity: 'mature', ...needs('internationalisation') },
    ['O10', MIDT, 'guide'],
  ),
  row('it wins over basic needs', { ...established, ...needs('accounting-tax-vat', 'digitalisation') }, [
    'O10',
    MIDT,
    'guide',
  ]),
  row('an area made basic is basic', { ...established, ...needs('digitalisation/basic') }, [
    'O12',
    VIBORG,
    'guide',
  ]),
  row(
    'an area made specialised is specialised',
    { ...established, ...needs('accounting-tax-vat/specialised') },
    ['O10', MIDT, 'guide'],
  ),
  row('basic needs are local', { ...established, ...needs('accounting-tax-vat') }, ['O12', VIBORG, 'guide']),
  row('with place-bound ones beside them', { ...established, ...needs('business-plan', 'premises-sites') }, [
    'O12',
    VIBORG,
    'guide',
  ]),
  row('marketing is specialised for the established', { ...established, ...needs('sales-marketing') }, [
    'O10',
    MIDT,
    'guide',
  ]),
  row('and basic for the early', { ...earlyEntrepreneur, clarified: true, ...needs('sales-marketing') }, [
    'O8',
    VIBORG,
    'clarify',
  ]),
  row(
    'a company that knocked on another house stays there',
    {
      entry: 'ehm',
      entryOrganisation: 'ehm-nordjylland',
      ...established,
      ...needs('financing'),
    },
    ['O10', 'ehm-nordjylland', 'guide'],
  ),
  row(
    'not where that house sought it out',
    {
      entry: 'ehm',
      entryOrganisation: 'ehm-nordjylland',
      direction: 'outreach',
      ...established,
      ...needs('financing'),
    },
    ['O10', MIDT, 'guide'],
  ),
  row(
    'a company from Kolding belongs to Sydjylland',
    { municipality: '621', ...established, ...needs('financing') },
    ['O10', 'ehm-sydjylland', 'guide'],
  ),
  // O13, O14
  row(
    'a need outside the list stays at the door',
    { ...atHouse, ...established, ...needs('other') },
    ['O13', MIDT, 'clarify'],
    { grey: true },
  ),
  row('by phone that is the office', { ...established, ...needs('other') }, ['O13', VIBORG, 'clarify'], {
    grey: true,
  }),
  row('a need that has an area decides over it', { ...established, ...needs('other', 'financing') }, [
    'O10',
    MIDT,
    'guide',
  ]),
  row(
    'with a basic need beside it nothing above fits',
    { ...established, ...needs('other', 'business-plan') },
    ['O13', VIBORG, 'clarify'],
    { grey: true },
  ),
  row('no need: clarified locally', established, ['O14', VIBORG, 'clarify']),
  row('unclear: clarified locally', { ...atHouse, ...established, ...needs('unclear') }, [
    'O14',
    VIBORG,
    'clarify',
  ]),
  // Stage
  row(
    'on the third anniversary still an entrepreneur',
    {
      company: { founded: '2023-11-20' },
      maturity: 'early',
      ...needs('financing'),
    },
    ['O8', VIBORG, 'clarify'],
  ),
  row(
    'the day after established',
    { company: { founded: '2023-11-19' }, maturity: 'early', ...needs('financing') },
    ['O10', MIDT, 'guide'],
  ),
  row(
    'a stated stage wins over the date',
    {
      stage: 'entrepreneur',
      maturity: 'early',
      company: { founded: '2001-01-01' },
      ...needs('financing'),
    },
    ['O8', VIBORG, 'clarify'],
  ),
  row('without a date read as established', needs('financing'), ['O10', MIDT, 'guide']),
];

describe('who owns the case', () => {
  it.each(TABLE)('$rule: $why', ({ facts, settings = {}, rule, organisation, plan, urgent, grey }) => {
    const decision = decideWith(facts, settings);
    expect({
      rule: decision.owner.rule,
      organisation: decision.owner.organisation,
      plan: decision.plan,
      priority: decision.priority,
      greyZone: decision.greyZone,
    }).toEqual({
      rule,
      organisation,
      plan,
      priority: urgent ? 'urgent' : 'normal',
      greyZone: grey ?? false,
    });
  });

  it('is tried with every rule of the table', () => {
    expect(new Set(TABLE.map(({ rule }) => rule)).size).toBe(15);
  });

  it('refers a call on to the Erhvervshus after the clarification, at any stage', () => {
    for (const stage of ['pre-starter', 'entrepreneur', 'established'] as const) {
      const { referrals } = decideWith({ stage, ...needs('financing') }, { phoneRoute: 'les' });
      expect(referrals).toContainEqual({ actor: 'ehm', when: 'after-clarification', rule: 'O15' });
    }
  });

  it('reads maturity by the municipality’s limit, or only where stated', () => {
    const aged = (founded: string, matureAfterMonths: number | 'manual', maturity?: 'mature') => {
      const facts = { maturity, company: { founded }, ...needs('financing') };
      const read = decideWith(facts, { matureAfterMonths });
      return [
        read.stage,
        read.maturity,
        read.owner.rule,
        read.provisional,
        read.missing.includes('maturity'),
      ];
    };
    expect(aged('2026-05-21', 6)).toEqual(['entrepreneur', 'early', 'O8', false, false]);
    expect(aged('2026-05-20', 6)).toEqual(['entrepreneur', 'mature', 'O10', false, false]);
    expect(aged('2023-11-21', 36)).toEqual(['entrepreneur', 'early', 'O8', false, false]);
    expect(aged('2023-11-20', 36)).toEqual(['entrepreneur', 'mature', 'O10', false, false]);
    expect(aged('2023-11-20', 'manual')).toEqual(['entrepreneur', 'early', 'O8', true, true]);
    expect(aged('2023-11-20', 'manual', 'mature')).toEqual(['entrepreneur', 'mature', 'O10', false, false]);
    expect(aged('2023-11-19', 'manual')).toEqual(['established', null, 'O10', false, false]);
  });

  it('tells whoever has the running case that a crisis is taken elsewhere', () => {
    expect(decideWith({ crisis: true, ...running(VIBORG, 'les') }).notes).toContain('tell-running-owner');
    expect(decideWith({ crisis: true, ...running('ehm-fyn', 'ehm') }).notes).not.toContain(
      'tell-running-owner',
    );
  });

  it('reads a founding date of 29 February as the 28th in other years', () => {
    const on = (today: string) =>
      decideWith({ company: { founded: '2024-02-29' }, maturity: 'early', today, ...needs('financing') });
    expect(on('2027-02-28').owner.rule).toBe('O8');
    expect(on('2027-03-01').owner.rule).toBe('O10');
  });

  it('says why in both languages, with a source', () => {
    const [reason] = decideWith({ ...established, ...needs('internationalisation') }).reasons;
    expect(reason).toMatchObject({
      rule: 'O10',
      strength: 'default',
      source: expect.stringContaining('P19'),
    });
    expect(reason?.da).toMatch(/Erhvervshuset/);
    expect(reason?.en).toMatch(/Erhvervshus/);
  });
});
