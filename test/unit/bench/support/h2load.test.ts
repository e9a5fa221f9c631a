import { expect, test } from 'vitest';
import { parseH2loadOutput } from '../../../../bench/support/h2load.ts';

const output = `starting benchmark...
progress: 100% done

finished in 1.98s, 15133.31 req/s, 3.03MB/s
requests: 30000 total, 30000 started, 30000 done, 30000 succeeded, 0 failed, 0 errored, 0 timeout
status codes: 30000 2xx, 0 3xx, 0 4xx, 0 5xx
traffic: 6.01MB (6300504) total, 2.89MB (3030504) headers (space savings 81.39%), 2.58MB (2700000) data
                     min         max         mean         sd        +/- sd
time for request:      551us     28.98ms      4.19ms      1.84ms    82.63%
`;

test('parseH2loadOutput reads the rate and the bytes of the messages', () => {
  expect(parseH2loadOutput(output, 30_000)).toEqual({
    callsPerS: 15_133.31,
    messageBytes: 2_700_000,
  });
});

test('parseH2loadOutput refuses a run in which a call was not answered', () => {
  const broken = output.replace('30000 succeeded, 0 failed', '29999 succeeded, 1 failed');
  expect(() => parseH2loadOutput(broken, 30_000)).toThrow('29999 succeeded, 1 failed');
});

test('parseH2loadOutput refuses what it does not know', () => {
  expect(() => parseH2loadOutput('usage: h2load', 1)).toThrow('could not count on h2load');
});
