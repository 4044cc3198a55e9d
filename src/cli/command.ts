import type { ParseArgsConfig } from 'node:util';

/** The world as a command sees it. */
export interface World {
  /** One piece of output; ends its own line. */
  readonly out: (text: string) => void;
  /** One line about something wrong. */
  readonly error: (line: string) => void;
  /** The bytes of a file; `-` is the standard input. */
  readonly read: (file: string) => Promise<Uint8Array>;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** ISO instant. */
  readonly now: () => string;
}

/** 0: done; 1: a fault of ours; 2: bad input. */
export type ExitStatus = 0 | 1 | 2;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** One command, in a file of its own. */
export interface CliCommand {
  /** `indgang triage [FILE|-] [--municipalities DIR]` */
  readonly usage: string;
  /** What it does, for `--help`. */
  readonly help: string;
  /** Its options besides `--help` and `--json`, which every command has. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** How many positional arguments it takes at most. */
  readonly positionals: number;
  readonly run: (args: Arguments, world: World) => Promise<ExitStatus>;
}

/** Input that cannot be used: the message names what was wrong and where. Ends the command with status 2. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadInput';
  }
}
