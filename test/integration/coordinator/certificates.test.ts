/** Who gets in over TLS, by which certificate. */
import { readFileSync, writeFileSync } from 'node:fs';
import { type ChannelCredentials, credentials, status } from '@grpc/grpc-js';
import { expect, onTestFinished, test } from 'vitest';
import { IsopodClient } from '../../../client/sdk/isopod-client.ts';
import { VirtualClock } from '../../../shared/time/virtual-clock.ts';
import { exampleHello } from '../../support/example-node.ts';
import { FakeAgent } from '../../support/fake-agent.ts';
import {
  errorOf,
  LiveCoordinator,
  liveNodeToken,
  liveTransport,
} from '../../support/live-coordinator.ts';
import { TestAuthority, type TestIdentity } from '../../support/test-authority.ts';

const source = { text: '1 + 1' };

/** Authorities for each kind of peer, and how a peer with a certificate of one of them dials. */
function authorities() {
  const [servers, clients, agents] = ['servers', 'clients', 'agents'].map(
    (name) => new TestAuthority(name),
  ) as [TestAuthority, TestAuthority, TestAuthority];
  const transport = {
    ...liveTransport,
    tls: {
      identity: servers.issue(),
      clientAuthorities: clients.path,
      agentAuthorities: agents.path,
    },
  };
  return { servers, clients, agents, transport };
}

function dialling(server: TestAuthority, identity?: TestIdentity): ChannelCredentials {
  const read = (path: string | undefined): Buffer | null => (path ? readFileSync(path) : null);
  return credentials.createSsl(read(server.path), read(identity?.key), read(identity?.certificate));
}

function stranger(address: string, secure: ChannelCredentials, token: string): FakeAgent {
  const agent = new FakeAgent(address, { token, secure });
  onTestFinished(() => agent.break());
  return agent;
}

test('a client with a certificate of its authority calls, an agent with one of its own joins', async () => {
  const { servers, clients, agents, transport } = authorities();
  const asClient = dialling(servers, clients.issue());
  const coordinator = await LiveCoordinator.start({ transport }, undefined, asClient);
  const agent = await FakeAgent.join(coordinator.address, {
    token: '',
    secure: dialling(servers, agents.issue()),
    answer: () => ({ resultJson: '2' }),
  });
  onTestFinished(() => agent.break());
  expect(await coordinator.execute({ source }).answer).toMatchObject({
    outcome: { resultJson: '2' },
  });
});

test('nobody calls without a certificate, or with one of agents', async () => {
  const { servers, agents, transport } = authorities();
  for (const identity of [undefined, agents.issue()]) {
    const secure = dialling(servers, identity);
    const coordinator = await LiveCoordinator.start({ transport }, undefined, secure);
    const error = await errorOf(coordinator.execute({ source }));
    expect(error).toMatchObject({
      code: status.UNAUTHENTICATED,
      details: 'Could not accept the call: a certificate of the authority of clients is needed',
    });
  }
});

test("nobody joins with a client's certificate, or with none; a token is as good as one", async () => {
  const { servers, clients, transport } = authorities();
  const asClient = dialling(servers, clients.issue());
  const coordinator = await LiveCoordinator.start({ transport }, undefined, asClient);
  const namesake = new TestAuthority('agents').issue();
  for (const identity of [clients.issue(), namesake, undefined]) {
    const agent = stranger(coordinator.address, dialling(servers, identity), 'no token');
    agent.say({ name: 'hello', hello: exampleHello() });
    expect(await agent.status).toMatchObject({ code: status.UNAUTHENTICATED });
  }
  const byToken = stranger(coordinator.address, dialling(servers), liveNodeToken);
  byToken.say({ name: 'hello', hello: exampleHello() });
  expect(await byToken.messages.next()).toMatchObject({ name: 'welcome' });
});

test('a certificate for a node is for no other', async () => {
  const { servers, agents, transport } = authorities();
  const coordinator = await LiveCoordinator.start({ transport });
  const secure = dialling(servers, agents.issue(['URI:isopod:node:node-7']));
  const other = stranger(coordinator.address, secure, '');
  other.say({ name: 'hello', hello: exampleHello({ nodeId: 'node-8' }) });
  expect(await other.status).toMatchObject({
    code: status.UNAUTHENTICATED,
    details: 'Could not join as node-8: the certificate or token is for others',
  });
  await FakeAgent.join(coordinator.address, { token: '', secure }, { nodeId: 'node-7' }).then(
    (agent) => onTestFinished(() => agent.break()),
  );
});

test('a certificate for a tenant is for its calls, and for nothing else', async () => {
  const { servers, clients, agents, transport } = authorities();
  const secure = dialling(servers, clients.issue(['URI:isopod:tenant:acme']));
  const coordinator = await LiveCoordinator.start({ transport }, undefined, secure);
  const agent = await FakeAgent.join(coordinator.address, {
    token: '',
    secure: dialling(servers, agents.issue()),
  });
  onTestFinished(() => agent.break());
  const running = coordinator.execute({ source });
  const { runId, execution } = await agent.runs.next();
  expect(execution.tenantId).toBe('acme');
  agent.end(runId);
  await running.answer;
  const metadata = { 'isopod-tenant': 'another' };
  expect(await errorOf(coordinator.execute({ source }, { metadata }))).toMatchObject({
    code: status.PERMISSION_DENIED,
    details: 'Could not accept the call: the certificate is not for the tenant another',
  });
  await expect(coordinator.listNodes()).rejects.toMatchObject({ code: status.PERMISSION_DENIED });
});

test('new certificates are for new connections, and break none', async () => {
  const { servers, clients, transport } = authorities();
  const clock = new VirtualClock();
  const identity = clients.issue();
  const coordinator = await LiveCoordinator.start(
    { transport },
    clock,
    dialling(servers, identity),
  );
  await coordinator.listNodes();
  const others = new TestAuthority('other servers');
  const renewed = others.issue();
  for (const file of ['certificate', 'key'] as const)
    writeFileSync(transport.tls.identity[file], readFileSync(renewed[file]));
  await clock.advance(5_000);
  const later = new FakeAgent(coordinator.address, {
    token: liveNodeToken,
    secure: dialling(others),
  });
  onTestFinished(() => later.break());
  later.say({ name: 'hello', hello: exampleHello() });
  expect(await later.messages.next()).toMatchObject({ name: 'welcome' });
  expect(await coordinator.listNodes()).toHaveLength(1);
});

test('a client whose authority is trusted no more is turned away at its next call', async () => {
  const { servers, clients, transport } = authorities();
  const clock = new VirtualClock();
  const secure = dialling(servers, clients.issue());
  const coordinator = await LiveCoordinator.start({ transport }, clock, secure);
  await coordinator.listNodes();
  writeFileSync(clients.path, readFileSync(new TestAuthority('clients').path));
  await clock.advance(5_000);
  await expect(coordinator.listNodes()).rejects.toMatchObject({ code: status.UNAUTHENTICATED });
});

test('the SDK reaches a coordinator over TLS, by its address, and believes no other', async () => {
  const { servers, clients, transport } = authorities();
  const { port } = await LiveCoordinator.start({ transport });
  const { certificate, key } = clients.issue();
  const own = { certificate: readFileSync(certificate), key: readFileSync(key) };
  const nodesBy = async (host: string, authority: TestAuthority): Promise<unknown[]> => {
    const tls = { authorities: readFileSync(authority.path), ...own };
    using client = new IsopodClient({ address: `${host}:${port}`, tls });
    return await client.listNodes();
  };
  expect(await nodesBy('127.0.0.1', servers)).toEqual([]);
  await expect(nodesBy('127.0.0.1', clients)).rejects.toMatchObject({ reason: 'UNREACHABLE' });
  // It is reached there, but its certificate is not for that address.
  const anywhere = await LiveCoordinator.start({ transport, listenHost: '127.0.0.2' });
  using lost = new IsopodClient({
    address: `127.0.0.2:${anywhere.port}`,
    tls: { authorities: readFileSync(servers.path), ...own },
  });
  await expect(lost.listNodes()).rejects.toMatchObject({ reason: 'UNREACHABLE' });
});
