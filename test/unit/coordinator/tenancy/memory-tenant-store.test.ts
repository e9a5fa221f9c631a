import { MemoryTenantStore } from '../../../../coordinator/tenancy/memory-tenant-store.ts';
import { tenantStoreContract } from '../../../support/contracts/tenant-store-contract.ts';

tenantStoreContract('MemoryTenantStore', async () => new MemoryTenantStore());
