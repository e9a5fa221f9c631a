import { expect, test } from 'vitest';
import { runInGuestWorld } from '../../../../../support/guest-world.ts';

const prelude = `
  const { subtle } = crypto;
  const data = new TextEncoder().encode('hello');
  const hex = (buffer) => new Uint8Array(buffer).toHex();
  const nameOf = (promise) => promise.then(() => 'done', (error) => error.name);`;

test('digest, HMAC and derivation come to what they are defined to', async () => {
  const { result } = await runInGuestWorld(`${prelude}
    (async () => {
      const key = await subtle.importKey('raw', data, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign']);
      const base = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits']);
      return [hex(await subtle.digest('SHA-1', data)), hex(await subtle.sign('HMAC', key, data)).slice(0, 16),
        hex(await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: data, iterations: 1000 }, base, 64))];
    })()`);
  const sha1 = 'aaf4c61ddcc5e8a2dabede0f3b482cd9aea9434d';
  expect(result).toEqual([sha1, expect.any(String), 'fe33b4e1d4418246']);
});

test('what AES encrypts it decrypts, and nothing else', async () => {
  const { result } = await runInGuestWorld(`${prelude}
    (async () => {
      const key = await subtle.generateKey({ name: 'AES-GCM', length: 256 }, false, ['encrypt', 'decrypt']);
      const algorithm = { name: 'AES-GCM', iv: crypto.getRandomValues(new Uint8Array(12)), additionalData: data };
      const sealed = new Uint8Array(await subtle.encrypt(algorithm, key, data));
      const opened = new TextDecoder().decode(await subtle.decrypt(algorithm, key, sealed));
      sealed[0] ^= 1;
      return [opened, await nameOf(subtle.decrypt(algorithm, key, sealed)), await nameOf(subtle.exportKey('raw', key))];
    })()`);
  expect(result).toEqual(['hello', 'OperationError', 'InvalidAccessError']);
});

test('pairs of keys sign, verify and agree, also after they went through their formats', async () => {
  const { result } = await runInGuestWorld(`${prelude}
    const rsa = { modulusLength: 1024, publicExponent: new Uint8Array([1, 0, 1]), hash: 'SHA-256' };
    const schemes = [[{ name: 'RSASSA-PKCS1-v1_5', ...rsa }, {}], [{ name: 'RSA-PSS', ...rsa }, { saltLength: 20 }],
      [{ name: 'ECDSA', namedCurve: 'P-256' }, { hash: 'SHA-256' }], [{ name: 'Ed25519' }, {}]];
    Promise.all(schemes.map(async ([algorithm, more]) => {
      const { name } = algorithm;
      const { publicKey, privateKey } = await subtle.generateKey(algorithm, true, ['sign', 'verify']);
      const again = await subtle.importKey('jwk', await subtle.exportKey('jwk', privateKey), algorithm, false, ['sign']);
      const other = await subtle.importKey('spki', await subtle.exportKey('spki', publicKey), algorithm, false, ['verify']);
      const signature = await subtle.sign({ name, ...more }, again, data);
      return subtle.verify({ name, ...more }, other, signature, data);
    }))`);
  expect(result).toEqual([true, true, true, true]);
});

test('what would take too long is not begun', async () => {
  const { result } = await runInGuestWorld(`${prelude}
    (async () => {
      const base = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits']);
      const exponent = new Uint8Array([1, 0, 1]);
      const keys = (modulusLength, publicExponent = exponent) =>
        nameOf(subtle.generateKey({ name: 'RSA-PSS', modulusLength, publicExponent, hash: 'SHA-1' }, true, ['sign']));
      return [await nameOf(subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-1', salt: data, iterations: 2 ** 31 }, base, 8)),
        await keys(16_384), await keys(2048, new Uint8Array([3, 1, 7]))];
    })()`);
  expect(result).toEqual(Array.from({ length: 3 }, () => 'OperationError'));
});

test('chance comes from the seed in a deterministic run, and pairs of keys are refused', async () => {
  const source = `${prelude}
    (async () => [crypto.randomUUID(), hex(crypto.getRandomValues(new Uint8Array(4))),
      await nameOf(subtle.generateKey('Ed25519', true, ['sign'])),
      await nameOf(subtle.generateKey({ name: 'AES-CBC', length: 128 }, true, ['encrypt']))])()`;
  const run = (seed: number): ReturnType<typeof runInGuestWorld> =>
    runInGuestWorld(source, { determinism: { seed, startEpochMs: 0 } });
  const [one, same, other] = await Promise.all([run(1), run(1), run(2)]);
  expect(one.result).toEqual(same.result);
  expect(one.result).not.toEqual(other.result);
  expect((one.result as string[]).slice(2)).toEqual(['NotSupportedError', 'done']);
});

test('getRandomValues fills views of integers up to its limit', async () => {
  const { result } = await runInGuestWorld(`
    const nameOf = (make) => { try { make(); return 'done'; } catch (error) { return error.name; } };
    const bytes = crypto.getRandomValues(new Uint8Array(64));
    [bytes.some((byte) => byte > 0), nameOf(() => crypto.getRandomValues(new Float32Array(1))),
     nameOf(() => crypto.getRandomValues(new Uint8Array(65_537))), new Set([crypto.randomUUID(), crypto.randomUUID()]).size];`);
  expect(result).toEqual([true, 'TypeMismatchError', 'QuotaExceededError', 2]);
});

test('keys are made and derived on the main thread too, where the guest has it', async () => {
  const source = `${prelude}
    (async () => {
      const base = await subtle.importKey('raw', data, 'PBKDF2', false, ['deriveBits']);
      const { publicKey } = await subtle.generateKey({ name: 'ECDSA', namedCurve: 'P-384' }, true, ['sign', 'verify']);
      const bits = await subtle.deriveBits({ name: 'PBKDF2', hash: 'SHA-256', salt: data, iterations: 10 }, base, 64);
      return [(await subtle.exportKey('raw', publicKey)).byteLength, bits.byteLength];
    })()`;
  expect(await runInGuestWorld(source, { mode: 'SLICE' })).toMatchObject({ result: [97, 8] });
});
