import type { basisText as da } from '../da/basis-text.ts';

export const basisText: typeof da = {
  texts: {
    'this-case':
      'We would like to register your details in the shared CRM and share them with those who are to help you in this case. You can withdraw your consent at any time.',
    'all-public-business-service':
      'We would like to register your details in the shared CRM and share them with the public business service, in later cases too. You can withdraw your consent at any time.',
  },
  readOut: (text, version) => `Read out: “${text}” (consent text ${version})`,
  covers: (scope) => `covers ${scope.toLowerCase()}`,
  version: (version) => `consent text ${version}`,
};
