import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { DataFolder } from '../../../../coordinator/storage/data-folder.ts';
import { temporaryFolder } from '../../../support/temporary-folder.ts';

test('DataFolder is made, and refused while it is open already', async () => {
  const path = join(temporaryFolder(), 'in', 'it');
  const data = await DataFolder.open(path);
  await expect(DataFolder.open(path)).rejects.toMatchObject({
    reason: 'STORE_UNAVAILABLE',
    message: `Could not use the data folder ${path}: another coordinator uses it`,
  });
  data.close();
  const again = await DataFolder.open(path);
  onTestFinished(() => again.close());
  expect(again.path).toBe(path);
});
