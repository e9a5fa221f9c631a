/**
 * Runs a script as if under a container runtime that forbids seccomp(2):
 * `node without-seccomp.ts SCRIPT ARGUMENT…`
 */
import { spawnSync } from 'node:child_process';
import { constants } from 'node:os';
import { giveUpNewPrivileges, installFilter } from '../../node-agent/kernel/seccomp.ts';
import { filteredArchitecture } from '../../node-agent/kernel/system-call-numbers.ts';

const architecture = filteredArchitecture();
if (!architecture) throw new Error(`No filter can be written for ${process.arch}`);
giveUpNewPrivileges();
installFilter({
  architecture,
  rules: [{ call: 'seccomp', verdict: { name: 'refuse', errno: constants.errno.EPERM } }],
  otherwise: { name: 'allow' },
});
const { status } = spawnSync(process.execPath, process.argv.slice(2), { stdio: 'inherit' });
process.exitCode = status ?? 1;
