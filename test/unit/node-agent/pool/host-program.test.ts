import { writeSync } from 'node:fs';
import { isBuiltin } from 'node:module';
import { build } from 'esbuild';
import { expect, test } from 'vitest';
import { HostProgram, hostBundleOptions } from '../../../../node-agent/pool/host-program.ts';

test('HostProgram is made of what runs in a host and of nothing else', async () => {
  const { metafile } = await build({ ...hostBundleOptions, metafile: true });
  const inputs = Object.keys(metafile.inputs);
  expect(inputs).toContain('node-agent/host/main.ts');
  const ours = /^(node-agent\/(frames|host|kernel)|shared\/(execution|time))\//;
  expect(inputs.filter((path) => !ours.test(path))).toEqual([]);

  const imports = Object.values(metafile.outputs).flatMap((output) => output.imports);
  const foreign = imports.map(({ path }) => path).filter((path) => !isBuiltin(path));
  expect(foreign).toEqual(['isolated-vm']);
});

test('HostProgram cannot be changed once it is there', async () => {
  const program = await HostProgram.bundle();
  expect(() => writeSync(program.descriptor, 'x', 0)).toThrow('EPERM');
  expect(() => writeSync(program.descriptor, 'x')).toThrow('EPERM');
  program.close();
});
