import type { ParseArgsConfig } from 'node:util';

/** A command's access to the outside world. */
export interface World {
  /** Writes output, including its line end. */
  readonly out: (text: string) => void;
  /** Writes one line about a problem. */
  readonly error: (line: string) => void;
  /** Reads a file's bytes; `-` is the standard input. */
  readonly read: (file: string) => Promise<Uint8Array>;
  readonly write: (file: string, bytes: Uint8Array) => Promise<void>;
  /** The account of the operating system that runs the command, as the audit notes it. */
  readonly account: () => string;
  /** The current ISO instant. */
  readonly now: () => string;
}

/** 0: done; 1: a fault of ours; 2: bad input. */
export type ExitStatus = 0 | 1 | 2;

export interface Arguments {
  readonly positionals: readonly string[];
  readonly values: Readonly<Record<string, string | boolean | undefined>>;
}

/** A command, in a file of its own. */
export interface CliCommand {
  /** `indgang triage [FILE|-] [--municipalities DIR]` */
  readonly usage: string;
  /** The description for `--help`. */
  readonly help: string;
  /** Options besides `--help` and `--json`, which every command has. */
  readonly options: NonNullable<ParseArgsConfig['options']>;
  /** The most positional arguments. */
  readonly positionals: number;
  readonly run: (args: Arguments, world: World) => Promise<ExitStatus>;
}

/** Unusable input: the message names the problem and its place. Ends the command with status 2. */
export class BadInput extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'BadInput';
  }
}
