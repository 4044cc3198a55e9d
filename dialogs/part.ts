/** A part of a sentence, empty unless everything in it is known: ``part` hos ${organisation}` ``. */
export function part(
  texts: TemplateStringsArray,
  ...values: readonly (string | number | undefined)[]
): string {
  if (values.some((value) => value === undefined || value === '')) return '';
  return texts.reduce((before, text, at) => `${before}${values[at - 1]}${text}`);
}
