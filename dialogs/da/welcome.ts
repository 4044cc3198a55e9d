/** The greeting. */
export const welcome = {
  title: 'Hej, jeg er Indgang',
  purpose:
    'Jeg hjælper jer med at finde den rette dør til en virksomhed og sende sagen videre, så virksomheden får svar inden 48 timer.',
  howTo: 'Skriv bare, hvad virksomheden har brug for, eller brug knapperne.',
};
