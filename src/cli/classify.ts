import { withContact } from '../app/mail-contact.ts';
import type { Understanding } from '../app/ports/language-model.ts';
import { danishDate } from '../core/danish-date.ts';
import { findMunicipality } from '../core/municipalities.ts';
import { createLanguageModel } from '../language/create-language-model.ts';
import { readText } from '../text/read-text.ts';
import { BadInput, type CliCommand, type World } from './command.ts';

/** English, like the report. */
const LANGUAGE_NAMES = new Intl.DisplayNames('en', { type: 'language' });

/** A text to understand, with its origin for messages. */
interface Given {
  readonly where: string;
  readonly text: string;
}

/** `indgang classify`: how a free text is understood. */
export const command: CliCommand = {
  usage: 'indgang classify [TEXT…|-] [--json]',
  help: `What is understood in free text: the needs with their confidence and the words that decided, and the figures and
names that were read. One text an argument; with - or no argument one text a line from the standard input. CPR numbers
are removed before anything is read. Quotes, and all of a pasted e-mail but its body, are left out and named on
stderr. With --json one object a line. An empty text is told on stderr and does not stop the others; the exit status
is then 2. A text that is itself a command is put after --: indgang classify -- learn.`,
  options: {},
  positionals: Number.POSITIVE_INFINITY,
  async run({ positionals, values }, world) {
    const texts = await textsFrom(positionals, world);
    const model = createLanguageModel();
    const today = danishDate(world.now());
    let bad = false;
    let shown = 0;
    for (const { where, text } of texts) {
      const { own, leftOut, contact, unread } = readText(text, 'cli');
      if (own === '') {
        world.error(`indgang classify: ${where}: is empty; a text belongs here`);
        bad = true;
        continue;
      }
      if (leftOut.length > 0)
        world.error(
          `indgang classify: ${where}: not the writer's own words, left out: ${leftOut.join(', ')}`,
        );
      const understood = withContact(model.understand(own, today), { leftOut, contact, unread });
      if (values.json === true) world.out(JSON.stringify(understood));
      else world.out(`${shown > 0 ? '\n' : ''}${readable(understood)}`);
      shown += 1;
    }
    return bad ? 2 : 0;
  },
};

async function textsFrom(positionals: readonly string[], world: World): Promise<readonly Given[]> {
  const fromInput = positionals.length === 0 || positionals.includes('-');
  if (!fromInput) return positionals.map((text, at) => ({ where: `text ${at + 1}`, text }));
  if (positionals.length > 1)
    throw new BadInput('-: stands alone; texts come from the arguments or from the standard input');
  const lines = decoded(await world.read('-')).split(/\r?\n/);
  const filled = lines
    .map((text, at) => ({ where: `stdin:${at + 1}`, text }))
    .filter(({ text }) => text.trim() !== '');
  if (filled.length === 0) throw new BadInput('stdin: is empty; one text a line belongs here');
  return filled;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new BadInput('stdin: is not UTF-8 text');
  }
}

/** An understanding in lines: the text, its needs, and the other entities. */
function readable({
  text,
  cprRemoved,
  language,
  areas,
  chosen,
  offered,
  crisis,
  entities,
}: Understanding): string {
  const needs = areas.map(({ area, confidence, depth, because }) => {
    const mark = chosen.includes(area) ? 'chosen' : offered.includes(area) ? 'offered' : '';
    const words = because.length === 0 ? '' : ` (${because.join(', ')})`;
    return `  ${mark.padEnd(7)}  ${confidence.toFixed(2)}  ${area}${depth === undefined ? '' : `, ${depth}`}${words}`;
  });
  const read = Object.entries(entities).map(([kind, value]) => {
    const name = kind === 'municipality' ? findMunicipality(String(value))?.name : undefined;
    return `${kind} ${value}${name === undefined ? '' : ` (${name})`}`;
  });
  return [
    text,
    `  ${LANGUAGE_NAMES.of(language)}${crisis ? ', in crisis' : ''}${removedWords(cprRemoved)}`,
    ...(needs.length === 0 ? ['  no need was understood: the bot would ask'] : needs),
    ...(read.length === 0 ? [] : [`  read: ${read.join(', ')}`]),
  ].join('\n');
}

function removedWords(count: number): string {
  if (count === 0) return '';
  return `, ${count} CPR number${count === 1 ? '' : 's'} removed`;
}
