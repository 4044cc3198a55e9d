/**
 * Text made safe for a client that reads Markdown in it: what people type must not become a link, markup or emphasis.
 * Only what would do something where it stands is changed, so that names and e-mail addresses stay as they are. Control
 * characters and the marks that turn the direction of writing are dropped.
 */
export function plain(text: string): string {
  return (
    text
      .replace(/[\p{Cc}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, (character) =>
        character === '\n' ? '\n' : ' ',
      )
      // Not escaped with a backslash: clients differ in whether they show it.
      .replace(/\](?=[([:])/g, '] ')
      .replace(/<(?=[\p{L}/!?])/gu, '‹')
      .replace(/[\\`*]/g, '\\$&')
      .replace(/~(?=~)/g, '~ ')
      .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
  );
}
