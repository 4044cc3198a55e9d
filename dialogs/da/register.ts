/** Answers of the company register (CVR). */
export const register = {
  unavailable: 'CVR svarer ikke lige nu. Udfyld selv; vi slår op igen senere.',
  notFound: (cvr: string) => `CVR-nummeret ${cvr} findes ikke i registret. Tjek det, eller udfyld selv.`,
  found: 'Fundet i CVR',
  chooseCrisis: (button: string) => `Er det en krise, så vælg "${button}".`,
  tickCrisis: (field: string) => `Er det en krise, så sæt hak ved "${field}".`,
  isItOneOfThese: 'Er det en af disse?',
  orIsItOneOfThese: 'Eller er det en af disse?',
  choose: (company: string) => `Vælg ${company}`,
};
