/** `indgang webhook test` and `list`: how a receiver answered, by the code of the answer. `status-` stands before any HTTP status. */
export const webhooks = {
  answers: {
    taken: 'Modtageren tog imod beskeden.',
    gone: 'Modtageren svarer 410: adressen bruges ikke mere. Opret en ny webhook, eller fjern denne.',
    redirect: 'Modtageren sender videre til en anden adresse, og det følger vi ikke. Ret adressen.',
    'private-address':
      'Adressen ligger på et privat net. Skriv værten i WEBHOOK_PRIVATE_HOSTS, hvis det er meningen.',
    'unknown-host': 'Værtens navn findes ikke. Kontrollér adressen.',
    refused: 'Der er ingen forbindelse til modtageren. Kontrollér adressen, porten og firewallen.',
    'broken-off': 'Forbindelsen blev afbrudt. Prøv igen, og se i modtagerens log.',
    'no-answer': 'Modtageren svarede ikke inden for 15 sekunder.',
    certificate:
      'Modtagerens certifikat kan ikke godkendes. Forny det, eller angiv dets udsteder i NODE_EXTRA_CA_CERTS.',
    'not-sent': 'Beskeden kunne ikke sendes. Kontrollér adressen og netværket.',
  },
  status: (status: string) => `Modtageren svarer ${status}. Se i dens log, og prøv igen.`,
  unknown: (code: string) => `Beskeden blev ikke taget imod (${code}).`,
  resumed: 'Webhooken er slået til igen og får besked om alle sine sager på ny.',
  states: {
    on: 'til',
    gone: 'slået fra: modtageren findes ikke mere',
    failing: 'slået fra: modtageren har fejlet i fire dage',
  },
  columns: {
    id: 'id',
    name: 'navn',
    url: 'adresse',
    organisations: 'organisationer',
    createdAt: 'oprettet',
    state: 'tilstand',
    failingSince: 'fejler siden',
    failedBy: 'seneste fejl',
  },
  none: 'Der er ingen webhooks.',
};
