/** Programs that fetch to do harm, on a node that lets nothing out: their host and its agent answer. */
import {
  fine,
  type HostileProgram,
  littleMemory,
  littleTime,
  outOfMemory,
  outOfTime,
  threw,
} from './hostile-program.ts';

const limits = { ...littleTime, cpuUsMax: 4_000_000, wallUsMax: 10_000_000 };
const fewCalls = { ...limits, hostCallsMax: 300 };
const next = {
  source: `fetch('http://a.test').catch(({ cause }) => cause.code)`,
  result: 'EGRESS_OFF',
};
const tooOften: HostileProgram['words'] = ['HOST_CALL_LIMIT'];
const inside = [
  ...['http://127.0.0.1:50051', 'http://localhost', 'http://0x7f.1', 'http://[::1]', 'http://0'],
  ...['http://169.254.169.254/latest/meta-data/', 'http://[fd00:ec2::254]', 'http://10.0.0.1'],
  ...['https://example.com', 'http://[::ffff:127.0.0.1]', 'http://metadata.google.internal'],
];

export const fetchingPrograms: readonly HostileProgram[] = [
  {
    name: 'a look at everything that may be inside',
    source: `Promise.all(${JSON.stringify(inside)}.map((url) => fetch(url).catch(({ cause }) => cause.code)))`,
    words: fine,
    result: inside.map(() => 'EGRESS_OFF'),
    why: 'the machine, its network and its cloud believe whoever asks from inside',
  },
  {
    name: 'what is no place of the web',
    source: `Promise.all(['file:///etc/passwd', 'data:,x', 'blob:x', 'unix:/run/x', '//x', 'http://u:p@a.test'].map((url) => fetch(url).then(() => 'there', ({ name }) => name)))`,
    words: fine,
    result: Array.from({ length: 6 }, () => 'TypeError'),
    why: 'other schemes read files and sockets',
  },
  {
    name: 'fetches without end',
    source: `(async () => { for (;;) await fetch('http://a.test').catch(() => {}); })()`,
    words: [...tooOften, ...outOfTime],
    why: 'each is work for the agent, which all tenants share',
    limits: fewCalls,
    next,
  },
  {
    name: 'fetches that nobody awaits',
    source: `(async () => { for (;;) { fetch('http://a.test').catch(() => {}); await null; } })()`,
    words: tooOften,
    why: 'what is queued is in somebody’s memory',
    limits: fewCalls,
    next,
  },
  {
    name: 'large bodies, many at once',
    source: `(async () => {
      const body = new Uint8Array(1024 * 1024);
      for (;;) await Promise.all(Array.from({ length: 32 }, () => fetch('http://a.test', { method: 'PUT', body }).catch(() => {})));
    })()`,
    words: [...tooOften, ...outOfMemory, ...outOfTime],
    why: 'they pass through the host and the agent',
    limits: { ...littleMemory, hostCallsMax: 200 },
    next,
  },
  {
    name: 'aborts without end',
    source: `(async () => {
      for (;;) {
        const abort = new AbortController();
        const pending = fetch('http://a.test', { signal: abort.signal }).catch(() => {});
        setTimeout(() => abort.abort(), 0);
        await pending;
      }
    })()`,
    words: [...tooOften, ...outOfTime],
    why: 'each is a frame that nothing else pays for',
    limits: fewCalls,
    next,
  },
  {
    name: 'a fetch whose answer comes when its run is over',
    source: `fetch('http://a.test').catch(() => { for (;;); }); 'done'`,
    words: fine,
    result: 'done',
    why: 'its handler would run in the next',
    limits,
    next,
  },
  {
    name: 'a request without end in its parts',
    source: `(async () => {
      const endless = new ReadableStream({ pull(controller) { controller.enqueue(new Uint8Array(65536)); } });
      await fetch('http://a.test', { method: 'POST', body: endless, duplex: 'half' });
    })()`,
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'it is read whole before it leaves',
    limits: littleMemory,
    next,
  },
  {
    name: 'patches under what fetch is made of',
    source: `(async () => {
      Uint8Array.prototype.toBase64 = () => 'x'.repeat(2 ** 27);
      Array.prototype.join = () => ({ length: 1, slice() { for (;;); } });
      Object.prototype.then = function (resolve) { resolve(this); };
      await fetch('http://a.test', { method: 'POST', body: 'x' });
    })()`,
    words: [...threw, ...fine, ...outOfTime, ...outOfMemory],
    why: 'the host would take what they make for a request',
    limits,
    next,
  },
  {
    name: 'a header that splits a request',
    source: `Promise.all(['a\\r\\nb: c', 'a\\nb', '\\0'].map((value) => fetch('http://a.test', { headers: { x: value } }).catch(({ name }) => name)))`,
    words: fine,
    result: ['TypeError', 'TypeError', 'TypeError'],
    why: 'what follows it would be another one, past every rule',
  },
  {
    name: 'the frames that a fetch leaves on the stack',
    source: `(async () => {
      const found = [];
      Error.prepareStackTrace = (_error, sites) => {
        for (const site of sites) found.push(typeof site.getThis(), typeof site.getFunction());
        return '';
      };
      await fetch({ toString() { new Error('x').stack; return 'http://a.test'; } }).catch((error) => error.stack);
      return found.filter((kind) => kind === 'function').length;
    })()`,
    words: [...fine, ...threw],
    why: 'one of them holds the way to the host',
  },
];
