import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { memoryPrograms } from './memory.ts';

testHostilePrograms('programs that take memory', memoryPrograms);
