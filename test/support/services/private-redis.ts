/** A Redis server of its own for each call, in memory only. */
import { mkdtempSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { newToken } from '../../../shared/random/system-random.ts';
import { GuardedServer } from './guarded-server.ts';
import { redisServerProgram } from './redis-server-program.ts';
import { startOnFreePort } from './start-on-free-port.ts';
import type { TestService } from './test-service.ts';

export async function startPrivateRedis(): Promise<TestService> {
  const program = redisServerProgram();
  const password = newToken();
  return startOnFreePort(async (port) => {
    const folder = mkdtempSync(join(tmpdir(), 'isopod-redis-'));
    const server = await GuardedServer.start({
      folder,
      command: [
        program,
        ...['--port', String(port), '--bind', '127.0.0.1', '--requirepass', password],
        ...['--save', '', '--appendonly', 'no', '--dir', folder],
      ],
      endSignal: 'TERM',
      isReady: () => answersTo(port, password),
    });
    return { url: `redis://:${password}@127.0.0.1:${port}/0`, stop: () => server.stop() };
  });
}

/** Only our own server knows the password, so a stranger on the port does not pass for it. */
function answersTo(port: number, password: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(`AUTH ${password}\r\nPING\r\n`));
    let answer = '';
    socket.setEncoding('utf8').on('data', (chunk: string) => {
      answer += chunk;
      if (answer.endsWith('\r\n')) socket.end();
    });
    socket.once('error', () => resolve(false));
    socket.once('close', () => resolve(answer === '+OK\r\n+PONG\r\n'));
  });
}
