/** Block Kit's limits, in characters and elements (Slack's reference; limits.md). */
export const LIMITS = {
  messageBlocks: 50,
  windowBlocks: 100,
  header: 150,
  section: 3000,
  richText: 3000,
  context: 2000,
  buttons: 25,
  button: 75,
  buttonValue: 2000,
  actionId: 255,
  label: 2000,
  hint: 2000,
  placeholder: 150,
  option: 75,
  options: 100,
  expandedOptions: 10,
  inputLength: 3000,
  windowTitle: 24,
  metadata: 3000,
  fallbackText: 3000,
} as const;

/** At most so many characters, the cut shown by an ellipsis; never empty, which Slack refuses. */
export function clip(text: string, length: number): string {
  const clean = text.trim() === '' ? '–' : text.trim();
  if (clean.length <= length) return clean;
  // A cut must not fall between the halves of a surrogate pair.
  return `${clean.slice(0, length - 1).replace(/[\uD800-\uDBFF]$/, '')}…`;
}
