/**
 * The client, loaded when a command needs it: gRPC is half of the command's own start, and what
 * can be begun before should be.
 */
import type { IsopodClientOptions } from '../sdk/client-options.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';

export async function connect(options: IsopodClientOptions): Promise<IsopodClient> {
  const { IsopodClient: Client } = await import('../sdk/isopod-client.ts');
  return new Client(options);
}
