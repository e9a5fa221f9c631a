import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { slicePrograms } from './slice.ts';

testHostilePrograms('programs that behave until they are trusted', slicePrograms);
