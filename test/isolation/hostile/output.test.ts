import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { outputPrograms } from './output.ts';

testHostilePrograms('programs that say too much', outputPrograms);
