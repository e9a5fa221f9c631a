import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { cpuPrograms } from './cpu.ts';

testHostilePrograms('programs that take processor time', cpuPrograms);
