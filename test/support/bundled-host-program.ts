/** The host program as agents bundle it, once for all hosts that a test file starts. */
import { HostProgram } from '../../node-agent/pool/host-program.ts';

let bundled: Promise<HostProgram> | undefined;

/** Kept until the process ends, which is all that it holds on to. */
export function bundledHostProgram(): Promise<HostProgram> {
  bundled ??= HostProgram.bundle();
  return bundled;
}
