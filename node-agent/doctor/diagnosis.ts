/** What the findings about a machine mean for a node-agent on it, and what can be done. */
import { filteredArchitecture } from '../kernel/system-call-numbers.ts';
import type { MachineFindings } from './machine-findings.ts';

/**
 * `weaker`: an agent starts without it, by the next best means. `missing`: an agent with
 * `--lockdown required` does not start.
 */
type CheckState = 'ok' | 'weaker' | 'missing';

export interface Check {
  readonly name: string;
  readonly state: CheckState;
  readonly found: string;
  /** What to do about it; absent where it is ok. */
  readonly remedy?: string;
}

export interface Diagnosis {
  /** Whether a node-agent with `--lockdown required` starts here. */
  readonly canLockDown: boolean;
  /** Of the host that was tried; empty when none could be. */
  readonly layers: readonly string[];
  readonly checks: readonly Check[];
}

/** 4.14 answers with errno and kill_process, and tells which actions it has. */
const kernelMin = { major: 4, minor: 14 };
/** What our filters answer; see kernel/seccomp-program.ts. */
const seccompActionsNeeded = ['allow', 'errno', 'kill_process'];

export function diagnose(findings: MachineFindings): Diagnosis {
  const checks = [
    kernelCheck(findings),
    architectureCheck(findings),
    seccompCheck(findings),
    ioUringCheck(findings),
    userCheck(findings),
    memoryCheck(findings),
    schedulingCheck(findings),
    engineCheck(findings),
    trialCheck(findings),
  ];
  return {
    canLockDown: checks.every(({ state }) => state !== 'missing'),
    layers: findings.trial.name === 'had' ? findings.trial.value.layers : [],
    checks,
  };
}

/** Where there is nothing to find: all of the lockdown is Linux's. */
export function diagnoseOtherPlatform(platform: string): Diagnosis {
  const remedy = 'Run node-agents on Linux, in a virtual machine if need be.';
  const found = `${platform}, not linux`;
  return {
    canLockDown: false,
    layers: [],
    checks: [{ name: 'kernel', state: 'missing', found, remedy }],
  };
}

function kernelCheck({ kernelRelease: found }: MachineFindings): Check {
  const name = 'kernel';
  const [major = 0, minor = 0] = found.split('.').map((part) => Number.parseInt(part, 10));
  const isNewEnough =
    major > kernelMin.major || (major === kernelMin.major && minor >= kernelMin.minor);
  if (isNewEnough) return { name, state: 'ok', found };
  const remedy = `Use Linux ${kernelMin.major}.${kernelMin.minor} or later.`;
  return { name, state: 'missing', found, remedy };
}

function architectureCheck({ architecture: found }: MachineFindings): Check {
  const name = 'architecture';
  if (filteredArchitecture(found)) return { name, state: 'ok', found };
  const remedy = 'Use a machine with x64: system calls have other numbers on each architecture.';
  return { name, state: 'missing', found, remedy };
}

function seccompCheck({ seccompActions }: MachineFindings): Check {
  const name = 'seccomp';
  if (!seccompActions) {
    const found = 'the kernel does not say which actions it has';
    return { name, state: 'weaker', found, remedy: 'None, if the trial below is ok.' };
  }
  const lacking = seccompActionsNeeded.filter((action) => !seccompActions.includes(action));
  if (lacking.length === 0) return { name, state: 'ok', found: seccompActions.join(' ') };
  const remedy = 'Boot a kernel built with CONFIG_SECCOMP_FILTER.';
  return { name, state: 'missing', found: `without ${lacking.join(', ')}`, remedy };
}

function ioUringCheck({ ioUringFilter }: MachineFindings): Check {
  const name = 'io_uring';
  if (ioUringFilter.name === 'had') return { name, state: 'ok', found: 'kept from hosts' };
  const remedy =
    'Let the agent install seccomp filters: a container runtime may forbid seccomp(2).';
  return { name, state: 'missing', found: ioUringFilter.reason, remedy };
}

function userCheck({ user }: MachineFindings): Check {
  const name = 'own ids';
  if (user.name === 'ordinary') {
    const found = `hosts run as the user of the agent, ${user.uid}`;
    return { name, state: 'weaker', found, remedy: 'Run the agent as root with CAP_KILL.' };
  }
  const { firstHostUid } = user;
  if (firstHostUid.name === 'had') {
    return { name, state: 'ok', found: `one user for each host, from ${firstHostUid.value} on` };
  }
  const remedy = 'Give root CAP_KILL and enough users (--host-uid-base), or run as another user.';
  return { name, state: 'missing', found: firstHostUid.reason, remedy };
}

function memoryCheck({ memoryCeiling: { kind, refusals } }: MachineFindings): Check {
  const name = 'memory ceilings';
  const why = refusals.map((refusal) => `${refusal.kind}: ${refusal.reason}`).join('; ');
  const found = why ? `${kind} (${why})` : kind;
  if (kind !== 'resident-watch') return { name, state: 'ok', found };
  const remedy = 'Delegate a cgroup with the memory controller: systemd has Delegate=yes.';
  return { name, state: 'weaker', found, remedy };
}

function schedulingCheck({ isAutogrouped }: MachineFindings): Check {
  const name = 'scheduling';
  if (!isAutogrouped)
    return { name, state: 'ok', found: 'processes, or a control group, are weighed' };
  return {
    name,
    state: 'weaker',
    found: 'each session is weighed as one: a memory bomb slows the hosts beside it',
    remedy:
      'Run the agent in a container or in a service with a CPU weight, or set kernel.sched_autogroup_enabled to 0.',
  };
}

function engineCheck({ nodeVersion, v8Version, isolatedVm }: MachineFindings): Check {
  const name = 'engine';
  const found = `Node ${nodeVersion}, V8 ${v8Version}, isolated-vm`;
  if (isolatedVm.name === 'had') {
    return { name, state: 'ok', found: `${found} ${isolatedVm.value}` };
  }
  return { name, state: 'missing', found: `${found}: ${isolatedVm.reason}`, remedy: 'Run npm ci.' };
}

function trialCheck({ trial }: MachineFindings): Check {
  const name = 'trial';
  if (trial.name === 'refused') {
    const remedy = 'See what is missing above; the reason here is what the host itself said.';
    // Below the first line is where in the host's code it happened.
    const [found = ''] = trial.reason.split('\n', 1);
    return { name, state: 'missing', found, remedy };
  }
  const { hostStartMs, layers } = trial.value;
  const found = `a host was ready after ${hostStartMs} ms and ran a program, under ${layers.join(', ')}`;
  return { name, state: 'ok', found };
}
