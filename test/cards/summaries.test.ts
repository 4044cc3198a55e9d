import { describe, expect, it } from 'vitest';
import { toAdaptiveCard } from '../../cards/adaptive-card.ts';
import { MAX_SUMMARY, summaryOf } from '../../cards/text.ts';
import { viewOf } from '../../cards/view-of.ts';
import { sentencesIn } from '../../dialogs/sentences.ts';
import { drawMessage } from '../../src/channels/slack/draw.ts';
import type { Answer, Viewer } from '../../src/core/answer.ts';
import type { Case } from '../../src/core/case/case.ts';
import { TOLD } from '../../src/core/case/notice-rules.ts';
import type { ToldCode } from '../../src/core/case/notices.ts';
import type { Notice } from '../../src/core/notice.ts';
import { LANGUAGES, type Language } from '../../src/core/vocabulary.ts';
import { caseOf, SAMPLES, values, viewerOf } from './sample-answers.ts';

/** What phones and screen readers get of a message: one sentence. */

const CODES = Object.keys(TOLD) as ToldCode[];
const LONG: Case = caseOf({
  owner: 'les-760',
  priority: 'urgent',
  values: {
    ...values,
    companyName: 'Ringkøbing-Skjern Maskinfabrik & Ådalens Smedjeværksted Holding ApS '.repeat(3),
  },
});
const SHARED: Viewer = viewerOf('channel');

function told(code: ToldCode, kase: Case, viewer: Viewer): Answer {
  const notice = { code, params: { caseId: kase.id, owner: kase.owner } } as Notice;
  return {
    kind: 'case',
    card: 'case',
    case: kase,
    history: [],
    viewer,
    now: '2026-11-21T09:00:00.000Z',
    notice,
    problems: [],
  };
}
const summary = (answer: Answer, language: Language) => summaryOf(viewOf(answer, language));

describe.each(LANGUAGES)('notifications in %s', (language) => {
  const due = language === 'da' ? 'tirsdag den 24. november kl. 15.00' : 'Tuesday 24 November at 15:00';

  it.each(CODES)('of %s say what happened, to whom and by when, and no two say the same', (code) => {
    const kase = caseOf();
    const words = summary(told(code, kase, viewerOf('owner')), language);
    expect(words).toMatch(/^Hansen VVS ApS: \p{L}/u);
    expect(words).toContain(due);
    expect(words.length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(words).not.toMatch(/undefined|null|\.\.|: \./);
    const late = code === 'offer-expired' ? 'offer-expired-late' : 'offer-expired';
    const others = CODES.filter(
      (other) => other !== code && !(code.startsWith('offer-expired') && other === late),
    );
    for (const other of others)
      expect(summary(told(other, kase, viewerOf('owner')), language)).not.toBe(words);
  });

  it.each(CODES)('of %s keep to the limit, and keep the deadline, with the longest names', (code) => {
    const words = summary(told(code, LONG, SHARED), language);
    expect(words.length).toBeLessThanOrEqual(MAX_SUMMARY);
    expect(words).toContain(due);
    expect(words).toMatch(language === 'da' ? /^HASTER: / : /^URGENT: /);
  });

  it.each(CODES)('of %s name no person and nothing that people wrote where the place is shared', (code) => {
    const preStarter = caseOf({
      values: {
        municipality: '791',
        stage: 'pre-starter',
        contactName: 'Mette Hansen',
        description: 'Varmepumper',
      },
    });
    for (const kase of [preStarter, caseOf()]) {
      expect(summary(told(code, kase, SHARED), language)).not.toMatch(/Mette|40 ?41|varmepumper|@/i);
    }
    expect(summary(told(code, preStarter, SHARED), language)).toContain('K3F9-QTX2');
  });

  it('of every other notice keep to the limit', () => {
    const params = {
      caseId: 'K3F9-QTX2',
      organisation: 'les-760',
      owner: 'les-760',
      name: 'Anne-Margrethe Østergaard Sørensen',
      at: '2026-11-24T14:00:00.000Z',
      count: 12,
      areas: 'internationalisation,financing,innovation-strategy,automation',
      parts: 'headers,signature,disclaimer,quote',
    };
    for (const code of Object.keys(sentencesIn(language).notices)) {
      const words = summary({ kind: 'notice', notice: { code, params } as unknown as Notice }, language);
      expect([code, words.length <= MAX_SUMMARY, words.length > 10]).toEqual([code, true, true]);
    }
  });

  it.each(Object.entries(SAMPLES))('of "%s" are short, in Slack too', (_, answer) => {
    const words = summary(answer, language);
    expect(words.length).toBeLessThanOrEqual(MAX_SUMMARY);
    const { text } = drawMessage(answer, language);
    const unescaped = text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&amp;/g, '&');
    if (answer.kind !== 'intake-form') expect(unescaped).toBe(words);
  });

  it('of an answered case name no deadline, and of an overdue one say that it has passed', () => {
    const answered = caseOf({ promise: { ...caseOf().promise, answeredAt: '2026-11-21T08:00:00.000Z' } });
    expect(summary(told('contact-added', answered, SHARED), language)).not.toContain('24');
    const late = { ...told('promise-broken', caseOf(), SHARED), now: '2026-11-25T08:00:00.000Z' } as Answer;
    expect(summary(late, language)).toContain(
      language === 'da' ? `Fristen var ${due}.` : `It was due on ${due}.`,
    );
  });
});

describe('a button', () => {
  it.each(LANGUAGES)('tells a screen reader in %s what it does and to which case', (language) => {
    const answer: Answer = {
      kind: 'case',
      card: 'case',
      case: caseOf(),
      history: [],
      viewer: { ...viewerOf('receiver'), verbs: ['handover.accept', 'handover.return'] },
      now: '2026-11-21T09:00:00.000Z',
      notice: null,
      problems: [],
    };
    const said = language === 'da' ? /^Overtag.*: Hansen VVS ApS$/ : /^Take over.*: Hansen VVS ApS$/;
    const labels = (drawn: unknown, key: string): string[] => {
      const found: string[] = [];
      JSON.stringify(drawn, (name, value: unknown) => {
        if (name === key && typeof value === 'string') found.push(value);
        return value;
      });
      return found;
    };
    expect(labels(drawMessage(answer, language), 'accessibility_label')[0]).toMatch(said);
    expect(labels(toAdaptiveCard(viewOf(answer, language)), 'tooltip')[0]).toMatch(said);
  });
});

describe('what a card says first', () => {
  const of = (name: string, language: Language = 'da') => summary(SAMPLES[name] as Answer, language);

  it('is what is to be mended, where something is', () => {
    expect(of('form with problems')).toBe(
      'Ny henvendelse. CVR-nummer: Det er ikke et gyldigt CVR-nummer. Tjek cifrene: Et CVR-nummer har otte cifre.',
    );
    expect(of('question with a problem')).toContain('Jeg kender ingen kommune, der hedder "Andeby".');
    const refused: Answer = {
      ...(SAMPLES['case of the owner'] as Extract<Answer, { kind: 'case' }>),
      problems: [{ field: 'reason', refusal: { code: 'reason-needed' }, typed: '' }],
    };
    expect(summary(refused, 'da')).toMatch(/^Hansen VVS ApS: Skriv en begrundelse/);
  });

  it('is the door and what to tell the caller, where a need was decided', () => {
    expect(of('decision elsewhere')).toBe(
      'Den rette dør: Erhvervshus Midtjylland. Sig til virksomheden: Erhvervshus Midtjylland svarer senest mandag den 23. november kl. 16.00.',
    );
  });

  it.each(['terms', 'rule', 'door', 'office', 'help', 'welcome', 'found none', 'advisers, none'])(
    'of an answer to a question is the answer: %s',
    (name) => {
      const view = viewOf(SAMPLES[name] as Answer, 'da');
      expect(summaryOf(view).length).toBeGreaterThan(view.title.length + 10);
    },
  );

  it.each(LANGUAGES)('never ends a question with a full stop, in %s', (language) => {
    for (const name of Object.keys(SAMPLES)) expect(of(name, language)).not.toMatch(/[?!]\./);
  });
});
