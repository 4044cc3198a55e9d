import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { z } from 'zod';
import { viewOf } from '../../../cards/view-of.ts';
import { readCommand } from '../../../dialogs/commands.ts';
import { sentencesIn } from '../../../dialogs/sentences.ts';
import { readTalk } from '../../../dialogs/talk/read-talk.ts';
import type { Answer } from '../../../src/core/answer.ts';
import type { Command } from '../../../src/core/command.ts';
import {
  OUTREACH_INPUTS,
  type OutreachInput,
  type OutreachVerb,
} from '../../../src/core/outreach/outreach.ts';
import { LANGUAGES, type Language } from '../../../src/core/vocabulary.ts';
import { createLanguageModel } from '../../../src/language/create-language-model.ts';
import { type AppWorld, HANSEN, openAppWorld, wordsOf } from '../app-world.ts';

/** Loaded once: it is large. */
const language = createLanguageModel();

/** Every field of every verb of outreach, typed by its name in both languages and sent by a form: kept, or refused. */

const CARLA = 'carla-winther';
const ANNA = 'anna-holm';
const P_NUMBER = '1003407806';
let world: AppWorld;
beforeEach(async () => {
  world = await openAppWorld({
    start: '2026-11-20T09:00:00.000Z',
    language,
    readTalk,
  });
  world.companies = [
    { ...HANSEN, pNumbers: [{ pNumber: P_NUMBER, name: 'Hansen VVS', municipality: '791' }] },
  ];
});
afterEach(() => world.close());

/** What is typed for a field, the code of a form, and what stands on the contact of it. */
const VALUES: Readonly<
  Record<OutreachInput, Readonly<Record<Language | 'code', string>> & { readonly kept: string }>
> = {
  company: { da: HANSEN.cvr, en: HANSEN.cvr, code: HANSEN.cvr, kept: HANSEN.cvr },
  need: { da: 'zqbehov', en: 'zqbehov', code: 'zqbehov', kept: 'zqbehov' },
  areas: { da: 'automatisering', en: 'automation', code: 'automation', kept: 'automation' },
  plannedOn: { da: '3-12-2026', en: '2026-12-03', code: '2026-12-03', kept: '"plannedOn":"2026-12-03"' },
  on: { da: '3-11-2026', en: '2026-11-03', code: '2026-11-03', kept: '2026-11-03' },
  form: { da: 'telefon', en: 'phone', code: 'phone', kept: '"form":"phone"' },
  outcome: { da: 'afslået', en: 'declined', code: 'declined', kept: '"outcome":"declined"' },
  pNumber: { da: P_NUMBER, en: P_NUMBER, code: P_NUMBER, kept: P_NUMBER },
  jointly: { da: 'LES Aarhus', en: 'LES Aarhus', code: 'les-751', kept: 'les-751' },
  segment: { da: 'vækst', en: 'growth', code: 'growth', kept: '"segment":"growth"' },
  case: { da: 'K3F9-QTX2', en: 'K3F9-QTX2', code: 'K3F9-QTX2', kept: 'K3F9-QTX2' },
  reason: { da: 'zqgrund', en: 'zqgrund', code: 'zqgrund', kept: 'zqgrund' },
  note: { da: 'zqnote', en: 'zqnote', code: 'zqnote', kept: 'zqnote' },
};

/** The verbs that record something, with who says them and the words that begin them. */
const RECORDING: readonly (readonly [
  verb: OutreachVerb,
  person: string,
  begin: Readonly<Record<Language, string>>,
  onPlan: boolean,
])[] = [
  ['outreach.plan', CARLA, { da: 'planlæg opsøgning 25313763:', en: 'plan outreach 25313763:' }, false],
  ['outreach.made', CARLA, { da: 'besøg 25313763', en: 'visited 25313763' }, false],
  ['outreach.made', CARLA, { da: 'besøg K3F9-QTX2', en: 'visited K3F9-QTX2' }, true],
  ['outreach.clear', ANNA, { da: 'ingen indsigelse K3F9-QTX2', en: 'no objection K3F9-QTX2' }, true],
  ['outreach.object', ANNA, { da: 'indsigelse K3F9-QTX2', en: 'object K3F9-QTX2' }, true],
  ['outreach.cancel', CARLA, { da: 'aflys opsøgning K3F9-QTX2', en: 'call off outreach K3F9-QTX2' }, true],
];
/** The verbs that have a form on the card of a contact. */
const FORMS: readonly OutreachVerb[] = ['outreach.made', 'outreach.object'];
const FIELDS = OUTREACH_INPUTS.filter((field) => field !== 'company');

/** The contacts as they are stored, and whether everything of the command was taken. */
async function outcomeOf(person: string, command: Command): Promise<{ kept: string; refused: boolean }> {
  const words = wordsOf(await world.do(person, command));
  const contacts = await world.unitOfWork.read((stores) => stores.outreach.page('', 10));
  const draft = await world.unitOfWork.read((stores) => stores.drafts.active(person));
  return {
    kept: JSON.stringify([contacts, draft?.values ?? null]),
    refused: words.some((one) =>
      /refused|[a-z]+-(?:needed|over|differs|passed|future)|unknown-|not-a-/.test(one),
    ),
  };
}

async function planned(): Promise<string> {
  await world.says(CARLA, readCommand('planlæg opsøgning 25313763: eksport'));
  const [contact] = await world.unitOfWork.read((stores) => stores.outreach.page('', 10));
  world.clock.pass(60_000);
  return contact?.id ?? '';
}

describe.each(RECORDING)('%s', (verb, person, begin, onPlan) => {
  const idOf = async () => (onPlan ? planned() : null);

  it.each(LANGUAGES.flatMap((language) => FIELDS.map((field) => [language, field] as const)))(
    'typed in %s keeps %s or refuses it',
    async (language, field) => {
      const word = sentencesIn(language).outreach.fieldWords[field]?.split('|')[0];
      if (word === undefined) return;
      const id = await idOf();
      const value = VALUES[field];
      const outcome =
        verb === 'outreach.made' && field !== 'outcome'
          ? `; ${sentencesIn(language).outreach.outcomes['no-need']}`
          : '';
      const command = readCommand(`${begin[language]} ${word}: ${value[language]}${outcome}`);
      if (command.name !== 'outreach') throw new Error(`Read as ${command.name}`);
      expect(command.verb).toBe(verb);
      const { kept, refused } = await outcomeOf(person, { ...command, ...(id !== null && { id }) });
      // What a command has no field for is part of its words, as it was typed.
      const found = [value.kept, value[language]].some((one) => kept.includes(one));
      expect(found || refused ? '' : kept).toBe('');
    },
  );

  it('has a form whose every field is kept', async () => {
    const id = await idOf();
    const shown = await world.do(
      person,
      id === null
        ? readCommand('opsøg 25313763')
        : { name: 'outreach', verb: 'outreach.show', id, input: {} },
    );
    const fields = formOf(verb, viewOf(shown.answers[0] as Answer, 'da'));
    if (onPlan && FORMS.includes(verb)) expect(fields).not.toEqual([]);
    if (fields.length === 0) return;
    const input = Object.fromEntries(fields.map((field) => [field, VALUES[field].code]));
    const { kept, refused } = await outcomeOf(person, { name: 'outreach', verb, id, input });
    // The number of a case that there is not is refused, with all that was typed.
    const isTaken = !fields.includes('case');
    expect(refused).toBe(!isTaken);
    for (const field of isTaken ? fields : []) expect(kept).toContain(VALUES[field].kept);
  });
});

/** The fields of the form of a verb, wherever it stands on a card. */
function formOf(verb: OutreachVerb, view: unknown): readonly OutreachInput[] {
  const found: string[] = [];
  JSON.stringify(view, (_, value: unknown) => {
    const read = z
      .object({ command: z.object({ verb: z.literal(verb) }), form: z.array(z.object({ id: z.string() })) })
      .safeParse(value);
    if (read.success) found.push(...read.data.form.map(({ id }) => id));
    return value;
  });
  return OUTREACH_INPUTS.filter((field) => found.includes(field));
}
