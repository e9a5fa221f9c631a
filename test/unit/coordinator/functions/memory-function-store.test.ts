import { MemoryFunctionStore } from '../../../../coordinator/functions/memory-function-store.ts';
import { functionStoreContract } from '../../../support/contracts/function-store-contract.ts';

functionStoreContract('MemoryFunctionStore', async () => new MemoryFunctionStore());
