/**
 * What an engine does all day, to be done under the filter: each named thing and its result.
 */
import { createHmac, generateKeyPairSync, pbkdf2, randomUUID, sign, verify } from 'node:crypto';
import { stripTypeScriptTypes } from 'node:module';
import { promisify } from 'node:util';
import { brotliCompress, brotliDecompressSync, gunzipSync, gzipSync } from 'node:zlib';
import ivm from 'isolated-vm';

/** (a, b) => a + b, exported as `add`. */
const addModule =
  'new Uint8Array([0,97,115,109,1,0,0,0,1,7,1,96,2,127,127,1,127,3,2,1,0,' +
  '7,7,1,3,97,100,100,0,0,10,9,1,7,0,32,0,32,1,106,11])';
/** (address) => the word there, of one page of memory, exported as `load`. */
const loadModule =
  'new Uint8Array([0,97,115,109,1,0,0,0,1,6,1,96,1,127,1,127,3,2,1,0,5,3,1,0,1,' +
  '7,8,1,4,108,111,97,100,0,0,10,9,1,7,0,32,0,40,2,0,11])';

async function evaluate(source: string, options = {}, memoryLimit = 64): Promise<unknown> {
  const isolate = new ivm.Isolate({ memoryLimit });
  try {
    const context = await isolate.createContext();
    return (await context.eval(source, options)) as unknown;
  } finally {
    if (!isolate.isDisposed) isolate.dispose();
  }
}

async function failure(attempt: Promise<unknown>): Promise<string> {
  return attempt.then(
    (value) => `succeeded: ${String(value)}`,
    (error: unknown) => (error as Error).message,
  );
}

function manyIsolates(): number {
  let sum = 0;
  for (let n = 0; n < 100; n++) {
    const isolate = new ivm.Isolate({ memoryLimit: 16 });
    sum += isolate.createContextSync().evalSync('1') as number;
    isolate.dispose();
  }
  return sum;
}

function curves(): boolean {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const text = Buffer.from('text');
  return verify('sha256', text, publicKey, sign('sha256', text, privateKey));
}

async function disposal(): Promise<string> {
  const isolate = new ivm.Isolate({ memoryLimit: 16 });
  const context = await isolate.createContext();
  const entered = Promise.withResolvers<void>();
  context.global.setSync('enter', new ivm.Callback(() => entered.resolve(), { ignored: true }));
  const loop = failure(context.eval('enter(); for (;;);'));
  await entered.promise;
  isolate.dispose();
  return loop;
}

export async function workloads(): Promise<Record<string, unknown>> {
  const hot =
    'let sum = 0; const f = (x) => x * 2 + 1; for (let i = 0; i < 1e6; i++) sum += f(i); sum';
  const garbage =
    'let all; for (let k = 0; k < 20; k++) { all = []; for (let i = 0; i < 2e4; i++)' +
    ' all.push({ i, text: "a" + i }) } all.length';
  return {
    manyIsolates: manyIsolates(),
    inPoolThreads: await Promise.all(Array.from({ length: 8 }, () => evaluate(hot))),
    collected: await evaluate(garbage),
    webAssembly: await evaluate(
      `new WebAssembly.Instance(new WebAssembly.Module(${addModule})).exports.add(2, 3)`,
    ),
    webAssemblyTrap: await failure(
      evaluate(
        `new WebAssembly.Instance(new WebAssembly.Module(${loadModule})).exports.load(9999999)`,
      ),
    ),
    timeout: await failure(evaluate('for (;;);', { timeout: 20 })),
    disposed: await disposal(),
    heapLimit: await failure(
      evaluate('const map = new Map(); for (let i = 0; ; i++) map.set(i, { i })', {}, 8),
    ),
    intl: await evaluate('new Intl.NumberFormat("de", { style: "percent" }).format(0.5)'),
    timeZone: await evaluate(
      'new Intl.DateTimeFormat("en", { timeZone: "Asia/Tokyo", timeStyle: "short" }).format(0)',
    ),
    hmac: createHmac('sha256', 'key').update('text').digest('hex').slice(0, 8),
    uuidLength: randomUUID().length,
    curves: curves(),
    pbkdf2: (await promisify(pbkdf2)('password', 'salt', 10, 4, 'sha256')).toString('hex'),
    gzip: gunzipSync(gzipSync('text')).toString(),
    brotli: brotliDecompressSync(await promisify(brotliCompress)('text')).toString(),
    stripped: stripTypeScriptTypes('const a: number = 1'),
    cpuUs: process.cpuUsage().user > 0,
  };
}
