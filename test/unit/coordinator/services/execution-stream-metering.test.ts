import fc from 'fast-check';
import { expect, test } from 'vitest';
import { TenantCaller } from '../../../../coordinator/tenancy/caller.ts';
import type { ExecuteStreamCommand } from '../../../../shared/generated/isopod/v1/ExecuteStreamCommand.ts';
import { exampleContent } from '../../../support/example-functions.ts';
import { examplePolicy, exampleTenancy } from '../../../support/example-tenants.ts';
import { ScriptedClient } from '../../../support/scripted-client.ts';

const executionsMax = 5;

/** A stream of a tenant that may have few executions at once, and what is counted of it. */
async function meteredClient() {
  const { tenancy } = await exampleTenancy();
  await tenancy.registry.create('acme', examplePolicy({ quotas: { executionsMax } }));
  const caller = new TenantCaller('acme', undefined, tenancy.directory);
  const client = new ScriptedClient({ caller, runsMax: 3 });
  await client.functions.deploy({ tenantId: 'acme', name: 'price' }, exampleContent('7'));
  const usage = () => tenancy.directory.account('acme')?.meter.usage;
  return { client, usage, tenancy };
}

type Step =
  | { readonly name: 'execute'; readonly how: 'source' | 'nothing' | 'function' | 'no function' }
  | { readonly name: 'cancel'; readonly executionId: number }
  | { readonly name: 'end'; readonly cpuUs: number }
  | { readonly name: 'refuse' | 'time passes' };

const executions: Readonly<Record<string, ExecuteStreamCommand['execute']>> = {
  source: { execution: { source: { text: '1' } }, timeLimit: { nanos: 50_000_000 } },
  nothing: { execution: {} },
  function: { execution: { function: { name: 'price' } } },
  'no function': { execution: { function: { name: 'prize' } } },
};

const arbitraryStep: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    name: fc.constant('execute'),
    how: fc.constantFrom('source', 'source', 'nothing', 'function', 'no function'),
  }),
  fc.record({ name: fc.constant('cancel'), executionId: fc.integer({ min: 1, max: 20 }) }),
  fc.record({ name: fc.constant('end'), cpuUs: fc.integer({ min: 0, max: 9_000 }) }),
  fc.record({ name: fc.constantFrom('refuse', 'time passes') }),
);

test('ExecutionStream gives every place back, however its executions and it end', async () => {
  const endings = fc.constantFrom('gone', 'halfClosed', 'shutDown');
  await fc.assert(
    fc.asyncProperty(fc.array(arbitraryStep, { maxLength: 40 }), endings, async (steps, ending) => {
      const { client, usage } = await meteredClient();
      let lastId = 0;
      let spentUs = 0;
      const endOne = (cpuUs: number): void => {
        const [runId] = client.node.running.keys();
        if (runId === undefined) return;
        const isCancelled = client.node.cancelledRunIds.includes(runId);
        spentUs += cpuUs;
        client.node.end(runId, { word: isCancelled ? 'CANCELLED' : 'SUCCEEDED', usage: { cpuUs } });
      };
      for (const step of steps) {
        if (step.name === 'execute')
          await client.send({ executionId: ++lastId, execute: executions[step.how] ?? null });
        else if (step.name === 'cancel' && lastId > 0)
          await client.send({ executionId: step.executionId, cancel: {} });
        else if (step.name === 'end') endOne(step.cpuUs);
        else if (step.name === 'time passes') await client.cluster.clock.advance(30);
        await client.cluster.settle();
        expect(usage()?.executions).toBeLessThanOrEqual(executionsMax);
        expect(usage()?.executions).toBe(lastId - client.ends.length);
      }
      client.stream[ending]();
      for (let round = 0; round < 100 && client.node.running.size > 0; round++) {
        endOne(1);
        await client.cluster.clock.advance(30);
      }
      await client.cluster.clock.advance(5_000);
      expect(usage()?.executions).toBe(0);
      expect(usage()?.cpuUs).toBe(spentUs);
    }),
    { numRuns: 150 },
  );
});

test('ExecutionStream of a key that is revoked ends, with all that runs on it', async () => {
  const { client, usage, tenancy } = await meteredClient();
  await client.send(
    ...[1, 2, 3, 4].map((executionId) => ({ executionId, execute: executions['source'] ?? null })),
  );
  expect(usage()?.executions).toBe(4);
  await tenancy.registry.delete('acme');
  expect(client.failure).toMatchObject({
    reason: 'UNAUTHENTICATED',
    message: 'Could not go on with the stream: its tenant was deleted',
  });
  await client.cluster.settle();
  expect(client.node.cancelledRunIds).toHaveLength(3);
  expect(client.calls).toEqual(['closed', 'fail']);
});
