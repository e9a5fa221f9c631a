import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { sourcePrograms } from './source.ts';

testHostilePrograms('programs whose text is the attack', sourcePrograms);
