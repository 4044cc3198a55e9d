import type { DigestStore } from '../../src/app/ports/stores/digest-store.ts';
import type { OrganisationId } from '../../src/core/organisation.ts';
import { Kept, type Undo } from './kept.ts';

interface Digest {
  readonly organisation: OrganisationId;
  readonly month: string;
  readonly wanted: boolean;
}

export interface MemoryDigests {
  readonly store: DigestStore;
  forget(): void;
}

/** Digests over plain maps. */
export function createMemoryDigests(undo: Undo): MemoryDigests {
  const digests = new Kept<Digest>(undo);
  const of = (organisation: OrganisationId): Digest =>
    digests.get(organisation) ?? { organisation, month: '', wanted: true };
  return {
    store: {
      settledFor: async (month) =>
        new Set(
          digests
            .all()
            .filter((one) => one.month >= month || !one.wanted)
            .map(({ organisation }) => organisation),
        ),
      isOff: async (organisation) => !of(organisation).wanted,
      async claim(organisation, month) {
        const known = of(organisation);
        if (!known.wanted || known.month >= month) return false;
        digests.set(organisation, { ...known, month });
        return true;
      },
      async saveOff(organisation, off) {
        digests.set(organisation, { ...of(organisation), wanted: !off });
      },
    },
    forget: () => digests.map.clear(),
  };
}
