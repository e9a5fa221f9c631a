import { expect, test } from 'vitest';
import { NodeCalls } from '../../../../coordinator/sessions/node-calls.ts';
import { VirtualClock } from '../../../../shared/time/virtual-clock.ts';

const yes = { wasOpen: true, sessions: [] };
const no = { wasOpen: false, sessions: [] };

function made() {
  const clock = new VirtualClock();
  const calls = new NodeCalls(clock);
  const sent: number[] = [];
  const call = () => calls.call((callId) => sent.push(callId));
  return { clock, calls, sent, call };
}

test('NodeCalls gives each call its own answer, in whatever order they come', async () => {
  const { clock, calls, sent, call } = made();
  const [first, second] = [call(), call()];
  expect(new Set(sent).size).toBe(2);
  calls.answered(sent[1] ?? 0, yes);
  calls.answered(sent[0] ?? 0, no);
  expect(await Promise.all([first, second])).toEqual([no, yes]);
  expect(clock.timersPending).toBe(0);
});

test('NodeCalls waits for an answer no longer than five seconds, and passes over one that is late', async () => {
  const { clock, calls, sent, call } = made();
  let answer: unknown = 'none yet';
  void call().then((given) => {
    answer = given;
  });
  await clock.advance(4_999);
  expect(answer).toBe('none yet');
  await clock.advance(1);
  expect(answer).toBeUndefined();
  calls.answered(sent[0] ?? 0, yes);
  calls.answered(99, yes);
  await clock.advance(0);
  expect(answer).toBeUndefined();
});

test('NodeCalls lets everybody go when the stream ends', async () => {
  const { clock, calls, call } = made();
  const open = [call(), call()];
  calls.close();
  expect(await Promise.all(open)).toEqual([undefined, undefined]);
  expect(clock.timersPending).toBe(0);
});
