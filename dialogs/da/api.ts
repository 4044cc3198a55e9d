/** Problems of the API, as its callers' programs show them: a title, and what to do about it. */
export const api = {
  problems: {
    'token-missing': {
      title: 'Adgangsnøgle mangler',
      detail: 'Send adgangsnøglen med som "Authorization: Bearer …".',
    },
    'token-refused': {
      title: 'Adgangsnøglen gælder ikke',
      detail: 'Den er ukendt, udløbet eller trukket tilbage. Bed driften om en ny.',
    },
    'token-scope': {
      title: 'Adgangsnøglen rækker ikke',
      detail: 'Den gælder ikke til dette. Bed driften om en, der gør.',
    },
    'token-organisation': {
      title: 'En anden organisation',
      detail: 'Adgangsnøglen gælder ikke for den organisation.',
    },
    'organisation-needed': {
      title: 'Organisation mangler',
      detail:
        'Adgangsnøglen gælder for flere organisationer. Skriv i "organisation", hvem der fik henvendelsen.',
    },
    'too-many-requests': {
      title: 'For mange kald',
      detail: 'Vent så mange sekunder, som der står i "Retry-After", og prøv igen.',
    },
    'key-needed': {
      title: 'Idempotency-Key mangler',
      detail:
        'Send en nøgle på 1-200 tegn i "Idempotency-Key". Brug den samme, når samme henvendelse sendes igen.',
    },
    'key-reused': {
      title: 'Nøglen er brugt',
      detail: 'En anden henvendelse er sendt med samme "Idempotency-Key". Giv denne sin egen.',
    },
    'not-json': {
      title: 'Ikke læselig JSON',
      detail: 'Henvendelsen skal være ét JSON-objekt i UTF-8.',
    },
    'fields-refused': {
      title: 'Felter, der skal rettes',
      detail: 'Intet er gemt. "errors" siger felt for felt, hvad der er galt.',
    },
    'case-refused': {
      title: 'Det kan sagen ikke',
      detail: 'Intet er gemt.',
    },
    'unknown-case': {
      title: 'Ukendt sag',
      detail: 'Sagen findes ikke, eller adgangsnøglens organisationer må ikke se den.',
    },
    'too-large': { title: 'For stor', detail: 'Henvendelsen fylder for meget.' },
    'too-slow': { title: 'Kom ikke frem i tide', detail: 'Resten af henvendelsen udeblev. Send den igen.' },
    'wrong-type': {
      title: 'Forkert indholdstype',
      detail: 'Send "Content-Type: application/json" i UTF-8 uden komprimering.',
    },
    'not-read': { title: 'Kunne ikke læses', detail: 'Forespørgslen kom ikke hel frem. Send den igen.' },
    'register-away': {
      title: 'Virksomhedsregisteret svarer ikke',
      detail:
        'Intet er gemt. Send henvendelsen igen med samme nøgle efter så mange sekunder, som der står i "Retry-After", eller send kommunen med.',
    },
    busy: { title: 'Optaget', detail: 'Der er travlt lige nu. Prøv igen om lidt.' },
    fault: {
      title: 'Fejl hos os',
      detail: 'Send henvendelsen igen med samme nøgle. Den bliver kun til én sag.',
    },
  },
  fields: {
    'unknown-field': 'Feltet findes ikke.',
    'wrong-type': 'Værdien har en forkert type.',
    'not-an-instant': 'Skriv tidspunktet som 2026-11-20T09:00:00Z.',
    'instant-ahead': 'Tidspunktet er ikke kommet endnu.',
    'instant-too-old': (days: number) => `Tidspunktet er mere end ${days} dage siden.`,
  },
};
