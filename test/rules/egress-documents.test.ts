/** docs/egress.md and the code say the same. */
import { expect, test } from 'vitest';
import {
  requestsPerAgentMax,
  requestsPerRunMax,
  requestsPerTenantMax,
} from '../../node-agent/broker/egress-bounds.ts';
import { egressSettings } from '../../node-agent/broker/egress-settings.ts';
import { fetchFailures } from '../../node-agent/frames/fetch-call.ts';
import { tableUnder } from './support/markdown-table.ts';
import { readProjectFile } from './support/project-files.ts';

const { text } = readProjectFile('docs/egress.md');

function firstCells(heading: string): string[] {
  return tableUnder(text, heading).map(([cell = '']) => cell.replaceAll('`', ''));
}

test('docs/egress.md has every reason why there is no response', () => {
  expect(firstCells('## When there is no response')).toEqual([...fetchFailures]);
});

test('docs/egress.md has every setting', () => {
  expect(firstCells('## What an operator allows')).toEqual(Object.keys(egressSettings));
});

test('docs/egress.md says how many requests there may be', () => {
  expect(text.replaceAll('\n', ' ')).toContain(
    `A run has ${requestsPerRunMax} requests under way, and its others wait in their order; a tenant has ${requestsPerTenantMax} on a node, a node ${requestsPerAgentMax},`,
  );
});
