import { expect, test, vi } from 'vitest';
import type { LoadFrame } from '../../../../../node-agent/frames/frame.ts';
import { Code } from '../../../../../node-agent/host/programs/code.ts';
import type { ProgramGraph } from '../../../../../node-agent/host/programs/program-graph.ts';
import { FakeEngine } from '../../../../support/fake-engine.ts';

const frame: LoadFrame = {
  name: 'load',
  codeId: 1,
  kind: 'AUTO',
  language: 'JAVASCRIPT',
  fileName: 'a.js',
  source: '1',
};

function isolate(refusal?: string) {
  const fake = new FakeEngine().createIsolate(1);
  const error = { name: 'SyntaxError', message: refusal ?? '', stack: '' };
  return Object.assign(fake, { checkScript: () => Promise.resolve(refusal && error) as never });
}

test('Code is a script at once when no word of it could make it a module', () => {
  const reading = { name: 'script', source: '1\n//# sourceURL=a.js' };
  expect(new Code(frame).readAtOnce()).toEqual(reading);
  expect(new Code({ ...frame, kind: 'SCRIPT', source: 'export {}' }).readAtOnce()?.name).toBe(
    'script',
  );
});

test('Code asks the engine what a text with import or export is', async () => {
  const code = new Code({ ...frame, source: 'export default 1' });
  expect(code.readAtOnce()).toBeUndefined();
  const read = await code.read(isolate("Unexpected token 'export'"));
  expect(read).toMatchObject({ name: 'module', graph: { main: { source: 'export default 1' } } });
  expect(code.readAtOnce()).toBe(read);
  const script = new Code({ ...frame, source: '"export"' });
  expect((await script.read(isolate())).name).toBe('script');
  const broken = new Code({ ...frame, source: 'export let a = ' });
  expect((await broken.read(isolate('Unexpected end of input'))).name).toBe('broken');
});

test('Code that loads as a module with a default export is one, without a question', async () => {
  const loaded: string[] = [];
  const load = (answer: boolean) => (graph: ProgramGraph) => {
    loaded.push(graph.main.source);
    return Promise.resolve(answer);
  };
  const fake = isolate();
  const checkScript = vi.spyOn(fake, 'checkScript');
  const code = new Code({ ...frame, source: 'export default 1' });
  expect((await code.read(fake, load(true))).name).toBe('module');
  expect(checkScript).not.toHaveBeenCalled();
  const script = new Code({ ...frame, source: '"export default"' });
  expect((await script.read(fake, load(false))).name).toBe('script');
  expect(checkScript).toHaveBeenCalledOnce();
  const other = new Code({ ...frame, source: 'export const a = 1' });
  await other.read(fake, load(true));
  expect(loaded).toEqual(['export default 1', '"export default"']);
});

test('Code in TypeScript is stripped, then read; what cannot be stripped is broken', async () => {
  const typed = new Code({ ...frame, language: 'TYPESCRIPT', source: 'let a: 1 = 1' });
  expect(typed.readAtOnce()).toBeUndefined();
  expect(await typed.read(isolate())).toEqual({
    name: 'script',
    source: 'let a    = 1\n//# sourceURL=a.js',
  });
  const broken = new Code({ ...frame, language: 'TYPESCRIPT', source: 'enum E {}' });
  expect((await broken.read(isolate())).name).toBe('broken');
});

test('Code keeps no reading of an isolate that was ended meanwhile', async () => {
  const ended = isolate('Isolate is disposed');
  ended.isDisposed = true;
  const code = new Code({ ...frame, source: 'export default 1' });
  await code.read(ended);
  expect(code.readAtOnce()).toBeUndefined();
});
