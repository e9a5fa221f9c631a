/** A node's introduction and load like any other; `given` replaces what they say. */
import type { NodeHello, NodeLoad } from '../../shared/wire/node-messages.ts';

export function exampleHello(given: Partial<NodeHello> = {}): NodeHello {
  return {
    protocolVersion: 1,
    nodeId: 'node-1',
    agentVersion: '0.1.0',
    capacity: { runsMax: 4, hostsMax: 2 },
    posture: {
      layers: ['seccomp'],
      nodeVersion: '26.0.0',
      v8Version: '15.0.0',
      guestFeatures: ['webassembly'],
      startedAtMs: 1_700_000_000_000,
    },
    ...given,
  };
}

export function exampleLoad(given: Partial<NodeLoad> = {}): NodeLoad {
  return {
    runsInFlight: 0,
    runsWaiting: 0,
    hostsLive: 1,
    hostsBusy: 0,
    cpuPermille: 100,
    memoryBytes: 1_000_000,
    runsEnded: 0,
    runsFaulted: 0,
    ...given,
  };
}
