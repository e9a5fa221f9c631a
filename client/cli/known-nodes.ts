/** The nodes of a cluster, for who only wants to know what runs there. */
import { toIsopodError } from '../../shared/errors/isopod-error.ts';
import type { NodeDescription } from '../../shared/wire/node-description-codec.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';

/** None where the caller's key is a tenant's: nodes are for administrators. */
export async function knownNodes(
  client: Pick<IsopodClient, 'listNodes'>,
  signal: AbortSignal,
): Promise<readonly NodeDescription[]> {
  try {
    return await client.listNodes({ signal });
  } catch (thrown) {
    const error = toIsopodError(thrown);
    if (error.reason === 'PERMISSION_DENIED') return [];
    throw error;
  }
}
