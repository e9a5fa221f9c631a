import { expect, test } from 'vitest';
import { ConfigError } from '../../../../shared/config/config-error.ts';
import { configHelp } from '../../../../shared/config/config-help.ts';
import { loadConfig } from '../../../../shared/config/load-config.ts';
import type { Program } from '../../../../shared/config/program.ts';
import {
  byteSize,
  choice,
  onOff,
  textListSetting,
  textSetting,
  type ValuesOf,
  wholeNumber,
} from '../../../../shared/config/setting.ts';

const settings = {
  workersMax: wholeNumber({ summary: 'Workers.', min: 1, max: 64, default: 8 }),
  workersPerUserMax: wholeNumber({
    summary: 'Workers of one user.',
    min: 1,
    max: 64,
    default: undefined,
    defaultText: 'workersMax',
  }),
  cacheBytesMax: byteSize({ summary: 'Cache.', min: 1, max: 2 ** 40, default: 2 ** 28 }),
  mode: choice(['strict', 'lenient'], { summary: 'Mode.', default: 'strict' }),
  peers: textListSetting({
    summary: 'Peers.',
    placeholder: 'HOST,…',
    rule: 'host names',
    pattern: /^[a-z.]+$/,
    default: [],
  }),
  isOpen: onOff({ summary: 'Open.' }),
  password: textSetting({
    summary: 'Secret.',
    placeholder: 'SECRET',
    rule: 'at least 8 characters',
    pattern: /^.{8,}$/,
    default: undefined,
    isSecret: true,
  }),
};

const program: Program<typeof settings, ValuesOf<typeof settings>> = {
  name: 'a program',
  summary: 'Does something.',
  settings,
  compile(values, _surroundings, relations) {
    const workersPerUserMax = values.workersPerUserMax ?? values.workersMax;
    relations.assert(
      workersPerUserMax <= values.workersMax,
      ['workersPerUserMax', 'workersMax'],
      `must be at most workersMax, which is ${values.workersMax}`,
    );
    relations.assert(
      !values.isOpen || values.password !== undefined,
      ['password'],
      'must be given',
    );
    return { ...values, workersPerUserMax };
  },
};

interface Given {
  readonly args?: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly files?: Readonly<Record<string, string>>;
}

function load({ args = [], env = {}, files = {} }: Given) {
  const readTextFile = (path: string): string => {
    const content = files[path];
    if (content === undefined) throw new Error('no such file');
    return content;
  };
  const surroundings = { processors: 4, hostName: 'host', newId: () => 'id', readTextFile };
  return loadConfig(program, { args, env, readTextFile }, surroundings);
}

function mistakesOf(given: Given): readonly string[] {
  try {
    load(given);
  } catch (error) {
    if (error instanceof ConfigError) return error.mistakes;
    throw error;
  }
  return [];
}

test('loadConfig takes defaults where nothing is given', () => {
  expect(load({})).toEqual({
    workersMax: 8,
    workersPerUserMax: 8,
    cacheBytesMax: 2 ** 28,
    mode: 'strict',
    peers: [],
    isOpen: false,
    password: undefined,
  });
});

test('loadConfig reads flags with the value beside them or behind an equals sign', () => {
  const args = ['--workers-max', '3', '--cache-bytes-max=64MB', '--peers', 'a,b.c', '--is-open'];
  expect(load({ args: [...args, '--password=abc=defgh'] })).toMatchObject({
    workersMax: 3,
    cacheBytesMax: 64 * 2 ** 20,
    peers: ['a', 'b.c'],
    isOpen: true,
    password: 'abc=defgh',
  });
});

test('loadConfig lets a flag win over a variable, and a variable over the file', () => {
  const files = {
    'a.json': '{"workersMax": 1, "mode": "lenient", "cacheBytesMax": "1KB", "peers": ["x"]}',
  };
  const env = { ISOPOD_WORKERS_MAX: '2', ISOPOD_MODE: 'strict', ISOPOD_CONFIG: 'a.json' };
  expect(load({ args: ['--workers-max', '3'], env, files })).toMatchObject({
    workersMax: 3,
    mode: 'strict',
    cacheBytesMax: 1024,
    peers: ['x'],
  });
});

test('loadConfig takes the file of the flag, not that of the variable', () => {
  const files = { 'a.json': '{"workersMax": 1}', 'b.json': '{"workersMax": 2}' };
  const env = { ISOPOD_CONFIG: 'a.json' };
  expect(load({ args: ['--config', 'b.json'], env, files }).workersMax).toBe(2);
});

test('loadConfig leaves an empty variable and variables of others alone', () => {
  const env = { ISOPOD_WORKERS_MAX: '', ISOPOD_OF_SOMEBODY_ELSE: '1', PATH: '/bin' };
  expect(load({ env }).workersMax).toBe(8);
});

test('loadConfig reports every mistake at once, each with its origin and value', () => {
  const given = {
    args: ['--workers-max', '900', '--wrkers-max', '5', 'stray', '--mode', 'loose', '--is-open'],
    env: { ISOPOD_CACHE_BYTES_MAX: '3 apples', ISOPOD_CONFIG: 'a.json' },
    files: { 'a.json': '{"peers": ["A B"], "workersPerUserMax": 65, "peeers": []}' },
  };
  expect(mistakesOf(given)).toEqual([
    '--wrkers-max: no such flag; did you mean --workers-max?',
    'stray: not a flag, and nothing else is expected',
    'a.json: peeers: no such setting; did you mean peers?',
    '--workers-max 900: must be a whole number from 1 to 64',
    'a.json: workersPerUserMax 65: must be a whole number from 1 to 64',
    'ISOPOD_CACHE_BYTES_MAX 3 apples: must be a size from 1B to 1024GB',
    '--mode loose: must be one of strict, lenient',
    'a.json: peers ["A B"]: must be host names',
    '--password (not given): must be given',
  ]);
});

test('loadConfig states the number of mistakes and where help is', () => {
  expect(() => load({ args: ['--workers-max', '0', '--mode', 'x'] })).toThrow(
    'Could not configure a program: 2 mistakes\n  --workers-max 0: must be a whole number from 1 to 64\n  --mode x: must be one of strict, lenient\nSee a program --help',
  );
});

test('loadConfig reports settings that do not go together', () => {
  expect(mistakesOf({ args: ['--workers-per-user-max', '9'] })).toEqual([
    '--workers-per-user-max 9: must be at most workersMax, which is 8',
  ]);
  const isFileAtFault = { files: { f: '{"workersPerUserMax": 9}' }, args: ['--config', 'f'] };
  expect(mistakesOf(isFileAtFault)).toEqual([
    'f: workersPerUserMax 9: must be at most workersMax, which is 8',
  ]);
});

test('loadConfig says nothing of a relation when one side is at fault by itself', () => {
  expect(mistakesOf({ args: ['--workers-max', '0', '--workers-per-user-max', '9'] })).toEqual([
    '--workers-max 0: must be a whole number from 1 to 64',
  ]);
});

test('loadConfig never shows a secret', () => {
  expect(mistakesOf({ args: ['--password', 'short'] })).toEqual([
    '--password (a secret, not shown): must be at least 8 characters',
  ]);
});

test.each([
  ['a flag without its value', ['--workers-max'], '--workers-max: needs a value'],
  ['a flag followed by another', ['--mode', '--is-open=false'], '--mode: needs a value'],
  ['--config without a file', ['--config'], '--config: needs a value'],
  ['a flag given twice', ['--mode', 'strict', '--mode=lenient'], '--mode: given more than once'],
  ['a switch that is neither on nor off', ['--is-open=perhaps'], 'must be true or false'],
  ['a number with a fraction', ['--workers-max', '1.5'], 'must be a whole number from 1 to 64'],
  ['an empty value', ['--workers-max='], '--workers-max (empty): must be a whole number'],
  ['a file that is not there', ['--config', 'gone'], 'gone: could not be read as a JSON file'],
])('loadConfig refuses %s', (_what, args, mistake) => {
  expect(mistakesOf({ args })).toEqual([expect.stringContaining(mistake)]);
});

test.each([
  ['text that is not JSON', '{"workersMax": }', 'f: could not be read as a JSON file'],
  ['a list', '[]', 'f: must hold one JSON object'],
  ['text for a number', '{"workersMax": "5"}', 'f: workersMax "5": must be a whole number'],
])('loadConfig refuses a file with %s', (_what, content, mistake) => {
  const given = { args: ['--config', 'f'], files: { f: content } };
  expect(mistakesOf(given)).toEqual([expect.stringContaining(mistake)]);
});

test('configHelp shows every flag with its variable and its default', () => {
  const help = configHelp(program);
  expect(help).toContain('Usage: a program [options]');
  expect(help).toContain('  --workers-max N\n      Workers. Default: 8. [ISOPOD_WORKERS_MAX]\n');
  expect(help).toContain(
    '  --workers-per-user-max N\n      Workers of one user. Default: workersMax.',
  );
  expect(help).toContain('Default: 256MB. [ISOPOD_CACHE_BYTES_MAX]');
  expect(help).toContain('  --mode strict|lenient\n');
  expect(help).toContain('  --is-open\n      Open. [ISOPOD_IS_OPEN]\n');
  expect(help).toContain('  --config FILE\n');
});
