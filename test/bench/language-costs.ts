import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { z } from 'zod';
import type { LanguageModel } from '../../src/app/ports/language-model.ts';
import { percentile } from './language-scores.ts';

const TODAY = '2026-11-02';

/** Prints what understanding costs: time per text, loading, and texts made to be slow. */
export function reportCosts(
  model: LanguageModel,
  texts: readonly string[],
  say: (line: string) => void,
): void {
  reportTimes(model, texts, say);
  reportLoading(say);
  reportHostile(model, say);
}

function reportTimes(model: LanguageModel, texts: readonly string[], say: (line: string) => void): void {
  const times: number[] = [];
  for (const text of texts.slice(0, 500)) model.understand(text, TODAY);
  for (const text of texts) {
    const began = performance.now();
    model.understand(text, TODAY);
    times.push(performance.now() - began);
  }
  say(
    `Understanding one text: p50 ${percentile(times, 0.5).toFixed(3)} ms, p99 ${percentile(times, 0.99).toFixed(3)} ms (areas, entities and CPR together)`,
  );
}

const LOADED = z.object({ milliseconds: z.number(), heap: z.number(), resident: z.number() });
function reportLoading(say: (line: string) => void): void {
  const loads = Array.from({ length: 5 }, () =>
    LOADED.parse(
      JSON.parse(
        execFileSync(process.execPath, ['--expose-gc', join(import.meta.dirname, 'language-load.ts')], {
          encoding: 'utf8',
        }),
      ),
    ),
  );
  const median = (of: 'milliseconds' | 'heap' | 'resident') =>
    percentile(
      loads.map((one) => one[of]),
      0.5,
    );
  say(
    `Loading, in a process of its own: ${median('milliseconds').toFixed(0)} ms, ${median('heap').toFixed(1)} MB of heap, ${median('resident').toFixed(1)} MB resident`,
  );
}

const SIZE = 100_000;
const HOSTILE: Readonly<Record<string, string>> = {
  'no spaces': 'a'.repeat(SIZE),
  'one long compound': 'generationsskifte'.repeat(SIZE / 17),
  digits: '1234567890'.repeat(SIZE / 10),
  'digits in groups': '12 34 56 78 '.repeat(SIZE / 12),
  emoji: '👩‍👩‍👧‍👦🇩🇰'.repeat(SIZE / 15),
  'right to left': 'שלום عليكم ‮'.repeat(SIZE / 12),
  'control characters': '\u0000\u0007\u001b\u200b\ufeff'.repeat(SIZE / 5),
  'combining marks': `e${'\u0301'.repeat(50)} `.repeat(SIZE / 52),
  'lone surrogates': '\ud800'.repeat(SIZE),
  capitals: 'Aa Bb Cc Dd '.repeat(SIZE / 12),
  addresses: 'a@b.c.d.e@'.repeat(SIZE / 10),
  'line breaks': '\n'.repeat(SIZE),
  'amounts half said': 'omsætning på ca. er var '.repeat(SIZE / 24),
  'words of the trade': 'eksport lån patent robot '.repeat(SIZE / 25),
};
function reportHostile(model: LanguageModel, say: (line: string) => void): void {
  say(`Hostile texts of ${SIZE / 1000} kB, the slowest of five`);
  for (const [title, text] of Object.entries(HOSTILE)) {
    const spent = Array.from({ length: 5 }, () => {
      const began = performance.now();
      model.understand(text, TODAY);
      return performance.now() - began;
    });
    say(`  ${title.padEnd(20)} ${Math.max(...spent).toFixed(1)} ms`);
  }
}
