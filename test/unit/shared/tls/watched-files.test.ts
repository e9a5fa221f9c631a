import { expect, test } from 'vitest';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';
import { WatchedFiles } from '../../../../shared/tls/watched-files.ts';

/** Files that a test changes; `compile` refuses `bad`. */
async function scenario(files: Record<string, string>) {
  const clock = new VirtualClock();
  const told: string[] = [];
  const watched = await WatchedFiles.open({
    paths: Object.keys(files),
    compile: (texts) => {
      if (texts.includes('bad')) throw new Error('it is bad');
      return texts.join('+');
    },
    readFile: async (path) => {
      const text = files[path];
      if (text === undefined) throw new Error(`no ${path}`);
      return text;
    },
    clock,
    observer: {
      changed: (paths) => told.push(`changed ${paths.join()}`),
      unusable: (_paths, error) => told.push(String(error)),
    },
  });
  watched.onChange(() => told.push(watched.value));
  return { clock, watched, told };
}

test('WatchedFiles reads them again every 5 s, and tells of what has changed', async () => {
  const files = { a: '1', b: '2' };
  const { clock, watched, told } = await scenario(files);
  expect(watched.value).toBe('1+2');
  await clock.advance(5_000);
  expect(told).toEqual([]);
  files.a = '3';
  await clock.advance(5_000);
  expect(told).toEqual(['changed a,b', '3+2']);
});

test('WatchedFiles keeps what it has while there is nothing better, and says so once', async () => {
  const files: Record<string, string> = { a: '1' };
  const { clock, watched, told } = await scenario(files);
  files['a'] = 'bad';
  await clock.advance(15_000);
  expect(watched.value).toBe('1');
  expect(told).toEqual(['Error: it is bad']);
  delete files['a'];
  await clock.advance(10_000);
  expect(told).toEqual(['Error: it is bad', 'Error: no a']);
  files['a'] = '2';
  await clock.advance(5_000);
  expect(watched.value).toBe('2');
});

test('WatchedFiles rejects what cannot be used to begin with', async () => {
  await expect(scenario({ a: 'bad' })).rejects.toThrow('it is bad');
});

test('WatchedFiles leaves no timer when it is closed', async () => {
  const { clock, watched } = await scenario({ a: '1' });
  await clock.advance(5_000);
  watched.close();
  expect(clock.timersPending).toBe(0);
});
