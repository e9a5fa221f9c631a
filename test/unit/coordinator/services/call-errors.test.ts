import { expect, test } from 'vitest';
import { explained } from '../../../../coordinator/services/call-errors.ts';
import { IsopodError } from '../../../../shared/errors/isopod-error.ts';
import { type Logger, silentLogger } from '../../../../shared/telemetry/logger.ts';

test('explained tells the log what was thrown by mistake, and its caller nothing of it', () => {
  const logged: unknown[] = [];
  const logger: Logger = { ...silentLogger, error: (fields) => void logged.push(fields) };
  const thrown = new TypeError("ENOENT: no such file, open '/data/tenants/other.json'");
  const error = explained(thrown, logger);
  expect(error).toMatchObject({ reason: 'INTERNAL', cause: undefined });
  expect(error.message).not.toContain('other');
  expect(logged).toMatchObject([{ err: { cause: thrown } }]);
});

test('explained passes on what is meant for callers', () => {
  const meant = new IsopodError('QUEUE_FULL', 'Could not accept the execution: 10 wait');
  expect(explained(meant, silentLogger)).toBe(meant);
});
