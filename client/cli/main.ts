/** The `isopod` command as a process; isopod.js starts it with a Node that can. */
import { systemClock } from '../../shared/time/system-clock.ts';
import { runCommandLine } from './command-line.ts';
import { processInterruption } from './interruption.ts';
import { processTerminal } from './terminal.ts';

const clock = systemClock();
process.exitCode = await runCommandLine(process.argv.slice(2), {
  terminal: processTerminal(),
  clock,
  interruption: processInterruption(clock),
});
