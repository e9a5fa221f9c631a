/**
 * The two layers about system calls: that nothing goes round the filter, and the filter.
 */
import { closeSync, openSync } from 'node:fs';
import { constants } from 'node:os';
import { giveUpNewPrivileges, installFilter, ioUringIsAbsent } from '../../kernel/seccomp.ts';
import {
  type FilteredArchitecture,
  filteredArchitecture,
} from '../../kernel/system-call-numbers.ts';
import { lockdownRules } from './allowed-system-calls.ts';

/**
 * Throws when this process could have opened an io_uring: the agent's filter
 * (node-agent/pool/inherited-filter.ts) is what forbids it from the first instruction on.
 */
export function refuseIoUring(): void {
  if (!ioUringIsAbsent(requiredArchitecture())) {
    throw new Error('the agent that started this host put no filter on io_uring');
  }
}

/** Puts the allow-list on every thread, and tries whether it holds. */
export function filterSystemCalls(): void {
  const architecture = requiredArchitecture();
  giveUpNewPrivileges();
  installFilter({
    architecture,
    rules: lockdownRules(process.pid),
    otherwise: { name: 'refuse', errno: constants.errno.EPERM },
  });
  if (!openIsRefused()) throw new Error('a file could be opened in spite of the filter');
}

function requiredArchitecture(): FilteredArchitecture {
  const architecture = filteredArchitecture();
  if (!architecture) throw new Error(`no filter can be written for a processor of ${process.arch}`);
  return architecture;
}

function openIsRefused(): boolean {
  try {
    // World-readable on every machine, so that only the filter can refuse it.
    closeSync(openSync('/proc/version', 'r'));
    return false;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}
