/**
 * Programs that behave until they are trusted: POOLED code that has been short and clean for long
 * runs on the main thread of its host, where nothing but the agent can end it.
 */
import {
  fine,
  type HostileProgram,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
  tooMuch,
} from './hostile-program.ts';

const isolation = 'POOLED';
/** More than it takes to be trusted (node-agent/pool/hosting-config.ts), in two hosts even. */
const runsBefore = 30;
const inputBefore = false;
const input = true;
const limits = { ...littleTime, logLinesMax: 50 };

/** A module that is good until it is told otherwise. */
const untilTold = (evil: string): string => `
  let runs = 0;
  export default (isTold) => { runs++; if (!isTold) return runs; ${evil} };`;

export const slicePrograms: readonly HostileProgram[] = [
  {
    name: 'trusted code that loops',
    source: untilTold('for (;;);'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: outOfTime,
    why: 'the main thread of its host is gone',
    limits,
  },
  {
    name: 'trusted code that loops in its microtasks',
    source: untilTold('const next = () => Promise.resolve().then(next); return next();'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: outOfTime,
    why: 'the function returns, the thread does not',
    limits,
  },
  {
    name: 'trusted code that calls what nothing ends',
    source: untilTold('Array.prototype.indexOf.call({ length: 2 ** 53 - 1 }, 1);'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: outOfTime,
    why: 'no termination reaches it',
    limits,
  },
  {
    name: 'trusted code that fills the heap',
    source: untilTold('const a = []; for (;;) a.push(new Array(1000).fill(1.1));'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: [...outOfMemory, ...outOfTime, 'CRASHED'],
    why: 'on the main thread V8 aborts the process',
    limits: { ...limits, memoryBytesMax: 32 * 2 ** 20, cpuUsMax: 5_000_000, wallUsMax: 8_000_000 },
  },
  {
    name: 'trusted code that takes memory outside the heap',
    source: untilTold(
      'const b = new ArrayBuffer(1, { maxByteLength: 3e9 }); b.resize(3e9); new Uint8Array(b).fill(1);',
    ),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: outOfMemory,
    why: 'nothing on the main thread can see it',
    limits: { ...limits, memoryBytesMax: 32 * 2 ** 20, cpuUsMax: 5_000_000, wallUsMax: 8_000_000 },
  },
  {
    name: 'trusted code that rejects what cannot be read',
    source: untilTold(
      'const loop = () => { for (;;); }; Promise.reject(new Proxy(new Error("x"), { get: loop, getPrototypeOf: loop })); return 1;',
    ),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: [...outOfTime, ...threw],
    why: 'the engine reads it, on the main thread',
    limits,
  },
  {
    name: 'trusted code that throws an error with endless getters',
    source: untilTold('throw { get stack() { for (;;); }, get message() { for (;;); } };'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: threw,
    why: 'it is described inside its context',
    limits,
  },
  {
    name: 'trusted code that logs without end',
    source: untilTold('for (;;) try { console.log("more"); } catch {}'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: [...tooMuch, ...outOfTime],
    why: 'lines are kept until the slice returns',
    limits,
  },
  {
    name: 'trusted code that sleeps',
    source: untilTold('return new Promise((resolve) => setTimeout(() => resolve("slept"), 30));'),
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: fine,
    result: 'slept',
    why: 'it may; the thread is free meanwhile',
    limits,
  },
  {
    name: 'trusted code that answers with a promise of an earlier run',
    source: `
      let early;
      export default (isTold) => {
        early ??= new Promise((resolve) => setTimeout(() => resolve('of an earlier run'), 1e6));
        return isTold ? early : 0;
      };`,
    isolation,
    runsBefore,
    inputBefore,
    input,
    words: [...threw, 'WALL_EXCEEDED'],
    why: 'timers end with the run that set them',
    limits,
  },
];
