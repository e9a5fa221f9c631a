import { testHostilePrograms } from '../../support/hostile-suite.ts';
import { escapePrograms } from './escape.ts';

testHostilePrograms('programs that look for a way out', escapePrograms);
