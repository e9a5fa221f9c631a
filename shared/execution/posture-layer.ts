/**
 * The layers of a lockdown by name, as nodes report them and executions may demand them. What each
 * one does is the node-agent's affair; a test holds its lists and this one together.
 */
export const postureLayers = [
  'closed-descriptors',
  'resource-limits',
  'own-ids',
  'undumpable',
  'dies-with-agent',
  'no-io-uring',
  'system-call-filter',
  /** How a host's memory is limited; a node has one of these. */
  'cgroup-v2',
  'cgroup-v1',
  'resident-watch',
] as const;
export type PostureLayer = (typeof postureLayers)[number];
