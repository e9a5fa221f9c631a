import { expect, test } from 'vitest';
import {
  isGranted,
  isNodeScope,
  makeJoinToken,
  readJoinToken,
} from '../../../../shared/nodes/join-token.ts';

const nodeToken = 'the secret of all nodes';
const grant = { nodes: 'edge-*', expiresAtMs: 2_000 };

test('a join token grants what it was made for, until it expires', () => {
  const token = makeJoinToken(nodeToken, grant);
  expect(token).toMatch(/^isopod-join\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/);
  expect(readJoinToken(token, nodeToken, 1_999)).toEqual(grant);
  expect(readJoinToken(token, nodeToken, 2_000)).toBeUndefined();
});

test('a join token of another node token, or changed, or of another kind is none', () => {
  const token = makeJoinToken(nodeToken, grant);
  expect(readJoinToken(token, 'another secret', 0)).toBeUndefined();
  const [prefix, , signature] = token.split('.');
  const more = Buffer.from(JSON.stringify({ ...grant, nodes: '*' })).toString('base64url');
  expect(readJoinToken(`${prefix}.${more}.${signature}`, nodeToken, 0)).toBeUndefined();
  for (const text of ['', 'isopod-join', `${token}.x`, `${token}x`, nodeToken])
    expect(readJoinToken(text, nodeToken, 0)).toBeUndefined();
});

test.each([
  ['edge-1', 'edge-1', true],
  ['edge-1', 'edge-12', false],
  ['edge-*', 'edge-12', true],
  ['edge-*', 'core-1', false],
  ['*', 'core-1', true],
])('a token for %s is good for %s: %s', (nodes, nodeId, is) => {
  expect(isGranted(nodes, nodeId)).toBe(is);
});

test.each([
  ['*', true],
  ['a', true],
  ['edge-*', true],
  ['e*ge', false],
  ['', false],
  ['-a', false],
])('"%s" says which nodes: %s', (text, is) => {
  expect(isNodeScope(text)).toBe(is);
});
