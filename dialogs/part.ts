/** A part of a sentence that is said only where everything in it is known: ``part` hos ${organisation}` ``. */
export function part(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  if (values.some((value) => value === undefined || value === '')) return '';
  return texts.reduce((said, text, at) => `${said}${values[at - 1]}${text}`);
}
