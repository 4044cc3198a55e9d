import { fileURLToPath, pathToFileURL } from 'node:url';
import { danishDate } from '../core/danish-date.ts';
import { AREAS } from '../core/vocabulary.ts';
import { calibrate } from '../language/calibrate.ts';
import { readCorpus } from '../language/corpus.ts';
import { knowledgeOf, skipOf } from '../language/create-language-model.ts';
import { type Places, readPlaces } from '../language/entities/places.ts';
import type { Skip } from '../language/fit-model.ts';
import { type Lexicon, readLexicon } from '../language/lexicon.ts';
import { foldsOf } from '../language/train-examples.ts';
import { crossValidate, judge } from '../language/train-model.ts';
import { accuracyOf, type Judged } from './classify-accuracy.ts';
import { type Proposal, proposalsFrom, withoutIdentity } from './classify-proposals.ts';
import { type Change, linesOf, type Numbered, reportOf } from './classify-report.ts';
import { type Arguments, BadInput, type CliCommand, type World } from './command.ts';
import { STORE_HELP, STORE_OPTION, withStore } from './open-store.ts';

type Examples = ReturnType<typeof readCorpus>;

/** `indgang classify learn`: users' corrections as reviewed additions to the corpus. */
export const command: CliCommand = {
  usage: 'indgang classify learn [--write] [--only NUMBERS] [--corpus DIR] [--data DIR] [--json]',
  help: `Proposes lines for the corpus from the corrections that users made: their words without CPR numbers, names, places
and numbers, and the needs that they chose. Prints the proposals by file, what was left out and why, and how accuracy
(F1) changes: each text is judged by a model that has not seen it. Nothing is written without --write; --only 1,3 takes
just those. Read the proposals first: a name that was not recognised still stands there. After --write, "npm run train"
makes the model anew. DIR of --corpus holds one file an area; without it, the product's own.
${STORE_HELP}`,
  options: {
    ...STORE_OPTION,
    write: { type: 'boolean' },
    only: { type: 'string' },
    corpus: { type: 'string' },
  },
  positionals: 0,
  async run(args, world) {
    const folder = folderOf(args);
    const corpus = corpusIn(folder);
    const corrections = await withStore(args, ({ unitOfWork }) =>
      unitOfWork.read((stores) => stores.examples.all()),
    );
    const lexicon = readLexicon();
    const places = readPlaces();
    const today = danishDate(world.now());
    const mask = (text: string) => withoutIdentity(text, today, knowledgeOf(places, lexicon));
    const { proposed: all, leftOut } = proposalsFrom(corrections, corpus, mask);
    const proposed = chosenOf(numbered(all), args);
    const changes = proposed.length === 0 ? [] : changesBy(proposed, corpus, lexicon, places, today);
    const isWritten = args.values.write === true;
    if (isWritten) await write(proposed, folder, world);
    const findings = { kept: corrections.length, proposed, leftOut, changes, isWritten };
    world.out((args.values.json === true ? linesOf : reportOf)(findings));
    return 0;
  },
};

function folderOf({ values }: Arguments): URL {
  if (typeof values.corpus !== 'string') return new URL('../language/corpus/', import.meta.url);
  return pathToFileURL(`${values.corpus}/`);
}

function corpusIn(folder: URL): Examples {
  try {
    return readCorpus(folder);
  } catch (error) {
    throw new BadInput(`--corpus: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The proposals in the order of the files, numbered. */
function numbered(proposed: readonly Proposal[]): readonly Numbered[] {
  return AREAS.flatMap((area) => proposed.filter((proposal) => proposal.area === area)).map(
    (proposal, at) => ({
      ...proposal,
      number: at + 1,
    }),
  );
}

/** The proposals that `--only` selects by their printed numbers. */
function chosenOf(all: readonly Numbered[], { values }: Arguments): readonly Numbered[] {
  if (typeof values.only !== 'string') return all;
  const wanted = values.only.split(',').map((typed) => typed.trim());
  const strange = wanted.find((typed) => !all.some(({ number }) => String(number) === typed));
  if (strange !== undefined)
    throw new BadInput(`--only: "${strange}": there is no such proposal; there are ${all.length}`);
  return all.filter(({ number }) => wanted.includes(String(number)));
}

function changesBy(
  proposed: readonly Proposal[],
  corpus: Examples,
  lexicon: Lexicon,
  places: Places,
  today: string,
): readonly Change[] {
  const knowledge = knowledgeOf(places, lexicon);
  const skip: Skip = (text) => skipOf(text, today, knowledge);
  const folds = foldsOf(corpus);
  const before = crossValidate(folds, lexicon, skip);
  const calibrationBefore = calibrate(before);
  // The same folds as before, with the proposals dealt over them: any change then comes from the proposals.
  const grown = folds.map((fold, at) => [
    ...fold,
    ...proposed.filter((_, index) => index % folds.length === at),
  ]);
  const judged = crossValidate(grown, lexicon, skip);
  const calibration = calibrate(judged);
  const unlearnt = judge(corpus, proposed, lexicon, skip);
  const isNew = ({ example }: Judged) => proposed.some((one) => one === example);
  const change = (texts: Change['texts'], old: readonly Judged[], fresh: readonly Judged[]): Change => ({
    texts,
    before: accuracyOf(old, calibrationBefore),
    after: accuracyOf(fresh, calibration),
  });
  return [
    change(
      'corpus',
      before,
      judged.filter((entry) => !isNew(entry)),
    ),
    change('corrections', unlearnt, judged.filter(isNew)),
    change('together', [...before, ...unlearnt], judged),
  ];
}

async function write(proposed: readonly Proposal[], folder: URL, world: World): Promise<void> {
  for (const area of AREAS) {
    const lines = proposed.filter((proposal) => proposal.area === area).map(({ line }) => line);
    if (lines.length > 0) await append(fileURLToPath(new URL(`${area}.txt`, folder)), lines, world);
  }
}

async function append(path: string, lines: readonly string[], world: World): Promise<void> {
  const there = new TextDecoder().decode(await world.read(path));
  const joint = there === '' || there.endsWith('\n') ? '' : '\n';
  await world.write(path, new TextEncoder().encode(`${there}${joint}${lines.join('\n')}\n`));
}
