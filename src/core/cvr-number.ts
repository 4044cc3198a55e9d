const WEIGHTS = [2, 7, 6, 5, 4, 3, 2, 1] as const;

/** Whether eight digits are a valid Danish CVR number (modulus 11, Erhvervsstyrelsen's weights 2-7-6-5-4-3-2-1). */
export function isCvrNumber(text: string): boolean {
  if (!/^[1-9]\d{7}$/.test(text)) return false;
  return WEIGHTS.reduce((sum, weight, i) => sum + weight * Number(text[i]), 0) % 11 === 0;
}

/** The digits of a CVR number typed with spaces, dots, a `DK` prefix or its label. Other text is returned trimmed. */
export function normaliseCvr(text: string): string {
  const digits = text
    .trim()
    .replace(/^(?:(?:cvr|se)(?:[\s.-]{0,2}(?:nr|nummer|no|number))?[\s.:-]*(?:er|is)?\s*)?(?:dk)?[\s-]?/i, '')
    .replace(/[\s.-]/g, '');
  return /^\d+$/.test(digits) ? digits : text.trim();
}

/** Whether the text has the shape of a P-number (ten digits; production units begin with 1). */
export function isPNumber(text: string): boolean {
  return /^1\d{9}$/.test(text);
}
