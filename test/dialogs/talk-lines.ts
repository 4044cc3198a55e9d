import { readFileSync } from 'node:fs';

/** A line that somebody types to the bot, with what it is. */
export interface TalkLine {
  readonly sign: '-' | '?' | '+';
  readonly text: string;
  /** The answer to a question: its kind, and what it is about. */
  readonly answer: string | undefined;
}

/** The lines of `talk-lines.txt`. */
export const TALK_LINES: readonly TalkLine[] = readFileSync(
  new URL('talk-lines.txt', import.meta.url),
  'utf8',
)
  .split('\n')
  .filter((line) => /^[-?+] /.test(line))
  .map((line) => {
    const [text = '', answer] = line.slice(2).split(' => ');
    return { sign: line[0] as TalkLine['sign'], text, answer };
  });
