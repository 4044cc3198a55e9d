import { createDataverseClient } from '../../../src/crm/dataverse/dataverse-client.ts';
import { createDataverseCrm } from '../../../src/crm/dataverse/dataverse-crm.ts';
import { DEFAULT_MAPPING } from '../../../src/crm/dataverse/default-mapping.ts';
import { keepsTheCrmContract } from '../contract.ts';
import { startDataverse } from './dataverse-server.ts';

keepsTheCrmContract('Dataverse', async () => {
  const server = await startDataverse();
  let isDown = false;
  const down = () => {
    server.next('cut-before');
  };
  const client = createDataverseClient({
    url: server.url,
    token: async () => {
      if (isDown) down();
      return 'token-1';
    },
  });
  return {
    crm: createDataverseCrm({ client, mapping: DEFAULT_MAPPING }),
    takeDown: async () => {
      isDown = true;
    },
    bringBack: async () => {
      isDown = false;
    },
    close: () => server.close(),
  };
});
