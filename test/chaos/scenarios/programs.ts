/** What loads ask for. */
import type { ExecutionRequest } from '../../../shared/wire/execution-codec.ts';

export const shortProgram: ExecutionRequest = {
  source: 'export default (input) => input + 1;',
  inputJson: '1',
  isolation: 'POOLED',
};

export const runMs = 250;

/** Takes its time and no processor: what a node can do of it follows from its `--runs-max`. */
export const slowProgram: ExecutionRequest = {
  source: `export default () => new Promise((done) => setTimeout(() => done(1), ${runMs}));`,
  isolation: 'POOLED',
};
