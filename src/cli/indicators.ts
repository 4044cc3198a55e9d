import { sentencesIn } from '../../dialogs/sentences.ts';
import type { UnitOfWork } from '../app/ports/unit-of-work.ts';
import { createDanishCalendar } from '../calendar/danish-calendar.ts';
import type { Figure } from '../core/indicators/figure.ts';
import { indicators, type Recorded } from '../core/indicators/indicators.ts';
import { LANGUAGES, type Language } from '../core/vocabulary.ts';
import { casesWhere, dateOption, municipalityOption } from './case-filter.ts';
import { BadInput, type CliCommand } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';
import { formatOf, TABLE_OPTIONS, type Table, textTable, writeTable } from './tables.ts';

/** `indgang indicators`: the indicator report of a period. */
export const command: CliCommand = {
  usage:
    'indgang indicators --from DATE --to DATE [--municipality CODE] [--format text|csv|json|xlsx] [--out FILE] [--language da|en] [--data DIR] [--json]',
  help: `The indicator figures of the companies whose first contact lies in the period: Danish dates, both included. Both readings
of the 48 hours are given. \`pending\`: cases that can still go either way, in neither number. ${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    ...TABLE_OPTIONS,
    from: { type: 'string' },
    to: { type: 'string' },
    municipality: { type: 'string' },
    language: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const from = dateOption(args, 'from');
    const to = dateOption(args, 'to');
    if (from === undefined) throw new BadInput('--from DATE: the first day of the period is needed');
    if (to === undefined) throw new BadInput('--to DATE: the last day of the period is needed');
    if (from >= to) throw new BadInput('--to: lies before --from');
    const language = LANGUAGES.find((known) => known === (args.values.language ?? 'da'));
    if (!language)
      throw new BadInput(`--language ${args.values.language}: must be one of ${LANGUAGES.join(', ')}`);
    const municipality = municipalityOption(args);
    const asText =
      args.values.json !== true && (args.values.format ?? 'text') === 'text' && args.values.out === undefined;
    const format = asText ? 'csv' : formatOf(args, 'csv');
    const records = await withStore(args, ({ unitOfWork }) => recordsOf(unitOfWork));
    const figures = indicators(records, {
      period: { from, to },
      municipality,
      calendar: createDanishCalendar(),
      now: world.now(),
    });
    if (!asText) return writeTable(tableOf(figures, language), format, args, world);
    world.out(textTable(textOf(figures, language)));
    return 0;
  },
};

async function recordsOf(unitOfWork: UnitOfWork): Promise<readonly Recorded[]> {
  const cases = await casesWhere(unitOfWork, () => true);
  return unitOfWork.read((stores) =>
    Promise.all(cases.map(async (kase) => ({ case: kase, history: await stores.history.of(kase.id) }))),
  );
}

function tableOf(figures: readonly Figure[], language: Language): Table {
  const { indicators: words } = sentencesIn(language);
  return {
    columns: ['indicator', 'name', 'count', 'base', 'share', 'pending', 'target', 'targetValue', 'dispute'],
    rows: figures.map(({ id, count, base, share, pending, target, dispute }) => [
      id,
      words.names[id],
      count,
      base,
      share === null ? null : Math.round(share * 10_000) / 10_000,
      pending,
      target?.kind ?? null,
      target?.value ?? null,
      dispute,
    ]),
  };
}

function textOf(figures: readonly Figure[], language: Language): Table {
  const { indicators: words } = sentencesIn(language);
  const percent = (share: number) => `${(share * 100).toFixed(1).replace('.', words.decimalSign)} %`;
  return {
    columns: ['', words.indicator, words.count, words.of, words.share, words.target, words.pending],
    rows: figures.map(({ id, count, base, share, pending, target }) => [
      id,
      words.names[id],
      count,
      base ?? '',
      share === null ? '' : percent(share),
      target ? `${{ 'at-least': '≥ ', 'up-to': '≤ ', line: '' }[target.kind]}${percent(target.value)}` : '',
      pending === 0 ? '' : pending,
    ]),
  };
}
