/** A version described without its text. */
import type { FunctionVersion, VersionSummary } from '../../shared/functions/deployed-function.ts';

export function summaryOf(deployed: FunctionVersion): VersionSummary {
  const { version, program, limits, isolation, createdAtMs } = deployed;
  const { kind, language, fileName, source } = program;
  const sourceBytes = Buffer.byteLength(source);
  return { version, sourceBytes, kind, language, fileName, limits, isolation, createdAtMs };
}
