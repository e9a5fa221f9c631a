/** Every enum of the protocol. */
import {
  cacheModes,
  isolationLevels,
  programKinds,
  programLanguages,
} from '../execution/execution.ts';
import { cacheUses, logLevels, outcomeWords } from '../execution/outcome.ts';
import { moduleKinds } from '../execution/program-module.ts';
import { refusalReasons } from './node-messages.ts';
import { wireEnum } from './wire-enum.ts';

export const outcomeWordEnum = wireEnum('OUTCOME_WORD', outcomeWords);
export const logLevelEnum = wireEnum('LOG_LEVEL', logLevels);
export const programKindEnum = wireEnum('PROGRAM_KIND', programKinds);
export const programLanguageEnum = wireEnum('PROGRAM_LANGUAGE', programLanguages);
export const moduleKindEnum = wireEnum('MODULE_KIND', moduleKinds);
export const isolationLevelEnum = wireEnum('ISOLATION_LEVEL', isolationLevels);
export const cacheModeEnum = wireEnum('CACHE_MODE', cacheModes);
export const cacheUseEnum = wireEnum('CACHE_USE', cacheUses);
export const refusalReasonEnum = wireEnum('REFUSAL_REASON', refusalReasons);
