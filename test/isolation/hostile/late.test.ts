import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { latePrograms } from './late.ts';

testHostilePrograms('programs that go on', latePrograms);
