import { dirname, relative } from 'node:path';
import type { Reporter, TestModule, Vitest } from 'vitest/node';

const SLOWEST_FILES = 10;

interface Spent {
  readonly name: string;
  readonly seconds: number;
}

/** Seconds of a file: its worker's start, its imports, its hooks and its tests. */
function spentOn(module: TestModule, root: string): Spent {
  const took = module.diagnostic();
  const milliseconds =
    took.environmentSetupDuration +
    took.prepareDuration +
    took.setupDuration +
    took.collectDuration +
    took.duration;
  const run = module.project.name === 'postgres' ? ', on PostgreSQL' : '';
  return { name: `${relative(root, module.moduleId)}${run}`, seconds: milliseconds / 1000 };
}

function byFolder(files: readonly Spent[]): Spent[] {
  const folders = Map.groupBy(files, ({ name }) => dirname(name));
  return [...folders].map(([name, inIt]) => ({
    name: `${name}/ (${inIt.length})`,
    seconds: inIt.reduce((sum, { seconds }) => sum + seconds, 0),
  }));
}

/** A vitest reporter: where the time of a run went, by folder and by the slowest files. Files that run side by side both count. */
export class TimeByFile implements Reporter {
  #vitest: Vitest | undefined;

  onInit(vitest: Vitest): void {
    this.#vitest = vitest;
  }

  onTestRunEnd(modules: readonly TestModule[]): void {
    const vitest = this.#vitest;
    if (!vitest || modules.length < 2) return;
    const files = modules.map((module) => spentOn(module, vitest.config.root));
    const all = files.reduce((sum, { seconds }) => sum + seconds, 0);
    const line = ({ name, seconds }: Spent) =>
      `${seconds.toFixed(1).padStart(8)} s ${Math.round((100 * seconds) / all)
        .toString()
        .padStart(3)} %  ${name}`;
    const slowestFirst = (some: readonly Spent[]) => some.toSorted((a, b) => b.seconds - a.seconds).map(line);
    vitest.logger.log(
      [
        `  Time of ${files.length} files, ${all.toFixed(0)} s in all, by folder:`,
        ...slowestFirst(byFolder(files)),
        '  The slowest files:',
        ...slowestFirst(files).slice(0, SLOWEST_FILES),
        '',
      ].join('\n'),
    );
  }
}
