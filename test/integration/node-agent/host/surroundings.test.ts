import { expect, onTestFinished, test } from 'vitest';
import { HostDriver } from '../../../support/host-driver.ts';

test('a guest sees UTC and American English, wherever its machine stands', async () => {
  const host = await HostDriver.start(undefined, { TZ: 'Asia/Tokyo' });
  onTestFinished(() => host.close());
  const source = `
    const { timeZone, locale } = Intl.DateTimeFormat().resolvedOptions();
    const date = new Date(0);
    const texts = [date.toString(), date.toLocaleString(), (1234.5).toLocaleString()];
    ({ timeZone, locale, offset: date.getTimezoneOffset(), texts })`;
  const { result } = await host.run({ source });
  expect(result).toEqual({
    timeZone: 'UTC',
    locale: 'en-US',
    offset: 0,
    texts: [
      'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)',
      '1/1/1970, 12:00:00 AM',
      '1,234.5',
    ],
  });
});

test('a guest in TypeScript runs in a host that has not read any before', async () => {
  const host = await HostDriver.start();
  onTestFinished(() => host.close());
  const language = 'TYPESCRIPT';
  const broken = await host.run({ source: 'enum Colour { Red }', language });
  expect(broken.ended).toMatchObject({ word: 'SYNTAX_ERROR', error: { name: 'SyntaxError' } });
  const { result } = await host.run({ source: 'const n: number = 1; n + 1', language });
  expect(result).toBe(2);
});
