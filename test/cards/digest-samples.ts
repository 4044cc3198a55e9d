import type { Answer } from '../../src/core/answer.ts';
import { MUNICIPALITIES } from '../../src/core/municipalities.ts';
import { houseOf } from '../../src/core/organisation.ts';

/** Digests: a quiet month of an office, a usual one, and the longest, of a house with every municipality. */

const line = {
  municipality: '791',
  handovers: 3,
  users: 2,
  served: 5,
  individual: 2,
  collective: 4,
} as const;
const own = MUNICIPALITIES.map(({ code }) => code).filter((code) => houseOf(code) === 'ehm-midtjylland');

export const DIGEST_SAMPLES: Readonly<Record<string, Answer>> = {
  'digest of an office': {
    kind: 'digest',
    organisation: 'les-791',
    month: '2026-10',
    lines: [line],
    sent: null,
  },
  'digest of a quiet month': {
    kind: 'digest',
    organisation: 'les-791',
    month: '2026-10',
    lines: [{ municipality: '791', handovers: 0, users: 0, served: 0, individual: 0, collective: 0 }],
    sent: null,
  },
  'digest of a house': {
    kind: 'digest',
    organisation: 'ehm-midtjylland',
    month: '2026-10',
    lines: own.map((municipality) => ({ ...line, municipality })),
    sent: true,
  },
  'digest that is switched off': {
    kind: 'digest',
    organisation: 'ehm-midtjylland',
    month: '2026-10',
    lines: [line],
    sent: false,
  },
};
