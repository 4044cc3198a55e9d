import type { BasisScope } from '../../src/core/vocabulary.ts';

/** The text that is read out when consent is asked, by what it covers. A changed text needs a new `BASIS_TEXT_VERSION`. */
const texts: Readonly<Record<BasisScope, string>> = {
  'this-case':
    'Vi vil gerne registrere dine oplysninger i det fælles CRM-system og dele dem med dem, der skal hjælpe dig i denne sag. Du kan altid trække dit samtykke tilbage.',
  'all-public-business-service':
    'Vi vil gerne registrere dine oplysninger i det fælles CRM-system og dele dem med den offentlige erhvervsservice, også i senere sager. Du kan altid trække dit samtykke tilbage.',
};

/** The consent text, on the card that asks and on the case. */
export const basisText = {
  texts,
  readOut: (text: string, version: string) => `Læs op: »${text}« (samtykketekst ${version})`,
  /** What the basis of a case covers. */
  covers: (scope: string) => `gælder ${scope.toLowerCase()}`,
  version: (version: string) => `samtykketekst ${version}`,
};
