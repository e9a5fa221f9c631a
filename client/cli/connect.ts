/**
 * The client, loaded when a command needs it: gRPC is half of the command's own start, and what
 * can be begun before should be.
 */
import { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { IsopodClientOptions } from '../sdk/client-options.ts';
import type { IsopodClient } from '../sdk/isopod-client.ts';
import { UsageMistake } from './usage-mistake.ts';

/** Throws UsageMistake where certificates cannot be used. */
export async function connect(options: IsopodClientOptions): Promise<IsopodClient> {
  const { IsopodClient: Client } = await import('../sdk/isopod-client.ts');
  try {
    return new Client(options);
  } catch (thrown) {
    if (options.tls === undefined || thrown instanceof IsopodError) throw thrown;
    const why = thrown instanceof Error ? thrown.message : String(thrown);
    throw new UsageMistake(`Could not use what --ca, --cert and --key name: ${why}`);
  }
}
