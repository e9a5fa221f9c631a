/** Every hostile program there is, by what it is about. */
import { breakers } from '../breakers.ts';
import { cpuPrograms } from './cpu.ts';
import { escapePrograms } from './escape.ts';
import { fetchingPrograms } from './fetching.ts';
import type { HostileProgram } from './hostile-program.ts';
import { intrinsicsPrograms } from './intrinsics.ts';
import { latePrograms } from './late.ts';
import { memoryPrograms } from './memory.ts';
import { outputPrograms } from './output.ts';
import { recentLanguagePrograms } from './recent-language.ts';
import { recentWebAssemblyPrograms } from './recent-webassembly.ts';
import { slicePrograms } from './slice.ts';
import { sourcePrograms } from './source.ts';

export const hostilePrograms: readonly HostileProgram[] = [
  breakers,
  cpuPrograms,
  escapePrograms,
  fetchingPrograms,
  intrinsicsPrograms,
  latePrograms,
  memoryPrograms,
  outputPrograms,
  recentLanguagePrograms,
  recentWebAssemblyPrograms,
  slicePrograms,
  sourcePrograms,
].flat();
