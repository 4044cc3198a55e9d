/** Limits of Block Kit, in characters and elements (Slack's reference; limits.md). */
export const LIMITS = {
  messageBlocks: 50,
  windowBlocks: 100,
  header: 150,
  containerTitle: 150,
  containerBlocks: 10,
  section: 3000,
  richText: 3000,
  context: 2000,
  buttons: 25,
  button: 75,
  /** Of a button's text for screen readers. */
  spoken: 75,
  buttonValue: 2000,
  actionId: 255,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  option: 75,
  optionValue: 150,
  options: 100,
  expandedOptions: 10,
  inputLength: 3000,
  windowTitle: 24,
  metadata: 3000,
} as const;

/**
 * Splits a text into pieces of at most `length` characters, at line or word ends where one is near. Only the white
 * space at the cuts is lost.
 */
export function pieces(text: string, length: number): readonly string[] {
  const found: string[] = [];
  let rest = text.trim();
  while (rest.length > length) {
    const part = rest.slice(0, length);
    const at = Math.max(part.lastIndexOf('\n'), part.lastIndexOf(' '));
    // A cut must not split a surrogate pair.
    const end = at > length * 0.8 ? at : /[\uD800-\uDBFF]$/.test(part) ? length - 1 : length;
    found.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' && found.length > 0 ? found : [...found, rest === '' ? '–' : rest];
}

/** Clips a text to `length` characters, with an ellipsis at the cut. Never empty, because Slack refuses empty texts. */
export function clip(text: string, length: number): string {
  const clean = text.trim() === '' ? '–' : text.trim();
  if (clean.length <= length) return clean;
  // A cut must not split a surrogate pair.
  return `${clean.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
