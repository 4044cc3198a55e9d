import { describe, expect, it } from 'vitest';
import type { LeftOut } from '../../src/text/mail.ts';
import type { TextSource } from '../../src/text/profiles.ts';
import { type Around, readField, readText } from '../../src/text/read-text.ts';

/** The one reader of text, as a table: where it came from, as it came, and what the person meant by it. */

interface Row {
  readonly raw: string;
  readonly own: string;
  readonly quoted?: string;
  readonly mentions?: readonly string[];
  readonly leftOut?: readonly LeftOut[];
  readonly around?: Around;
}

const reply = (name: string, words: string) =>
  `<blockquote itemscope itemtype="http://schema.skype.com/Reply" itemid="1700000000000"><strong itemprop="mri" itemid="8:orgid:x">${name}</strong><span itemprop="time" itemid="1700000000000"></span><p itemprop="preview">${words}</p></blockquote>`;

const QUOTE: { readonly leftOut: readonly LeftOut[] } = { leftOut: ['quote'] };

const ROWS: Readonly<Record<TextSource, readonly Row[]>> = {
  'teams-text': [
    { raw: 'Hansen VVS vil eksportere', own: 'Hansen VVS vil eksportere' },
    { raw: '  sager \r\n', own: 'sager' },
    { raw: '<at>Indgang</at> sager', own: 'sager' },
    { raw: '<at id="0">Indgang</at>&nbsp;sager', own: 'sager' },
    { raw: '<at>Indgang</at>, sager', own: 'sager' },
    { raw: '<at>Indgang</at>: sager', own: 'sager' },
    { raw: '@Indgang sager', own: 'sager' },
    { raw: '@indgang: log Hansen VVS', own: 'log Hansen VVS' },
    { raw: 'log Hansen VVS @Indgang', own: 'log Hansen VVS' },
    { raw: 'skriv til info@indgang.dk', own: 'skriv til info@indgang.dk' },
    { raw: 'skriv til @indgang.dk', own: 'skriv til @indgang.dk' },
    { raw: '@Indgangen er lukket', own: '@Indgangen er lukket' },
    {
      raw: '<at>Døren</at> sager',
      own: 'sager',
      around: { bot: { names: ['Døren'] } },
    },
    { raw: 'tildel K7MQ-3RXD <at>Dan Ravn</at>', own: 'tildel K7MQ-3RXD Dan Ravn', mentions: ['Dan Ravn'] },
    {
      raw: '<at>Indgang</at> tildel K7MQ-3RXD <at id="1">Dan Ravn</at>',
      own: 'tildel K7MQ-3RXD Dan Ravn',
      mentions: ['Dan Ravn'],
    },
    {
      raw: 'svar K7MQ-3RXD spørg <at>Åse &amp; Co</at> og <at>Bo Krogh</at>',
      own: 'svar K7MQ-3RXD spørg Åse & Co og Bo Krogh',
      mentions: ['Åse & Co', 'Bo Krogh'],
    },
    { raw: 'Hansen &amp; S&oslash;n', own: 'Hansen & Søn' },
    { raw: '&quot;K&aelig;r&quot; &#39;x&#39; &#x41; &#65;', own: '"Kær" \'x\' A A' },
    { raw: 'a &amp;lt;b&amp;gt; c', own: 'a &lt;b&gt; c' },
    { raw: 'AT&T og R&D; 5 < 6', own: 'AT&T og R&D; 5 < 6' },
    { raw: '1&nbsp;200\u00a0kr.\u202f50', own: '1 200 kr. 50' },
    { raw: 'cvr 2531\u200b3763', own: 'cvr 25313763' },
    { raw: 'ring \u202a40 41 12 34\u202c', own: 'ring 40 41 12 34' },
    { raw: '\ufefflog Hansen', own: 'log Hansen' },
    { raw: '\u200b\u2060', own: '' },
    { raw: 'Mølle\u00adgården', own: 'Møllegården' },
    { raw: 'A\u030arhus og cafe\u0301', own: 'Århus og café' },
    { raw: 'to  mellemrum\tog tab', own: 'to mellemrum og tab' },
    { raw: 'a\n\n\n\nb', own: 'a\n\nb' },
    { raw: '👩\u200d💻 Hansen ❤\ufe0f', own: '👩\u200d💻 Hansen ❤\ufe0f' },
    { raw: '<p>Hansen <b>VVS</b><br>cvr 25313763</p>', own: 'Hansen VVS\ncvr 25313763' },
    {
      raw: '<div>a &lt;b&gt; c</div>',
      own: 'a <b> c',
      around: { isHtml: true },
    },
    {
      raw: `${reply('Bo', 'er konkurs, cvr 25313763')}<p>tak</p>`,
      own: 'tak',
      quoted: 'Bo\ner konkurs, cvr 25313763',
      ...QUOTE,
    },
    { raw: '> er konkurs\n> cvr 25313763\ntak', own: 'tak', quoted: 'er konkurs\ncvr 25313763', ...QUOTE },
    { raw: '&gt; er konkurs\ntak', own: 'tak', quoted: 'er konkurs', ...QUOTE },
    {
      raw: '<quoted messageId="17"/> nej',
      own: 'nej',
      quoted: 'er de i krise?',
      around: { quoted: ['er de i krise?'] },
      ...QUOTE,
    },
    {
      raw: 'nej',
      own: 'nej',
      quoted: 'Indgang\nEr behovet afklaret?',
      around: { quoted: ['Indgang\nEr behovet afklaret?'] },
    },
    { raw: 'Hansen VVS\n> 50 ansatte', own: 'Hansen VVS\n> 50 ansatte' },
    { raw: 'omsætning > 5 mio.', own: 'omsætning > 5 mio.' },
    {
      raw: 'ja\n\nDen 3. nov. 2026 kl. 10.12 skrev Bo Krogh <bo@x.dk>:\n\n> gammelt\n>> ældre',
      own: 'ja',
      quoted: 'Den 3. nov. 2026 kl. 10.12 skrev Bo Krogh <bo@x.dk>:\ngammelt\nældre',
      ...QUOTE,
    },
  ],
  'teams-html': [
    {
      raw: '<p>Hansen VVS vil <b>sælge</b> til Tyskland &amp; Polen</p>',
      own: 'Hansen VVS vil sælge til Tyskland & Polen',
    },
    { raw: '<p>a</p><p>b</p>', own: 'a\nb' },
    { raw: '<h1>Hansen VVS</h1>', own: 'Hansen VVS' },
    { raw: '<ul><li>eksport</li><li>lån</li></ul>', own: '• eksport\n• lån' },
    { raw: '<p>se <a href="https://x.dk/a">siden</a></p>', own: 'se siden' },
    { raw: '<p>hej <emoji id="smile" alt="🙂"></emoji></p>', own: 'hej 🙂' },
    { raw: '<p>a<img src="https://x.dk/i.png" alt="billede">b</p>', own: 'ab' },
    { raw: '<p>kontakt <at id="0">Dan Ravn</at></p>', own: 'kontakt Dan Ravn', mentions: ['Dan Ravn'] },
    {
      raw: '<p><span itemscope itemtype="http://schema.skype.com/Mention" itemid="0">Indgang</span> sager</p>',
      own: 'sager',
    },
    {
      raw: `${reply('Anna Holm', 'Møllen er gået konkurs')}<p>De vil gerne eksportere</p>`,
      own: 'De vil gerne eksportere',
      quoted: 'Anna Holm\nMøllen er gået konkurs',
      ...QUOTE,
    },
    {
      raw: '<blockquote><p>et</p><blockquote>to</blockquote></blockquote>tre',
      own: 'tre',
      quoted: 'et\nto',
      ...QUOTE,
    },
    { raw: reply('Bo', 'kun citat'), own: '', quoted: 'Bo\nkun citat', ...QUOTE },
    { raw: '<p>S&oslash;ren&nbsp;&#8211;&nbsp;ok</p>', own: 'Søren – ok' },
    { raw: '<attachment id="17"></attachment><p>svar</p>', own: 'svar' },
    { raw: 'kun tekst', own: 'kun tekst' },
    { raw: '', own: '' },
  ],
  'slack-text': [
    { raw: '<@B1> sager', own: 'sager', around: { bot: { ids: ['B1'] } } },
    { raw: '<@B1|indgang> sager', own: 'sager', around: { bot: { ids: ['B1'] } } },
    { raw: '<@B9|indgang> sager', own: 'sager' },
    { raw: '@Indgang sager', own: 'sager' },
    {
      raw: 'tildel K7MQ-3RXD <@U1>',
      own: 'tildel K7MQ-3RXD Dan Ravn',
      mentions: ['Dan Ravn'],
      around: { people: new Map([['U1', 'Dan Ravn']]) },
    },
    { raw: 'spørg <@U2|bo.krogh>', own: 'spørg bo.krogh', mentions: ['bo.krogh'] },
    { raw: 'spørg <@U3>', own: 'spørg @U3', mentions: ['@U3'] },
    { raw: '<#C1|les-viborg> og <!here>', own: '#les-viborg og' },
    { raw: 'a &lt;b&gt; &amp;amp; c', own: 'a <b> &amp; c' },
    { raw: '<https://x.dk>', own: 'https://x.dk' },
    { raw: '<tel:+4540411234|+45 40 41 12 34>', own: '+45 40 41 12 34' },
    { raw: "<mailto:o'brien@firma.dk|o'brien@firma.dk>", own: "o'brien@firma.dk" },
    { raw: 'ingen < pile > her', own: 'ingen < pile > her' },
    { raw: 'to\nlinjer', own: 'to\nlinjer' },
    {
      raw: '&gt; de er konkurs\n&gt; cvr 25313763\nde vil eksportere',
      own: 'de vil eksportere',
      quoted: 'de er konkurs\ncvr 25313763',
      ...QUOTE,
    },
    { raw: 'mit\n&gt;&gt;&gt; resten\ner citat', own: 'mit', quoted: 'resten\ner citat', ...QUOTE },
    { raw: '*Hansen VVS* vil _sælge_ `cvr 25313763`', own: 'Hansen VVS vil sælge cvr 25313763' },
    { raw: 'fil_navn_2 og 2*3*4', own: 'fil_navn_2 og 2*3*4' },
    { raw: ':rocket: Hansen VVS', own: ':rocket: Hansen VVS' },
  ],
  description: [
    { raw: 'Vil  eksportere', own: 'Vil  eksportere' },
    { raw: 'spørg @Indgang', own: 'spørg @Indgang' },
    { raw: '> citat\nmit', own: 'mit', quoted: 'citat', ...QUOTE },
    { raw: '\ufeff\u200b', own: '' },
  ],
  field: [
    { raw: '\u200b', own: '' },
    { raw: '40\u00a041\u200b 12 34', own: '40 41 12 34' },
    { raw: 'S&oslash;ren', own: 'Søren' },
    { raw: '> 50 ansatte\n> 3 sites', own: '> 50 ansatte\n> 3 sites' },
    { raw: 'A\u030ase', own: 'Åse' },
  ],
  cli: [
    { raw: '\ufeffHansen VVS', own: 'Hansen VVS' },
    { raw: '<b>Hansen</b>', own: '<b>Hansen</b>' },
    { raw: '> citat\nmit', own: 'mit', quoted: 'citat', ...QUOTE },
    { raw: 'spørg @Indgang', own: 'spørg @Indgang' },
  ],
};

const all = Object.entries(ROWS).flatMap(([source, rows]) =>
  rows.map((row) => [source as TextSource, row.raw, row] as const),
);

describe('text at the door', () => {
  it('has at least eighty rows', () => expect(all.length).toBeGreaterThanOrEqual(80));

  it.each(all)('from %s: %j', (source, raw, { own, quoted = '', mentions = [], leftOut = [], around }) => {
    const read = readText(raw, source, around);
    expect({ own: read.own, quoted: read.quoted, mentions: read.mentions, leftOut: read.leftOut }).toEqual({
      own,
      quoted,
      mentions,
      leftOut,
    });
  });

  it.each(all)('once read from %s, is changed no more by a field: %j', (source, raw, { around }) => {
    const { own } = readText(raw, source, around);
    // An entity that was written as text is the one thing that reading twice would undo.
    if (!own.includes('&')) expect(readField(own)).toBe(own);
  });
});
