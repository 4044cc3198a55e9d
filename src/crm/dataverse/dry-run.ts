import type { CrmRecord } from '../../app/ports/crm.ts';
import { createDataverseCrm } from './dataverse-crm.ts';
import { DataverseError } from './dataverse-error.ts';
import type { Mapping } from './mapping.ts';
import type { Answer, DataverseClient, Request } from './web-request.ts';

/** The requests with which the record would come to an empty organisation, in order. Nothing is sent. Throws `CrmError`. */
export async function requestsOf(record: CrmRecord, mapping: Mapping): Promise<readonly Request[]> {
  const sent: Request[] = [];
  const made = new Set<string>();
  const answer = (request: Request): Answer => {
    const [address = '', query = ''] = request.path.split('?');
    const select = new URLSearchParams(query).get('$select') ?? '';
    if (request.method !== 'GET') {
      sent.push({ ...request, path: decodeURIComponent(address) });
      made.add(address);
    } else if (!made.has(address)) {
      throw new DataverseError({ status: 404, code: '', message: '', retryAfterSeconds: null });
    }
    const [id = ''] = select.split(',');
    return { status: 200, body: { '@odata.etag': 'W/"1"', [id]: 'dry-run' } };
  };
  const client: DataverseClient = {
    send: async (request) => answer(request),
    sendAll: async (requests) => requests.map(answer),
  };
  await createDataverseCrm({ client, mapping }).save(record);
  return sent;
}
