/** Problems of the API, as its callers' programs show them: a title, and what to do about it. */
export const api = {
  problems: {
    'token-missing': { title: 'Token missing', detail: 'Send the token as "Authorization: Bearer …".' },
    'token-refused': {
      title: 'The token is not valid',
      detail: 'It is unknown, expired or revoked. Ask the operator for a new one.',
    },
    'token-scope': {
      title: 'The token does not cover this',
      detail: 'Its scope is another. Ask the operator for one that covers it.',
    },
    'token-organisation': {
      title: 'Another organisation',
      detail: 'The token is not for that organisation.',
    },
    'organisation-needed': {
      title: 'Organisation missing',
      detail: 'The token is for several organisations. Say in "organisation" which one received the enquiry.',
    },
    'too-many-requests': {
      title: 'Too many requests',
      detail: 'Wait as many seconds as "Retry-After" says, and try again.',
    },
    'key-needed': {
      title: 'Idempotency-Key missing',
      detail:
        'Send a key of 1-200 characters in "Idempotency-Key". Use the same one when the same enquiry is sent again.',
    },
    'key-reused': {
      title: 'The key has been used',
      detail: 'Another enquiry was sent with this "Idempotency-Key". Give this one a key of its own.',
    },
    'not-json': {
      title: 'No readable JSON',
      detail: 'The enquiry must be one JSON object in UTF-8.',
    },
    'fields-refused': {
      title: 'Fields to correct',
      detail: 'Nothing was kept. "errors" says field by field what is wrong.',
    },
    'case-refused': { title: 'The case cannot take this', detail: 'Nothing was kept.' },
    'unknown-case': {
      title: 'Unknown case',
      detail: 'There is no such case, or the token’s organisations may not see it.',
    },
    'too-large': { title: 'Too large', detail: 'The enquiry takes up too much room.' },
    'too-slow': {
      title: 'Did not arrive in time',
      detail: 'The rest of the enquiry did not come. Send it again.',
    },
    'wrong-type': {
      title: 'Wrong content type',
      detail: 'Send "Content-Type: application/json" in UTF-8, uncompressed.',
    },
    'not-read': {
      title: 'Could not be read',
      detail: 'The request did not arrive whole. Send it again.',
    },
    'register-away': {
      title: 'The company register does not answer',
      detail:
        'Nothing is kept. Send the enquiry again with the same key after as many seconds as "Retry-After" says, or send the municipality along.',
    },
    busy: { title: 'Busy', detail: 'There is much to do at the moment. Try again shortly.' },
    fault: {
      title: 'A fault of ours',
      detail: 'Send the enquiry again with the same key. It becomes one case only.',
    },
  },
  fields: {
    'unknown-field': 'There is no such field.',
    'wrong-type': 'The value has the wrong type.',
    'not-an-instant': 'Write the moment as 2026-11-20T09:00:00Z.',
    'instant-ahead': 'The moment has not come yet.',
    'instant-too-old': (days: number) => `The moment is more than ${days} days ago.`,
  },
};
