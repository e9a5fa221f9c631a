import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { fetchingPrograms } from './fetching.ts';

testHostilePrograms('programs that fetch for harm', fetchingPrograms);
