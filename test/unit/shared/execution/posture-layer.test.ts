import { expect, test } from 'vitest';
import { lockdownLayers } from '../../../../node-agent/frames/lockdown.ts';
import { memoryCeilingKinds } from '../../../../node-agent/pool/memory-ceiling.ts';
import { postureLayers } from '../../../../shared/execution/posture-layer.ts';

test('executions can demand every layer that node-agents report, and no other', () => {
  expect(postureLayers).toEqual([...lockdownLayers, ...memoryCeilingKinds]);
});
