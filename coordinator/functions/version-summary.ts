/** A version described without its text. */
import { programBytes } from '../../shared/execution/program-size.ts';
import type { FunctionVersion, VersionSummary } from '../../shared/functions/deployed-function.ts';

export function summaryOf(deployed: FunctionVersion): VersionSummary {
  const { version, program, limits, isolation, createdAtMs } = deployed;
  const { kind, language, fileName } = program;
  const sourceBytes = programBytes(program);
  return { version, sourceBytes, kind, language, fileName, limits, isolation, createdAtMs };
}
