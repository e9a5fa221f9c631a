/**
 * Who may import whom. The direction is
 *
 *   main ──▶ compose ──▶ edges ──▶ domain ──▶ shared
 *
 * and each library that talks to the outside is known in the few files named for it, so that it
 * can be replaced, and so that the rest can be tested without it.
 */
import type { IForbiddenRuleType } from 'dependency-cruiser';

/** Folders whose code is shipped. The others (test, bench, tools) may look anywhere. */
const applications = '^(coordinator|node-agent|client|shared)/';

const edges = '^(coordinator/(services|gateway|sessions)|node-agent/link)/';
const composition =
  '^(coordinator|node-agent)/(compose|scalable-sandbox-service|node-agent)(/|\\.ts$)';
const mainFile = '^((coordinator|node-agent|client/cli)/main|node-agent/doctor)\\.ts$';
/** Where streams and calls end: they hold wire messages just long enough for a codec to read them. */
const grpcStreams = '^(coordinator/services|node-agent/link|client/sdk)/';
const isolatedVmImporters = '^node-agent/host/engine/[^/]+\\.ts$';

const direction: IForbiddenRuleType[] = [
  forbid('coordinator-is-on-its-own', '^coordinator/', '^(node-agent|client|test|bench|tools)/'),
  forbid('node-agent-is-on-its-own', '^node-agent/', '^(coordinator|client|test|bench|tools)/'),
  forbid('client-is-on-its-own', '^client/', '^(coordinator|node-agent|test|bench|tools)/'),
  forbid('shared-is-the-ground', '^shared/', '^(coordinator|node-agent|client|test|bench|tools)/'),
  forbid('nobody-imports-main', applications, mainFile),
  forbid(
    'compose-is-for-main',
    { path: applications, pathNot: [mainFile, composition] },
    composition,
  ),
  forbid(
    'edges-are-for-compose',
    { path: applications, pathNot: [mainFile, composition, edges] },
    edges,
  ),
  forbid('a-host-knows-little', '^node-agent/host/', {
    path: '^(coordinator|node-agent|client|shared)/',
    pathNot: '^(node-agent/(frames|kernel|host)|shared)/',
  }),
  forbid('what-hosts-and-agent-share-knows-neither', '^node-agent/(frames|kernel)/', {
    path: '^node-agent/',
    pathNot: '^node-agent/(frames|kernel)/',
  }),
  forbid(
    'the-agent-stays-out-of-its-hosts',
    { path: '^node-agent/', pathNot: '^node-agent/host/' },
    '^node-agent/host/',
  ),
  forbid(
    'the-kernel-is-called-in-one-folder',
    { path: applications, pathNot: '^node-agent/kernel/' },
    '^ffi$',
  ),
  forbid(
    'generated-types-stop-at-the-wire',
    { path: applications, pathNot: [grpcStreams, '^shared/(wire|generated)/'] },
    '^shared/generated/',
  ),
];

const libraries: IForbiddenRuleType[] = [
  onlyIn('isolated-vm', isolatedVmImporters),
  onlyIn(
    '@grpc/grpc-js',
    '^(shared/(wire|generated)|coordinator/(services|sessions|transport|compose)|node-agent/link|client/sdk)/' +
      '|^coordinator/(compose|main|scalable-sandbox-service)\\.ts$',
  ),
  // What reads .proto files is slow to load: only a server, for reflection, needs to.
  onlyIn('@grpc/proto-loader', '^shared/(generated/|wire/load-for-reflection\\.ts$)'),
  onlyIn('protobufjs', '^shared/wire/load-for-reflection\\.ts$'),
  forbid(
    'reflection-is-for-servers',
    { path: applications, pathNot: '^coordinator/' },
    '^shared/wire/load-for-reflection\\.ts$',
  ),
  onlyIn('pg', '^coordinator/.*/postgres-[a-z-]+\\.ts$'),
  onlyIn('ioredis', '^coordinator/.*/redis-[a-z-]+\\.ts$'),
  onlyIn('@opentelemetry/[^/]+', '^(coordinator|node-agent|client|shared)/telemetry/'),
];

export const importRules: IForbiddenRuleType[] = [
  ...direction,
  ...libraries,
  // Two files that import each other are one file, or lack a third.
  { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
  {
    name: 'no-unresolved',
    severity: 'error',
    // The web APIs' parts are given what they ask for by the context that runs them.
    from: { pathNot: '^node-agent/host/generated/web-' },
    to: { couldNotResolve: true },
  },
  // A devDependency is not there when the package is installed; what the web APIs are made of is
  // in the programs that are generated from them.
  {
    name: 'no-tools-in-what-is-shipped',
    severity: 'error',
    from: { path: applications, pathNot: '^node-agent/host/runtime/web/' },
    to: { dependencyTypes: ['npm-dev'] },
  },
];

/** Of these there is one importer in the whole project. */
export const singleImporterPackages: readonly string[] = ['isolated-vm'];

type Paths = string | { path: string; pathNot: string | string[] };

function forbid(name: string, from: Paths, to: Paths): IForbiddenRuleType {
  const condition = (paths: Paths) => (typeof paths === 'string' ? { path: paths } : paths);
  return { name, severity: 'error', from: condition(from), to: condition(to) };
}

/** Shipped code may use the package in files that match `importers`, and nowhere else. */
function onlyIn(packagePattern: string, importers: string): IForbiddenRuleType {
  return forbid(
    `${packagePattern.replace('/[^/]+', '')}-is-kept-at-its-edge`,
    { path: applications, pathNot: importers },
    `^node_modules/(@types/)?${packagePattern}/`,
  );
}
