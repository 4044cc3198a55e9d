import type { webhooks as danish } from '../da/webhooks.ts';

/** `indgang webhook test` and `list`: how a receiver answered, by the code of the answer. */
export const webhooks: typeof danish = {
  answers: {
    taken: 'The receiver took the message.',
    gone: 'The receiver answers 410: the address is no longer in use. Add another webhook, or remove this one.',
    redirect: 'The receiver sends on to another address, which we do not follow. Mend the address.',
    'private-address':
      'The address is on a private network. Name its host in WEBHOOK_PRIVATE_HOSTS if it is meant.',
    'unknown-host': 'There is no host of that name. Check the address.',
    refused: 'There is no connection to the receiver. Check the address, the port and the firewall.',
    'broken-off': 'The connection was broken off. Try again, and look into the receiver’s log.',
    'no-answer': 'The receiver did not answer within 15 seconds.',
    certificate:
      'The receiver’s certificate cannot be verified. Renew it, or name its authority in NODE_EXTRA_CA_CERTS.',
    'not-sent': 'The message could not be sent. Check the address and the network.',
  },
  status: (status) => `The receiver answers ${status}. Look into its log, and try again.`,
  unknown: (code) => `The message was not taken (${code}).`,
  resumed: 'The webhook is on again, and is told anew of all its cases.',
  states: {
    on: 'on',
    gone: 'off: the receiver is no longer there',
    failing: 'off: the receiver has failed for four days',
  },
  columns: {
    id: 'id',
    name: 'name',
    url: 'address',
    organisations: 'organisations',
    createdAt: 'added',
    state: 'state',
    failingSince: 'failing since',
    failedBy: 'last failure',
  },
  none: 'There are no webhooks.',
};
