/**
 * Honest work for every tenant, so that two looks at a node compare like with like. It looks at each
 * global, so that what hosts load at first use is loaded before and after.
 */
export const honestSource = `for (const name of Object.getOwnPropertyNames(globalThis)) void globalThis[name];
  Array.from({ length: 1e4 }, (_, i) => ({ i })).length`;
