/** Programs that use the web APIs to do harm: to their host, to its clock, to what is behind them. */
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
const next = { source: 'new URL("http://a/b").pathname', result: '/b' };
/** Whatever the parts are given or give while they are used, is tried as the way to the host. */
const useAll = `
  const useAll = async () => {
    const { subtle } = crypto;
    const data = new TextEncoder().encode('data');
    const uses = [
      () => new URL('http://é.example/?a=b#c').searchParams.get('a'), () => new TextDecoder('shift_jis').decode(data),
      () => subtle.digest('SHA-256', data), () => crypto.getRandomValues(new Uint8Array(8)), () => crypto.randomUUID(),
      () => subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']), () => atob(btoa('x')),
      () => new Response(new Blob(['x']).stream().pipeThrough(new CompressionStream('gzip'))).bytes(),
      () => structuredClone({ data, map: new Map([[1, new Set([2])]]) }), () => new URLPattern({ pathname: '/:a' }).test('http://a/b'),
      () => new AbortController().abort(), () => new EventTarget().dispatchEvent(new Event('x')), () => performance.now(),
      () => console.table([{ a: 1 }]), () => console.group(), () => new Request('http://a/', { method: 'POST', body: new FormData() }).formData(),
    ];
    for (const use of uses) try { await use(); } catch {}
  };`;

export const webApiPrograms: readonly HostileProgram[] = [
  {
    name: 'a bomb that is unfolded',
    source: `
      const zeros = new Uint8Array(65536);
      let left = 2000;
      const folded = new ReadableStream({ pull(c) { if (left-- > 0) c.enqueue(zeros); else c.close(); } }).pipeThrough(new CompressionStream('gzip'));
      (async () => {
        const bomb = new Uint8Array(await new Response(folded).arrayBuffer());
        const all = [];
        for (;;) for await (const chunk of new Blob([bomb]).stream().pipeThrough(new DecompressionStream('gzip'))) all.push(chunk);
      })();`,
    words: [...outOfMemory, ...outOfTime, ...threw],
    why: 'a few kilobytes unfold to gigabytes',
    limits: littleMemory,
    next,
  },
  {
    name: 'keys of RSA without end',
    source: `(async () => { for (;;) await crypto.subtle.generateKey({ name: 'RSA-PSS', modulusLength: 2048, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' }, true, ['sign']); })()`,
    words: outOfTime,
    why: 'finding primes takes a second each, on a thread that is not the guest’s',
    limits: littleTime,
    next,
  },
  {
    name: 'as many iterations as one may ask for',
    source: `(async () => {
      const key = await crypto.subtle.importKey('raw', new Uint8Array(8), 'PBKDF2', false, ['deriveBits']);
      await crypto.subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-512', salt: new Uint8Array(8), iterations: 9_000_000 }, key, 128);
    })()`,
    words: outOfTime,
    why: 'it cannot be broken off',
    limits: littleTime,
    next,
  },
  {
    name: 'megabytes digested without end',
    source: `(async () => { const data = new Uint8Array(8 * 2 ** 20); for (;;) await crypto.subtle.digest('SHA-512', data); })()`,
    words: outOfTime,
    why: 'the host’s main thread does it',
    limits: littleTime,
    next,
  },
  {
    name: 'random bytes without end',
    source: 'const bytes = new Uint8Array(65536); for (;;) crypto.getRandomValues(bytes);',
    words: outOfTime,
    why: 'each call goes to the host',
    limits: littleTime,
  },
  {
    name: 'keys that are none',
    source: `
      const { subtle } = crypto;
      const ec = { name: 'ECDSA', namedCurve: 'P-256' };
      const rsa = { name: 'RSA-PSS', hash: 'SHA-1' };
      const nameOf = (promise) => promise.then(() => 'read', (error) => error.name);
      Promise.all([
        subtle.importKey('jwk', { kty: 'RSA', n: 'A'.repeat(1e6), e: 'AQAB' }, rsa, true, ['verify']),
        subtle.importKey('jwk', { kty: 'RSA', n: 'A'.repeat(8_000) + 'B', e: 'A'.repeat(8_000) + 'B' }, rsa, true, ['verify']),
        subtle.importKey('spki', new Uint8Array(1e6), rsa, true, ['verify']),
        subtle.importKey('raw', new Uint8Array(65).fill(4), ec, true, ['verify']),
        subtle.importKey('pkcs8', crypto.getRandomValues(new Uint8Array(1_000)), ec, true, ['sign']),
        subtle.importKey('jwk', { kty: 'EC', crv: 'P-256', x: { toString() { throw 1; } }, y: 'AA' }, ec, true, ['verify']),
      ].map(nameOf));`,
    words: fine,
    result: Array.from({ length: 6 }, () => 'DataError'),
    why: 'OpenSSL reads what a guest made up',
    limits,
  },
  {
    name: 'the way to the host, looked for in everything that passes by',
    source: `${useAll}
      const found = new Set();
      const original = { apply: Reflect.apply, has: Set.prototype.has, add: Set.prototype.add };
      const seen = new Set();
      const look = (thing, depth = 0) => {
        if ((typeof thing !== 'function' && typeof thing !== 'object') || thing === null || depth > 2) return;
        if (original.apply(original.has, seen, [thing])) return;
        original.apply(original.add, seen, [thing]);
        if (typeof thing === 'function') {
          try { const text = original.apply(thing, undefined, [0, 'url']); if (typeof text === 'string' && text.length > 1000) found.add('the source of a part'); } catch {}
        }
        try { for (const key of Reflect.ownKeys(thing)) look(Object.getOwnPropertyDescriptor(thing, key)?.value, depth + 1); } catch {}
      };
      const spy = (holder, key) => {
        const method = holder[key];
        Object.defineProperty(holder, key, { configurable: true, writable: true, value(...args) { look(this); for (let i = 0; i < args.length; i++) look(args[i]); return original.apply(method, this, args); } });
      };
      for (const key of ['call', 'bind', 'apply']) spy(Function.prototype, key);
      for (const key of ['push', 'map', 'forEach', 'filter', 'find', 'splice', 'includes', 'slice', 'join', 'concat']) spy(Array.prototype, key);
      for (const key of ['get', 'set', 'has']) { spy(Map.prototype, key); spy(WeakMap.prototype, key); }
      for (const key of ['defineProperty', 'apply', 'construct', 'get', 'getOwnPropertyDescriptor']) spy(Reflect, key);
      for (const key of ['defineProperty', 'setPrototypeOf', 'entries', 'keys', 'fromEntries']) spy(Object, key);
      for (const key of ['call', 'load', 'port', 'source', 'exports', '0', '1', '2']) {
        Object.defineProperty(Object.prototype, key, { configurable: true, set(value) { look(value); look(this); Object.defineProperty(this, key, { __proto__: null, value, writable: true, configurable: true, enumerable: true }); }, get() { look(this); return undefined; } });
      }
      useAll().then(() => [...found]);`,
    words: fine,
    result: [],
    why: 'the parts run after the guest, in a language that it has patched',
    limits,
    next,
  },
  {
    name: 'errors of every API, for what they tell of the host',
    source: `
      const stacks = [];
      const keep = (error) => { stacks.push(String(error?.stack), String(error?.message)); };
      const attempts = [
        () => new URL('http://[::::]/'), () => new URL('http://xn--zzzzzz--/'), () => atob('?'), () => new TextDecoder('no such'),
        () => crypto.getRandomValues(new Uint8Array(1e6)), () => crypto.subtle.digest('MD5', new Uint8Array()),
        () => crypto.subtle.importKey('pkcs8', new Uint8Array(9), { name: 'ECDSA', namedCurve: 'P-256' }, true, ['sign']),
        () => crypto.subtle.importKey('raw', new Uint8Array(40 * 2 ** 20), { name: 'HMAC', hash: 'SHA-1' }, true, ['sign']).then((key) => crypto.subtle.sign('HMAC', key, new Uint8Array())),
        () => structuredClone(() => 1), () => new Response('x', { status: 1 }), () => new CompressionStream('no'),
      ];
      (async () => {
        for (const attempt of attempts) try { await attempt(); } catch (error) { keep(error); }
        return stacks.join('\\n').match(/node:|file:|\\/work|\\.ts:|isolated-vm|OpenSSL|node_modules/g);
      })();`,
    words: fine,
    result: null,
    why: 'an error made by Node has Node’s frames in its stack',
    limits: { ...limits, memoryBytesMax: 256 * 2 ** 20 },
  },
  {
    name: 'a stream that nobody reads',
    source:
      'new ReadableStream({ start(controller) { for (;;) controller.enqueue(new Array(1000).fill(1.1)); } });',
    words: [...outOfMemory, ...outOfTime],
    why: 'its queue grows for ever',
    limits: littleMemory,
  },
  {
    name: 'a Blob of a Blob of a Blob',
    source: `let blob = new Blob(['0123456789abcdef']); for (;;) blob = new Blob([blob, blob]);`,
    words: [...outOfMemory, ...threw],
    why: 'it doubles outside of the heap',
    limits: littleMemory,
  },
  {
    name: 'a value nested too deeply to be cloned',
    source: `let value = {}; for (let i = 0; i < 1e5; i++) value = { value }; try { structuredClone(value); } catch (error) { error.name; }`,
    words: [...fine, ...outOfTime],
    why: 'it is walked by calls, and the stack has an end',
    limits,
  },
  {
    name: 'more timeouts of signals than timers',
    source: 'for (;;) AbortSignal.timeout(1e6);',
    words: threw,
    errorName: 'RangeError',
    why: 'each of them waits for a timer',
    limits,
  },
  {
    name: 'a pattern of URLs that backtracks',
    source: `new URLPattern({ pathname: '/((?:a+)+)b' }).test({ pathname: '/' + 'a'.repeat(64) });`,
    words: outOfTime,
    why: 'it is a regular expression',
    limits: littleTime,
  },
  {
    name: 'an event dispatched from its own listener',
    source: `const target = new EventTarget(); target.addEventListener('x', () => target.dispatchEvent(new Event('x'))); target.dispatchEvent(new Event('x'));`,
    words: threw,
    errorName: 'RangeError',
    why: 'it never comes to its end',
    limits,
  },
  {
    name: 'a domain of a million letters',
    source: `const nameOf = (make) => { try { make(); return 'read'; } catch (error) { return error.name; } }; nameOf(() => new URL('http://' + 'é'.repeat(1e6) + '/'));`,
    words: fine,
    result: 'TypeError',
    why: 'the host converts it on its main thread',
    limits,
  },
];
