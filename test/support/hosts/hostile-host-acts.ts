/**
 * What a host that was taken over can do to its agent, as data: what it says or does when it is
 * given a run, the words that run may end with, and why it must not matter to anybody else.
 */
import { closeSync, writeSync } from 'node:fs';
import type { Socket } from 'node:net';
import {
  type Announcement,
  announcementBytes,
  announcementDescriptor,
  encodeAnnouncement,
} from '../../../node-agent/frames/announcement.ts';
import type { EndedFrame, FrameFromHost, RunFrame } from '../../../node-agent/frames/frame.ts';
import type { OutcomeWord } from '../../../shared/execution/outcome.ts';
import { stdinCallName } from '../../../shared/execution/stdin.ts';

interface Stage {
  readonly run: RunFrame;
  readonly say: (...frames: readonly FrameFromHost[]) => void;
  readonly socket: Socket;
}

export interface HostileAct {
  readonly act: (stage: Stage) => void;
  readonly words: readonly OutcomeWord[];
  readonly why: string;
}

/** Ended with its host again and again, or twice, when it was the one announced. */
const lost: readonly OutcomeWord[] = ['NODE_LOST', 'CRASHED'];
const outOfTime: readonly OutcomeWord[] = ['CPU_EXCEEDED', 'WALL_EXCEEDED'];
const standardError = 2;

export function endedFrame(runId: number, frame: Partial<EndedFrame> = {}): EndedFrame {
  return {
    name: 'ended',
    runId,
    word: 'SUCCEEDED',
    wallUs: 0,
    cpuUs: 0,
    heapPeakBytes: 0,
    logBytes: 0,
    isWarm: false,
    ...frame,
  };
}

/** An `ended` frame that cannot be true. */
function lie(why: string, frame: (run: RunFrame) => Partial<EndedFrame>): HostileAct {
  return { act: ({ run, say }) => say(endedFrame(run.runId, frame(run))), words: lost, why };
}

/** Bytes that are no frame. */
function bytes(why: string, ...numbers: readonly number[]): HostileAct {
  return { act: ({ socket }) => socket.write(Buffer.from(numbers)), words: lost, why };
}

/** A page that lies, under a loop. */
function announcing(why: string, page: (run: RunFrame) => Partial<Announcement>): HostileAct {
  return {
    act: ({ run }) => {
      announce({ runId: run.runId, ...page(run) });
      for (;;);
    },
    words: [...outOfTime, ...lost],
    why,
  };
}

let sequence = 0;
function announce(page: Partial<Announcement>, isTorn = false): void {
  const buffer = Buffer.alloc(announcementBytes);
  const view = new DataView(buffer.buffer, buffer.byteOffset, announcementBytes);
  const honest = { runId: 0, enteredAtMs: 0, cpuUsBefore: 0, processCpuUsAtEntry: 0, pulseAtMs: 0 };
  encodeAnnouncement(view, { ...honest, ...page }, ++sequence);
  if (isTorn) view.setUint32(44, sequence + 1, true);
  writeSync(announcementDescriptor, buffer, 0, announcementBytes, 0);
}

/** For ever, as fast as it is taken. */
function flood(socket: Socket, write: () => void): void {
  const on = (): void => {
    for (let count = 0; count < 1_000; count++) write();
    if (socket.writableNeedDrain) socket.once('drain', on);
    else setImmediate(on);
  };
  on();
}

const logs = (run: RunFrame, text: string, count: number): FrameFromHost => ({
  name: 'logs',
  runId: run.runId,
  lines: Array.from({ length: count }, () => ({ level: 'LOG', text, sinceStartUs: 0 })),
});

const call = (runId: number): FrameFromHost => ({
  name: 'call',
  runId,
  call: { callId: 1, toolName: 'tool', argumentJson: 'null' },
});

export const hostileActs: Readonly<Record<string, HostileAct>> = {
  'an ending of a run it was never given': {
    act: ({ run, say }) => say(endedFrame(run.runId + 1_000)),
    words: lost,
    why: 'it speaks for the runs it has, and for no other',
  },
  'a hundred thousand endings at once': {
    act: ({ run, say }) =>
      say(...Array.from({ length: 1e5 }, (_, index) => endedFrame(run.runId + index + 1))),
    words: lost,
    why: 'the first is enough',
  },
  'the same ending twice': {
    act: ({ run, say }) => say(endedFrame(run.runId), endedFrame(run.runId)),
    words: ['SUCCEEDED'],
    why: 'a run is answered once',
  },
  'a run given back that nobody asked for': {
    act: ({ run, say }) => say({ name: 'recalled', runId: run.runId }),
    words: lost,
    why: 'it would be begun again elsewhere, for ever',
  },
  'a wedged run that succeeded': {
    act: ({ run, say }) => say({ name: 'wedged', runId: run.runId, word: 'SUCCEEDED' }),
    words: lost,
    why: 'the agent writes the outcome of a run that it ends',
  },
  'ready, again': {
    act: ({ say }) => say({ name: 'ready', v8Version: '0', layers: [] }),
    words: lost,
    why: 'once is when it is started',
  },
  'a reset that nobody asked for': {
    act: ({ say }) => say({ name: 'reset-done' }),
    words: lost,
    why: 'it serves a tenant',
  },
  'that it is spent, at every run': {
    act: ({ run, say }) => say(endedFrame(run.runId, { isHostSpent: true })),
    words: ['SUCCEEDED'],
    why: 'it is replaced, and that is all',
  },
  'a call of a tool that its run does not have': {
    act: ({ run, say }) => say(call(run.runId)),
    words: lost,
    why: 'what runs call happens in the world',
  },
  'calls for ever, of runs that it was never given': {
    act: ({ run, say, socket }) => flood(socket, () => say(call(run.runId + 1_000))),
    words: lost,
    why: 'the agent would pass them on',
  },
  'more of a stdin that its run does not have': {
    act: ({ run, say }) =>
      say({ name: 'call', runId: run.runId, call: { callId: 1, toolName: stdinCallName } }),
    words: lost,
    why: 'the coordinator would serve it',
  },
  'progress for ever': {
    act: ({ run, say, socket }) =>
      flood(socket, () => say({ name: 'progress', runId: run.runId, valueJson: '0.5' })),
    words: lost,
    why: 'each word of it is passed on to the client',
  },
  'progress of a megabyte': {
    act: ({ run, say }) =>
      say({ name: 'progress', runId: run.runId, valueJson: 'x'.repeat(2 ** 20) }),
    words: lost,
    why: 'as above',
  },
  'a result of more bytes than may be': lie('it would not fit into a message', ({ limits }) => ({
    resultBytes: new Uint8Array(limits.resultBytesMax + 1),
  })),
  'log frames of no lines for ever': {
    act: ({ run, say, socket }) => flood(socket, () => say(logs(run, '', 0))),
    words: lost,
    why: 'they use up nothing of what a run may say',
  },
  'a run that parks again and again': {
    act: ({ run, say, socket }) => flood(socket, () => say({ name: 'parked', runId: run.runId })),
    words: lost,
    why: 'as above',
  },
  'more log lines than the run may write': {
    act: ({ run, say, socket }) => flood(socket, () => say(logs(run, 'again', 1))),
    words: lost,
    why: "the agent counts, whatever the host's own limit",
  },
  'log lines of a megabyte': {
    act: ({ run, say }) => say(logs(run, 'x'.repeat(2 ** 20), 8)),
    words: lost,
    why: 'bytes are counted as well',
  },
  'a result larger than it may be': lie('it would be carried to the caller', ({ limits }) => ({
    resultJson: 'x'.repeat(limits.resultBytesMax + 1),
  })),
  'an error of a megabyte': lie('errors have limits too', () => ({
    word: 'SCRIPT_THREW',
    error: { name: 'E', message: 'm'.repeat(2 ** 20), stack: '' },
  })),
  'more time than has passed': lie('usage is what is paid for', () => ({ wallUs: 1e12 })),
  'more processor time than a machine has': lie('usage is what is paid for', () => ({
    cpuUs: Number.MAX_SAFE_INTEGER,
  })),
  'a heap larger than any': lie('usage is what is paid for', () => ({
    heapPeakBytes: Number.MAX_SAFE_INTEGER,
  })),
  'a result that is no JSON': {
    act: ({ run, say }) => say(endedFrame(run.runId, { resultJson: '{"__proto__":' })),
    words: ['SUCCEEDED'],
    why: "it can lie about its own tenant's runs: the text is passed on and not read",
  },
  'an empty frame': bytes('a length of nothing', 0, 0, 0, 0),
  'a frame of four gigabytes': bytes('a length is held against its limit', 255, 255, 255, 255, 4),
  'a frame of an unknown type': bytes('types are a closed set', 1, 0, 0, 0, 99),
  'a text longer than its frame': bytes(
    'a length is held against what is there',
    ...[9, 0, 0, 0, 1, 255, 255, 255, 127, 0, 0, 0, 0],
  ),
  'a list longer than its frame': bytes(
    'a length is held against what is there',
    ...[9, 0, 0, 0, 2, 1, 0, 0, 0, 255, 255, 255, 255],
  ),
  'a frame with bytes left over': bytes('a frame ends where it says', 2, 0, 0, 0, 7, 7),
  'bytes of every value for ever': {
    act: ({ socket }) =>
      flood(socket, () =>
        socket.write(Buffer.from(Array.from({ length: 256 }, (_, at) => at * 37))),
      ),
    words: lost,
    why: 'whatever comes is frames or the end',
  },
  'a frame of sixteen megabytes, a byte at a time': {
    act: ({ socket }) => {
      socket.write(Buffer.from([0, 0, 0, 1]));
      flood(socket, () => socket.write(Buffer.from([4])));
    },
    words: lost,
    why: 'each byte was once kept in memory of its own, and none of it is a sign of life',
  },
  'half a frame and no more': {
    act: ({ run, socket }) => {
      announce({ runId: run.runId });
      socket.write(Buffer.from([9, 0, 0]));
    },
    words: outOfTime,
    why: 'time runs on',
  },
  'megabytes on its stderr, and control characters': {
    act: ({ run, say }) => {
      try {
        for (let count = 0; count < 1_000; count++)
          writeSync(standardError, '\u001b[2J'.repeat(400));
      } catch {
        // Not listened to any more.
      }
      say(endedFrame(run.runId));
    },
    words: ['SUCCEEDED'],
    why: 'it is the last words that are kept, for a log',
  },
  'nothing, after it has closed its socket': {
    act: () => {
      closeSync(3);
      for (;;);
    },
    words: [...lost, ...outOfTime],
    why: 'a host without a socket is of no use',
  },
  'its end': { act: () => process.exit(0), words: lost, why: 'it is replaced' },
  'its end, loudly': { act: () => process.abort(), words: lost, why: 'it is replaced' },
  'silence in a loop': {
    act: () => {
      for (;;);
    },
    words: lost,
    why: 'nobody is announced, so nobody is named; but it is ended',
  },
  'a page of numbers that are none': announcing('a comparison with NaN is never true', () => ({
    enteredAtMs: Number.NaN,
    cpuUsBefore: Number.NaN,
    processCpuUsAtEntry: Number.NaN,
    pulseAtMs: Number.NaN,
  })),
  'a page of numbers without end': announcing('they would be reported as usage', () => ({
    enteredAtMs: Number.NEGATIVE_INFINITY,
    cpuUsBefore: Number.POSITIVE_INFINITY,
    processCpuUsAtEntry: Number.NEGATIVE_INFINITY,
    pulseAtMs: Number.POSITIVE_INFINITY,
  })),
  'a page that says it has just begun, at every look': {
    act: ({ run }) => {
      for (let count = 1; ; count++) announce({ runId: run.runId, enteredAtMs: 1e9 + count });
    },
    words: [...outOfTime, ...lost],
    why: 'the time a run has had is not for the host to take back',
  },
  'a page for a run it was never given': announcing('it cannot be blamed', ({ runId }) => ({
    runId: runId + 77,
  })),
  'a page that is always half written': {
    act: ({ run }) => {
      for (;;) announce({ runId: run.runId }, true);
    },
    words: [...outOfTime, ...lost],
    why: 'it is as good as none',
  },
};
