import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { webApiPrograms } from './web-apis.ts';

testHostilePrograms('programs that use the web APIs for harm', webApiPrograms);
