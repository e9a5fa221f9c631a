import fc from 'fast-check';
import { expect, test } from 'vitest';
import { ByteWriter } from '../../../../node-agent/frames/byte-writer.ts';
import type { FrameFromHost, FrameToHost } from '../../../../node-agent/frames/frame.ts';
import {
  encodeFrameFromHost,
  encodeFrameToHost,
  FrameDecoder,
} from '../../../../node-agent/frames/frame-codec.ts';
import { FrameError } from '../../../../node-agent/frames/frame-error.ts';
import { frameFromHost, frameToHost } from '../../../support/arbitrary-frames.ts';

function bytesToHost(frames: readonly FrameToHost[]): Buffer {
  const writer = new ByteWriter();
  for (const frame of frames) encodeFrameToHost(writer, frame);
  return writer.take();
}

function bytesFromHost(frames: readonly FrameFromHost[]): Buffer {
  const writer = new ByteWriter();
  for (const frame of frames) encodeFrameFromHost(writer, frame);
  return writer.take();
}

function decodeFromHost(chunks: readonly Buffer[]): FrameFromHost[] {
  const frames: FrameFromHost[] = [];
  const decoder = FrameDecoder.fromHost((frame) => frames.push(frame));
  for (const chunk of chunks) decoder.push(chunk);
  return frames;
}

function decodeToHost(chunks: readonly Buffer[]): FrameToHost[] {
  const frames: FrameToHost[] = [];
  const decoder = FrameDecoder.toHost((frame) => frames.push(frame));
  for (const chunk of chunks) decoder.push(chunk);
  return frames;
}

test('FrameDecoder gives back every frame to a host as it was', () => {
  fc.assert(
    fc.property(fc.array(frameToHost), (frames) => {
      expect(decodeToHost([bytesToHost(frames)])).toEqual(frames);
    }),
  );
});

test('FrameDecoder gives back every frame from a host as it was', () => {
  fc.assert(
    fc.property(fc.array(frameFromHost), (frames) => {
      expect(decodeFromHost([bytesFromHost(frames)])).toEqual(frames);
    }),
  );
});

test('FrameDecoder does not care where the chunks are cut', () => {
  fc.assert(
    fc.property(
      fc.array(frameFromHost, { minLength: 1, maxLength: 4 }),
      fc.array(fc.nat(400)),
      (frames, cuts) => {
        const bytes = bytesFromHost(frames);
        const edges = [0, ...cuts.map((cut) => cut % bytes.length), bytes.length];
        edges.sort((a, b) => a - b);
        const chunks = edges.slice(1).map((end, index) => bytes.subarray(edges[index], end));
        expect(decodeFromHost(chunks)).toEqual(frames);
      },
    ),
  );
});

test('FrameDecoder reads a frame that arrives byte by byte, and one cut at every place', () => {
  const frames: FrameFromHost[] = [
    { name: 'parked', runId: 7 },
    { name: 'logs', runId: 1, lines: [{ level: 'WARN', text: 'ünïcode', sinceStartUs: 12 }] },
    { name: 'reset-done' },
  ];
  const bytes = bytesFromHost(frames);
  const single = Array.from(bytes, (byte) => Buffer.from([byte]));
  expect(decodeFromHost(single)).toEqual(frames);
  for (let cut = 0; cut <= bytes.length; cut++) {
    expect(decodeFromHost([bytes.subarray(0, cut), bytes.subarray(cut)])).toEqual(frames);
  }
});

test('FrameDecoder answers random bytes with frames or a FrameError, nothing else', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 400 }), (bytes) => {
      expectFramesOrFrameError(Buffer.from(bytes));
    }),
    { numRuns: 500 },
  );
});

test('FrameDecoder answers mutated frames with frames or a FrameError, nothing else', () => {
  fc.assert(
    fc.property(
      fc.array(frameFromHost, { minLength: 1, maxLength: 3 }),
      fc.array(frameToHost, { minLength: 1, maxLength: 3 }),
      fc.array(fc.tuple(fc.nat(), fc.nat(255)), { minLength: 1, maxLength: 6 }),
      (fromHost, toHost, mutations) => {
        for (const bytes of [bytesFromHost(fromHost), bytesToHost(toHost)]) {
          for (const [at, value] of mutations) bytes[at % bytes.length] = value;
          expectFramesOrFrameError(bytes);
        }
      },
    ),
    { numRuns: 500 },
  );
});

function expectFramesOrFrameError(bytes: Buffer): void {
  for (const decode of [decodeFromHost, decodeToHost]) {
    try {
      decode([bytes]);
    } catch (error) {
      expect(error).toBeInstanceOf(FrameError);
    }
  }
}

test('FrameDecoder refuses a frame longer than its limit by its length alone', () => {
  const decoder = FrameDecoder.fromHost(() => undefined, 1_000);
  const header = Buffer.alloc(4);
  header.writeUInt32LE(997);
  expect(() => decoder.push(header)).toThrow('A frame is longer than 1000 bytes: 1001');
});

test('FrameDecoder refuses an empty frame, an unknown type and bytes left over', () => {
  expect(() => decodeFromHost([Buffer.from([0, 0, 0, 0])])).toThrow('it is empty');
  expect(() => decodeFromHost([Buffer.from([1, 0, 0, 0, 99])])).toThrow('unknown type: 99');
  expect(() => decodeToHost([Buffer.from([2, 0, 0, 0, 6, 0])])).toThrow('bytes left over: 1');
});

test('FrameDecoder refuses a text, a list, a word, a flag, an id or a count that cannot be', () => {
  const body = (bytes: readonly number[]) => Buffer.from([bytes.length, 0, 0, 0, ...bytes]);
  expect(() => decodeFromHost([body([1, 9, 0, 0, 0, 65])])).toThrow('ended early');
  expect(() => decodeFromHost([body([2, 1, 0, 0, 0, 255, 255, 255, 255])])).toThrow('A list');
  expect(() => decodeFromHost([body([6, 1, 0, 0, 0, 200])])).toThrow('A word');
  expect(() => decodeFromHost([body([3, 0, 0, 0, 0])])).toThrow('An id');
  const ended: FrameFromHost = {
    name: 'ended',
    runId: 1,
    word: 'SUCCEEDED',
    wallUs: 1,
    cpuUs: 1,
    heapPeakBytes: 0,
    logBytes: 0,
    isWarm: false,
  };
  const bytes = bytesFromHost([ended]);
  bytes[bytes.length - 1] = 2;
  expect(() => decodeFromHost([bytes])).toThrow('A flag');
  for (const wallUs of [Number.NaN, -1, 0.5, Number.POSITIVE_INFINITY, 2 ** 53]) {
    expect(() => decodeFromHost([bytesFromHost([{ ...ended, wallUs }])])).toThrow('A count');
  }
});

test('ByteWriter hands over many frames in one piece and starts anew', () => {
  const writer = new ByteWriter();
  const long = 'é'.repeat(700_000);
  encodeFrameToHost(writer, { name: 'cancel', runId: 1 });
  encodeFrameToHost(writer, {
    name: 'load',
    codeId: 1,
    kind: 'AUTO',
    language: 'JAVASCRIPT',
    fileName: 'a.js',
    source: long,
  });
  const bytes = writer.take();
  expect(writer.length).toBe(0);
  encodeFrameToHost(writer, { name: 'reset' });
  expect(decodeToHost([bytes, writer.take()]).map((frame) => frame.name)).toEqual([
    'cancel',
    'load',
    'reset',
  ]);
});
