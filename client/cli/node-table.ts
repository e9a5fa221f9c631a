/** The nodes of a cluster as a table for people. */
import { placeToText } from '../../shared/nodes/place.ts';
import type { NodeDescription } from '../../shared/wire/node-description-codec.ts';
import { textTable } from './text-table.ts';

const dayMs = 24 * 60 * 60 * 1000;

const columns: readonly {
  title: string;
  cell: (node: NodeDescription, nowMs: number) => string;
}[] = [
  { title: 'NODE', cell: ({ nodeId }) => nodeId },
  { title: 'STATE', cell: stateOf },
  {
    title: 'RUNS',
    cell: ({ load, capacity }) => `${load.runsInFlight}+${load.runsWaiting}/${capacity.runsMax}`,
  },
  {
    title: 'HOSTS',
    cell: ({ load, capacity }) => `${load.hostsBusy}/${load.hostsLive}/${capacity.hostsMax}`,
  },
  { title: 'CPU', cell: ({ load }) => `${Math.round(load.cpuPermille / 10)}%` },
  { title: 'MEMORY', cell: ({ load }) => `${Math.round(load.memoryBytes / 2 ** 20)} MB` },
  {
    title: 'HEARD',
    cell: ({ heardAtEpochMs }, nowMs) =>
      `${Math.max(0, (nowMs - heardAtEpochMs) / 1000).toFixed(1)} s ago`,
  },
  // An engine that has not been started anew for weeks lacks what was mended since.
  {
    title: 'UP',
    cell: ({ startedAtEpochMs }, nowMs) =>
      `${Math.max(0, (nowMs - startedAtEpochMs) / dayMs).toFixed(1)} d`,
  },
  { title: 'PLACE', cell: ({ place }) => (place ? placeToText(place) : '-') },
  { title: 'VERSION', cell: ({ agentVersion }) => agentVersion },
  { title: 'V8', cell: ({ v8Version }) => v8Version },
  { title: 'LOCKDOWN', cell: ({ lockdownLayers }) => lockdownLayers.join(',') || 'none' },
];

const legend = 'RUNS: executing + waiting / most; HOSTS: busy / alive / most.';

/** `nowEpochMs` is now, in milliseconds since 1970. */
export function nodeTable(nodes: readonly NodeDescription[], nowEpochMs: number): string {
  if (nodes.length === 0) return 'No node has joined.\n';
  const rows = [
    columns.map(({ title }) => title),
    ...nodes.map((node) => columns.map(({ cell }) => cell(node, nowEpochMs))),
  ];
  return `${textTable(rows)}\n${legend}\n`;
}

function stateOf({ isDraining, isCordoned, isSuspected }: NodeDescription): string {
  if (isSuspected) return 'suspected';
  if (isDraining) return 'draining';
  return isCordoned ? 'cordoned' : 'active';
}
