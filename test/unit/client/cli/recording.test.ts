import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import {
  differences,
  readRecording,
  recordingOf,
  requestOf,
  writeRecording,
} from '../../../../client/cli/recording.ts';
import { UsageMistake } from '../../../../client/cli/usage-mistake.ts';
import { defaultDeterminism } from '../../../../shared/execution/determinism.ts';
import { defaultLimits } from '../../../../shared/execution/limits.ts';
import { exampleLogEntry, exampleOutcome } from '../../../support/example-execution.ts';

const folder = mkdtempSync(join(tmpdir(), 'isopod-recording-'));
afterAll(() => rmSync(folder, { recursive: true }));

const error = { name: 'Error', message: 'no', stack: '    at main.js:1:7' };
const result = {
  outcome: exampleOutcome({ word: 'SCRIPT_THREW', error }),
  logs: [exampleLogEntry()],
};

test('a recording is read as it was written, with every default spelled out', () => {
  const path = join(folder, 'recording.json');
  const request = { source: 'throw Error("no")', inputJson: '[1]', determinism: { seed: 4 } };
  const recording = recordingOf(request, result, []);
  writeRecording(path, recording);
  expect(readRecording(path)).toEqual(recording);
  expect(recording).toMatchObject({
    execution: {
      ...{ source: 'throw Error("no")', inputJson: '[1]', isolation: 'FRESH' },
      limits: defaultLimits,
      determinism: { ...defaultDeterminism, seed: 4 },
    },
    engine: null,
    end: { word: 'SCRIPT_THREW', error, logs: [['LOG', 'a line']] },
  });
});

test('bytes are recorded as base64, and are what they were when they are run again', () => {
  const path = join(folder, 'bytes.json');
  const inputBytes = Buffer.from([0, 200, 255]);
  const bytes = { outcome: exampleOutcome({ resultBytes: Uint8Array.of(1, 2) }), logs: [] };
  writeRecording(path, recordingOf({ source: 'input', inputBytes }, bytes, []));
  const recording = readRecording(path);
  expect(recording).toMatchObject({
    execution: { inputBase64: 'AMj/' },
    end: { resultBase64: 'AQI=' },
  });
  expect(requestOf(recording)).toMatchObject({ source: 'input', inputBytes });
  expect(requestOf(recording)).not.toHaveProperty('inputBase64');
});

test.each(['', 'null', '[]', '{"format":"isopod-recording/1"}', '{"format":"other/1"}'])(
  'a file that holds no recording is refused: %j',
  (text) => {
    const path = join(folder, 'other.json');
    writeFileSync(path, text);
    expect(() => readRecording(path)).toThrow(UsageMistake);
  },
);

test('a recording that cannot be written or read is a mistake in the command', () => {
  const path = join(folder, 'nowhere', 'recording.json');
  expect(() => writeRecording(path, recordingOf({ source: '1' }, result, []))).toThrow(
    UsageMistake,
  );
  expect(() => readRecording(path)).toThrow(UsageMistake);
});

test('differences names what differs, and of console lines the first', () => {
  const recorded = {
    word: 'SUCCEEDED',
    resultJson: '1',
    logs: [
      ['LOG', 'a'],
      ['LOG', 'b'],
    ],
  } as const;
  expect(differences(recorded, recorded)).toEqual([]);
  const now = {
    word: 'SCRIPT_THREW',
    error,
    logs: [
      ['LOG', 'a'],
      ['WARN', 'b'],
    ],
  } as const;
  expect(differences(recorded, now)).toEqual([
    'outcome: recorded "SUCCEEDED", now "SCRIPT_THREW"',
    'result: recorded "1", now none',
    'error name: recorded none, now "Error"',
    'error message: recorded none, now "no"',
    'error stack: recorded none, now "    at main.js:1:7"',
    'console line 2: recorded "LOG b", now "WARN b"',
  ]);
});
