/**
 * A process that changes functions in a data folder, without end, and says of each change when it
 * begins and when it has been answered, a line of JSON each. To be killed at any moment.
 */
import { writeSync } from 'node:fs';
import { FileFunctionStore } from '../../coordinator/functions/file-function-store.ts';
import { DataFolder } from '../../coordinator/storage/data-folder.ts';
import { versionOf } from '../../shared/functions/deployed-function.ts';
import { systemClock } from '../../shared/time/system-clock.ts';
import { exampleContent, exampleRegistry } from './example-functions.ts';

/** Of the function `name`: what is deployed, or which version goes; without either, all of it. */
export interface Change {
  readonly name: string;
  readonly deployed?: { readonly version: string; readonly source: string };
  readonly deletedVersion?: string;
}

export interface ChangeLine {
  readonly state: 'begun' | 'answered';
  readonly change: Change;
}

const functions = 4;

async function changeForEver(folder: string, round: string): Promise<void> {
  const store = await FileFunctionStore.open(await DataFolder.open(folder));
  const registry = exampleRegistry(systemClock(), store);
  const say = (line: ChangeLine): unknown => writeSync(1, `${JSON.stringify(line)}\n`);
  const told = async (change: Change, work: () => Promise<unknown>): Promise<void> => {
    say({ state: 'begun', change });
    await work();
    say({ state: 'answered', change });
  };
  const changeOne = async (name: string): Promise<void> => {
    const key = { tenantId: 'acme', name };
    for (let count = 1; ; count++) {
      const source = `export default '${name} ${round} ${count}'; // ${'x'.repeat(count * 500)}`;
      const content = exampleContent(source);
      const deployed = { version: versionOf(content), source };
      await told({ name, deployed }, () => registry.deploy(key, content));
      const oldest = (await registry.get(key)).versions[0]?.version ?? '';
      if (count % 3 === 0 && oldest !== deployed.version)
        await told({ name, deletedVersion: oldest }, () => registry.deleteVersion(key, oldest));
      if (count % 11 === 0) await told({ name }, () => registry.deleteFunction(key));
    }
  };
  await Promise.all(Array.from({ length: functions }, (_, index) => changeOne(`f${index}`)));
}

const [folder = '', round = ''] = process.argv.slice(2);
await changeForEver(folder, round);
