import { expect, test } from 'vitest';
import { MemoryFunctionStore } from '../../../../coordinator/functions/memory-function-store.ts';
import {
  exampleRecord,
  functionStoreContract,
} from '../../../support/contracts/function-store-contract.ts';
import { exampleVersion } from '../../../support/example-functions.ts';

functionStoreContract('MemoryFunctionStore', async () => new MemoryFunctionStore());

test('MemoryFunctionStore takes no more than fits, whoever brings it, and again what was deleted', async () => {
  const store = new MemoryFunctionStore({ bytesMax: 3 * 4_096 });
  const version = exampleVersion(' '.repeat(1_024));
  const added = { record: exampleRecord([version]), added: version };
  const of = (tenantId: string) => ({ ...added, record: { ...added.record, tenantId } });
  expect(await Promise.all(['a', 'b', 'c'].map((tenantId) => store.save(of(tenantId))))).toEqual([
    ...[true, true, true],
  ]);
  await expect(store.save(of('d'))).rejects.toMatchObject({ reason: 'FUNCTION_LIMIT' });
  expect(await store.usage('d')).toEqual({ count: 0, sourceBytes: 0 });
  await store.delete(of('b').record);
  expect(await store.save(of('d'))).toBe(true);
  await expect(store.save(of('e'))).rejects.toMatchObject({ reason: 'FUNCTION_LIMIT' });
});
