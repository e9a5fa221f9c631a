import { stripVTControlCharacters } from 'node:util';
import { expect, test } from 'vitest';
import { pinoLogger } from '../../../../shared/telemetry/pino-logger.ts';

function capture(
  options: { level?: 'debug' | 'info' | 'warn' | 'silent'; isPretty?: boolean } = {},
) {
  const lines: string[] = [];
  const logger = pinoLogger({
    level: options.level ?? 'info',
    isPretty: options.isPretty ?? false,
    fields: { program: 'a-program' },
    destination: { write: (line) => lines.push(line) },
  });
  return { logger, lines, objects: () => lines.map((line) => JSON.parse(line) as unknown) };
}

test('a logger writes one JSON object a line, with what is bound to it', () => {
  const { logger, lines, objects } = capture();
  logger.child({ nodeId: 'n1' }).warn({ runs: 3 }, 'node left');
  expect(lines[0]).toMatch(/^\{.*\}\n$/);
  expect(objects()).toEqual([
    {
      level: 'warn',
      time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) as string,
      program: 'a-program',
      nodeId: 'n1',
      runs: 3,
      msg: 'node left',
    },
  ]);
});

test('a logger writes nothing below its level', () => {
  const { logger, objects } = capture({ level: 'warn' });
  logger.info({}, 'quiet');
  logger.error({}, 'loud');
  expect(objects()).toMatchObject([{ msg: 'loud' }]);
});

test('a logger does not show secrets', () => {
  const { logger, lines } = capture();
  const secret = 'correct-horse-battery';
  logger.info({ token: secret, config: { nodeToken: secret, port: 1 } }, 'configured');
  logger.info({ metadata: { authorization: `Bearer ${secret}` } }, 'called');
  logger.child({ password: secret }).info({}, 'bound');
  expect(lines.join('')).not.toContain(secret);
  expect(lines.join('')).toContain('"port":1');
});

test('a logger writes an error with its stack and its cause', () => {
  const { logger, objects } = capture();
  logger.error({ err: new Error('outer', { cause: new Error('inner') }) }, 'failed');
  expect(objects()).toMatchObject([
    {
      msg: 'failed',
      err: { message: 'outer: inner', stack: expect.stringContaining('inner') as string },
    },
  ]);
});

test('a pretty logger writes lines for people', () => {
  const { logger, lines } = capture({ isPretty: true });
  logger.info({ port: 5, tags: ['a'] }, 'listens');
  expect(stripVTControlCharacters(lines[0] ?? '')).toMatch(
    /^\d\d:\d\d:\d\d\.\d{3} {2}INFO {3}a-program {2}listens {2}port=5 {2}tags=\["a"\]\n$/,
  );
});
