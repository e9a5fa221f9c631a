import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { recentWebAssemblyPrograms } from './recent-webassembly.ts';

testHostilePrograms('programs of the latest WebAssembly', recentWebAssemblyPrograms);
