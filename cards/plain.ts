/**
 * Text made safe for a client that reads Markdown in it: what people type must not become a link, a heading or emphasis.
 * Only characters that would do something where they stand are escaped, so that names and e-mail addresses stay as they
 * are. Control characters and the marks that turn the direction of writing are dropped.
 */
export function plain(text: string): string {
  return text
    .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
      character === '\n' ? '\n' : ' ',
    )
    .replace(/[\\`*[\]<~]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/^(\s*)([#>+-]|\d+[.)])(?=\s|$)/gm, (_, space: string, mark: string) =>
      /^\d/.test(mark) ? `${space}${mark.slice(0, -1)}\\${mark.slice(-1)}` : `${space}\\${mark}`,
    );
}
