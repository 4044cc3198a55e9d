import type { Crm } from '../../../src/app/ports/crm.ts';
import { createDataverseClient } from '../../../src/crm/dataverse/dataverse-client.ts';
import { createDataverseCrm } from '../../../src/crm/dataverse/dataverse-crm.ts';
import { DEFAULT_MAPPING } from '../../../src/crm/dataverse/default-mapping.ts';
import type { Mapping } from '../../../src/crm/dataverse/mapping.ts';
import type { DataverseClient } from '../../../src/crm/dataverse/web-request.ts';
import { type DataverseServer, startDataverse } from './dataverse-server.ts';

/** The adapter in front of an organisation on this machine. */
export interface Connected {
  readonly server: DataverseServer;
  readonly client: DataverseClient;
  readonly crm: Crm;
  /** How often a token was asked for, and how often because one was refused. */
  readonly signIns: { asked: number; renewed: number };
  /** The values of a set's rows. */
  values(set: string): readonly Readonly<Record<string, unknown>>[];
}

export async function connect(mapping: Mapping = DEFAULT_MAPPING): Promise<Connected> {
  const server = await startDataverse();
  const signIns = { asked: 0, renewed: 0 };
  const client = createDataverseClient({
    url: server.url,
    token: async (renew) => {
      signIns.asked += 1;
      if (renew) signIns.renewed += 1;
      return `token-${signIns.renewed + 1}`;
    },
  });
  return {
    server,
    client,
    crm: createDataverseCrm({ client, mapping }),
    signIns,
    values: (set) => server.rows.all(set).map(({ values }) => values),
  };
}

/** Another process's adapter in front of the same organisation. */
export const connectTo = ({ url }: DataverseServer): Crm =>
  createDataverseCrm({
    client: createDataverseClient({ url, token: async () => 'token-1' }),
    mapping: DEFAULT_MAPPING,
  });
