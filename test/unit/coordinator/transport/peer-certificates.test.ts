import { X509Certificate } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import {
  type CallOfPeer,
  PeerCertificates,
} from '../../../../coordinator/transport/peer-certificates.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { type Authorities, authoritiesOf } from '../../../../shared/tls/certificates.ts';
import { WatchedFiles } from '../../../../shared/tls/watched-files.ts';
import { TestAuthority } from '../../../support/test-authority.ts';

const ends = { remoteAddress: '10.0.0.1', remotePort: 1, localAddress: '10.0.0.2' };

function watched(authority: TestAuthority): Promise<WatchedFiles<Authorities>> {
  return WatchedFiles.open({
    paths: [authority.path],
    compile: ([pem = '']) => authoritiesOf(pem),
    readFile: async (path) => readFileSync(path, 'utf8'),
    clock: new VirtualClock(),
  });
}

async function scenario() {
  const [agents, clients] = [new TestAuthority('agents'), new TestAuthority('clients')];
  let nowMs = Date.parse('2026-01-01');
  const peers = new PeerCertificates({
    agents: await watched(agents),
    clients: await watched(clients),
    nowEpochMs: () => nowMs,
  });
  /** A call over a connection with these ends, of whoever has that certificate. */
  const call = (authority: TestAuthority | undefined, names?: string[]): CallOfPeer => {
    if (!authority) return { getAuthContext: () => ({}), getConnectionInfo: () => ends };
    const { certificate } = authority.issue(names);
    const legacy = new X509Certificate(readFileSync(certificate)).toLegacyObject();
    return {
      getAuthContext: () => ({ sslPeerCertificate: legacy }),
      getConnectionInfo: () => ends,
    };
  };
  const pass = (ms: number): void => {
    nowMs += ms;
  };
  return { agents, clients, peers, call, pass };
}

test('PeerCertificates tells agents and clients by who has signed for them', async () => {
  const { agents, clients, peers, call } = await scenario();
  expect(peers.peerOf(call(agents))).toMatchObject({ isAgent: true, isClient: false });
  peers.forget(ends);
  expect(peers.peerOf(call(clients, ['URI:isopod:tenant:acme']))).toMatchObject({
    isAgent: false,
    isClient: true,
    tenantIds: ['acme'],
  });
});

test('PeerCertificates knows a connection until it is over, and nobody by it after that', async () => {
  const { agents, peers, call } = await scenario();
  const first = call(agents);
  const known = peers.peerOf(first);
  expect(peers.peerOf({ ...first, getAuthContext: () => ({}) })).toBe(known);
  peers.forget(ends);
  expect(peers.peerOf(call(undefined))).toBeUndefined();
  expect(peers.peerOf(first)).toBeUndefined();
});

test('PeerCertificates believes no certificate that has expired since it was shown', async () => {
  const { agents, peers, call, pass } = await scenario();
  const one = call(agents);
  expect(peers.peerOf(one)).toBeDefined();
  pass(365 * 24 * 3_600_000);
  expect(peers.peerOf(one)).toBeUndefined();
});

test('PeerCertificates knows nobody by a connection that has no ends any more', async () => {
  const { agents, clients, peers, call } = await scenario();
  const gone = (one: CallOfPeer): CallOfPeer => ({ ...one, getConnectionInfo: () => ({}) });
  expect(peers.peerOf(gone(call(agents)))).toMatchObject({ isAgent: true });
  expect(peers.peerOf(gone(call(clients)))).toMatchObject({ isAgent: false, isClient: true });
});

test.each([
  'URI:isopod:tenant:ac/me',
  'URI:isopod:tenants:acme',
  'URI:ISOPOD:tenant:acme',
  'DNS:isopod:tenant:acme',
])('PeerCertificates takes a certificate for nobody whose name is %s', async (name) => {
  const { clients, peers, call } = await scenario();
  expect(peers.peerOf(call(clients, [name]))).toBeUndefined();
});

test('PeerCertificates takes a certificate of nodes for no client, and one of tenants for no agent', async () => {
  const both = new TestAuthority('both');
  const authorities = await watched(both);
  const nowEpochMs = (): number => 0;
  const peers = new PeerCertificates({ agents: authorities, clients: authorities, nowEpochMs });
  const { call } = await scenario();
  const kindOf = (...names: string[]) => {
    peers.forget(ends);
    return peers.peerOf(call(both, names));
  };
  expect(kindOf('URI:isopod:node:n1')).toMatchObject({ isAgent: true, isClient: false });
  expect(kindOf('URI:isopod:tenant:acme')).toMatchObject({ isAgent: false, isClient: true });
  expect(kindOf('DNS:localhost')).toMatchObject({ isAgent: true, isClient: true });
});
