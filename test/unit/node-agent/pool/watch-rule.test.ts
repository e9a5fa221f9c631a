import { expect, test } from 'vitest';
import {
  type ExecutingFacts,
  type HostFacts,
  judgeHost,
} from '../../../../node-agent/pool/watch-rule.ts';

const executing: ExecutingFacts = {
  mode: 'THREAD',
  limits: { wallUsMax: 1_000_000, cpuUsMax: 500_000, hostCallWaitUsMax: 0 },
  wallMs: 10,
  readingMsMax: 0,
  cpuUs: 10_000,
  isAbandoned: false,
  stop: undefined,
};
const calm: HostFacts = { executing: undefined, dueCount: 1, quietMs: 0, quietCpuUs: 0 };
const with_ = (facts: Partial<ExecutingFacts>, host: Partial<HostFacts> = {}): HostFacts => {
  return { ...calm, ...host, executing: { ...executing, ...facts } };
};
const burning = { quietMs: 1_100, quietCpuUs: 900_000 };

const table: [string, HostFacts, string][] = [
  ['leaves a run within its limits', with_({}), 'LEAVE'],
  ['leaves CPU to the host for a while', with_({ cpuUs: 640_000, wallMs: 700 }), 'LEAVE'],
  ['stops CPU when the host does not', with_({ cpuUs: 660_000, wallMs: 700 }), 'CPU_EXCEEDED'],
  ['stops a slice sooner', with_({ mode: 'SLICE', cpuUs: 560_000 }), 'CPU_EXCEEDED'],
  ['… but not at once', with_({ mode: 'SLICE', cpuUs: 540_000 }), 'LEAVE'],
  ['stops a run by the clock', with_({ wallMs: 1_200 }), 'WALL_EXCEEDED'],
  ['leaves time to read it', with_({ wallMs: 1_200, readingMsMax: 100 }), 'LEAVE'],
  ['… and no more', with_({ wallMs: 1_300, readingMsMax: 100 }), 'WALL_EXCEEDED'],
  ['stops a slice by the clock', with_({ mode: 'SLICE', wallMs: 1_060 }), 'WALL_EXCEEDED'],
  [
    'names the limit that ran out first',
    with_({ wallMs: 1_200, cpuUs: 1_100_000 }),
    'CPU_EXCEEDED',
  ],
  [
    'gives a cancelled run time to obey',
    with_({ stop: { word: 'CANCELLED', askedMsAgo: 90 } }),
    'LEAVE',
  ],
  ['… but not for long', with_({ stop: { word: 'CANCELLED', askedMsAgo: 100 } }), 'CANCELLED'],
  ['ends a run that was answered for at once', with_({ isAbandoned: true }), 'CANCELLED'],
  ['suspects a host that burns in silence', { ...calm, ...burning }, 'SUSPECT'],
  ['… but leaves a run that is announced to its limits', with_({}, burning), 'LEAVE'],
  ['… unless it stands still', with_({}, { ...burning, quietMs: 10_000 }), 'SUSPECT'],
  ['does not expect a sign from a slice', with_({ mode: 'SLICE' }, burning), 'LEAVE'],
  ['forgives a host that gets no processor', { ...calm, quietMs: 5_000 }, 'LEAVE'],
  ['… but not for ever', { ...calm, quietMs: 10_000 }, 'SUSPECT'],
  ['expects nothing where nothing is due', { ...calm, ...burning, dueCount: 0 }, 'LEAVE'],
];

test.each(table)('judgeHost %s', (_sentence, facts, expected) => {
  const verdict = judgeHost(facts);
  expect(verdict.name === 'STOP' ? verdict.word : verdict.name).toBe(expected);
});
