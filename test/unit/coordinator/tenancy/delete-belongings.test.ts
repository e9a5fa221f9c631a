import { expect, test } from 'vitest';
import { deleteBelongings } from '../../../../coordinator/tenancy/delete-belongings.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { exampleContent, exampleRegistry } from '../../../support/example-functions.ts';

test('deleteBelongings deletes the functions, sessions and results of the one tenant', async () => {
  const functions = exampleRegistry(new VirtualClock());
  for (let index = 0; index < 250; index++)
    await functions.deploy({ tenantId: 'acme', name: `f${index}` }, exampleContent('7'));
  await functions.deploy({ tenantId: 'other', name: 'price' }, exampleContent('7'));
  const closed: string[] = [];
  const sessions = {
    list: async (tenantId: string) => [
      { sessionId: `${tenantId}.1` },
      { sessionId: `${tenantId}.2` },
    ],
    close: async (tenantId: string, sessionId: string) => {
      closed.push(`${tenantId} ${sessionId}`);
      return true;
    },
  };
  const forgotten: string[] = [];
  const forgetResults = async (tenantId: string): Promise<void> => void forgotten.push(tenantId);
  await deleteBelongings({ functions, sessions, forgetResults }, 'acme');
  expect(forgotten).toEqual(['acme']);
  expect(await functions.list('acme', '', 1)).toEqual([]);
  expect(await functions.list('other', '', 2)).toHaveLength(1);
  expect(closed).toEqual(['acme acme.1', 'acme acme.2']);
});
