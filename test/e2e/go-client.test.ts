/** What a Go program sees of a cluster: Debian's grpc-go, stubs made from our .proto files. */
import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, onTestFinished, test } from 'vitest';
import { buildGoProgram } from '../support/go/go-program.ts';
import { OneMachineCluster } from '../support/one-machine-cluster.ts';

/** The first build compiles grpc-go, and may have to have Go installed. */
const buildMsMax = 600_000;

test('a Go client serves two tools, and its program catches what one of them throws', {
  timeout: buildMsMax,
}, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'isopod-go-'));
  onTestFinished(() => rmSync(folder, { recursive: true }));
  const program = await buildGoProgram('examples/clients/go/serve_tools.go', folder);
  const cluster = await OneMachineCluster.start();
  onTestFinished(() => cluster.stop());
  const { stdout } = await promisify(execFile)(program, [cluster.address]);
  expect(JSON.parse(stdout)).toEqual({
    word: 'OUTCOME_WORD_SUCCEEDED',
    result: { coldest: 'Tromsø' },
    error: '',
    notes: [
      'Lisbon: 17 degrees',
      'Osla: nobody knows (did you mean Oslo?)',
      'Tromsø: -9 degrees',
      'Oslo: -3 degrees',
    ],
  });
});
