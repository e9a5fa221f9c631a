import { expect, test } from 'vitest';
import { ExecuteAnswers } from '../../../../coordinator/services/execute-answers.ts';
import type { CacheUse } from '../../../../shared/execution/outcome.ts';
import { EncodedMessage } from '../../../../shared/wire/encoded-message.ts';
import { ExecutionService } from '../../../../shared/wire/services.ts';
import { exampleLogEntry, exampleOutcome } from '../../../support/example-execution.ts';

const { responseSerialize, responseDeserialize } = ExecutionService.service.Execute;

const outcomeOf = (cacheUse: CacheUse, resultJson = '2') =>
  exampleOutcome({ resultJson, usage: { cacheUse } });

test('ExecuteAnswers writes the answer of a kept outcome once, and as it would be written anyway', () => {
  const answers = new ExecuteAnswers();
  const logs = [exampleLogEntry()];
  const outcome = outcomeOf('L1');
  const first = answers.of(outcome, logs);
  expect(answers.of(outcome, logs)).toBe(first);
  const plain = answers.of(outcomeOf('MISS'), logs);
  expect(plain).not.toBeInstanceOf(EncodedMessage);
  const [kept, made] = [first, plain].map((answer) =>
    responseDeserialize(responseSerialize(answer)),
  );
  expect(kept?.logs).toEqual(made?.logs);
  expect(kept?.outcome?.resultJson).toBe('2');
  expect(kept?.outcome?.usage?.cacheUse).toBe('CACHE_USE_L1');
});

test('ExecuteAnswers keeps no answer that is long', () => {
  const answers = new ExecuteAnswers();
  const outcome = outcomeOf('L1', JSON.stringify('x'.repeat(5_000)));
  expect(answers.of(outcome, [])).not.toBe(answers.of(outcome, []));
});
