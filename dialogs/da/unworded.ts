/** Fallbacks for codes of a later release, which have no sentence here. */
export const unworded = {
  notice: (code: string) => `Besked: ${code}`,
  refusal: (code: string) =>
    `Det kan ikke lade sig gøre (${code}). Skriv "hjælp" for at se, hvad du kan gøre.`,
};
