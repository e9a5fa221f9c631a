/** Which node gets a run, at 10, 100 and 10,000 nodes. */
import { LeastConnections } from '../../coordinator/balancing/least-connections.ts';
import { seededRandom } from '../../shared/random/random.ts';
import type { MicroCase } from './micro-case.ts';

const seed = 1;
const counts = [10, 100, 10_000];

export const pickCases: readonly MicroCase[] = counts.map((count) => ({
  name: `pick_least_connections_${count}`,
  setUp() {
    const balancer = new LeastConnections(seededRandom(seed));
    const nodes = Array.from({ length: count }, (_, index) => ({
      nodeId: `n${index}`,
      runsOutstanding: index % 7,
      runsMax: 64,
      hasRoom: true,
      holdsProgram: () => true,
    }));
    return () => balancer.pick(nodes, 'hash');
  },
}));
