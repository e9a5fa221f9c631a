import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { intrinsicsPrograms } from './intrinsics.ts';

testHostilePrograms('programs that poison the language', intrinsicsPrograms);
