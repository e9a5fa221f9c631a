/**
 * Where a test leaves a descriptor open that outlives exec, as a careless shell or service
 * manager does; high enough for Node to have nothing of its own there.
 */
export const leakedDescriptorMin = 300;
