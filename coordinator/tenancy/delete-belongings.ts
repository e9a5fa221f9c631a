/** What a tenant leaves behind goes with it: whoever gets its name next shall not have any of it. */
import type { FunctionRegistry } from '../functions/function-registry.ts';

interface Belongings {
  readonly functions: Pick<FunctionRegistry, 'list' | 'deleteFunction'>;
  readonly sessions: {
    list(tenantId: string): Promise<readonly { readonly sessionId: string }[]>;
    close(tenantId: string, sessionId: string): Promise<boolean>;
  };
  /** Those that are kept. */
  readonly forgetResults: (tenantId: string) => Promise<void>;
}

const functionsAtOnce = 100;

/** May be repeated. Sessions on nodes that are not connected end with their idle time. */
export async function deleteBelongings(
  { functions, sessions, forgetResults }: Belongings,
  tenantId: string,
): Promise<void> {
  for (;;) {
    const some = await functions.list(tenantId, '', functionsAtOnce);
    if (some.length === 0) break;
    for (const { name } of some) await functions.deleteFunction({ tenantId, name });
  }
  const open = await sessions.list(tenantId);
  await Promise.all(open.map(({ sessionId }) => sessions.close(tenantId, sessionId)));
  await forgetResults(tenantId);
}
