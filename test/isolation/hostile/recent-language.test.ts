import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { recentLanguagePrograms } from './recent-language.ts';

testHostilePrograms('programs of the latest language', recentLanguagePrograms);
