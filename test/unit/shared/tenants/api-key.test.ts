import fc from 'fast-check';
import { expect, test } from 'vitest';
import { newToken } from '../../../../shared/random/system-random.ts';
import {
  isKeyId,
  isSameKey,
  isSecretHash,
  newApiKey,
  readApiKey,
} from '../../../../shared/tenants/api-key.ts';

test('an API key is read as it was made, and what is kept of it does not hold the secret', () => {
  const secret = newToken();
  const key = newApiKey(secret);
  expect(key.text).toBe(`isopod_${key.keyId}_${secret}`);
  const read = readApiKey(key.text);
  expect(read).toEqual({ keyId: key.keyId, secretHash: key.secretHash });
  expect(JSON.stringify(read)).not.toContain(secret);
  expect(isKeyId(key.keyId) && isSecretHash(key.secretHash)).toBe(true);
});

test('an API key with one character changed is none', () => {
  const { text } = newApiKey(newToken());
  for (let at = 0; at < text.length; at++) {
    const other = text[at] === 'a' ? 'b' : 'a';
    expect(readApiKey(text.slice(0, at) + other + text.slice(at + 1))).toBeUndefined();
  }
});

test('whatever is no API key is read as none', () => {
  const { text } = newApiKey(newToken());
  for (const given of [
    '',
    'isopod_',
    `${text} `,
    ` ${text}`,
    `${text}a`,
    text.slice(0, -1),
    `${text}\n`,
  ])
    expect(readApiKey(given)).toBeUndefined();
  fc.assert(fc.property(fc.string(), (given) => readApiKey(given) === undefined));
});

test('an API key is the same as itself only', () => {
  const [one, other] = [newApiKey(newToken()), newApiKey(newToken())];
  expect(isSameKey(one, { ...one })).toBe(true);
  expect(isSameKey(one, { ...other, keyId: one.keyId })).toBe(false);
});
