import { status as codes } from '@grpc/grpc-js';
import { expect, test } from 'vitest';
import { errorOfCall } from '../../../../client/sdk/call-error.ts';

test.each([
  {
    code: codes.UNAVAILABLE,
    details:
      'No connection established. Last error: Error: connect ECONNREFUSED 127.0.0.1:1. Resolution note: ',
    reason: 'UNREACHABLE',
    message: 'Could not reach host:1: connect ECONNREFUSED 127.0.0.1:1',
  },
  {
    code: codes.UNAVAILABLE,
    details:
      'No connection established. Last error: Error: 40:error:0A00010B:wrong version number:78:\n. Resolution note: ',
    reason: 'UNREACHABLE',
    message: 'Could not reach host:1: 40:error:0A00010B:wrong version number:78:',
  },
  {
    code: codes.UNAVAILABLE,
    details: 'Name resolution failed for target dns:host:1',
    reason: 'UNREACHABLE',
    message: 'Could not reach host:1: Name resolution failed for target dns:host:1',
  },
  {
    code: codes.DEADLINE_EXCEEDED,
    details: 'Deadline exceeded after 0.299s,name resolution: 0.024s,remote_addr=127.0.0.1:1',
    reason: 'DEADLINE_EXCEEDED',
    message: 'Could not finish the call to host:1: its time limit has passed',
  },
  {
    code: codes.INTERNAL,
    details: '',
    reason: 'INTERNAL',
    message: 'Could not finish the call to host:1: INTERNAL',
  },
])('errorOfCall says $message', ({ code, details, reason, message }) => {
  expect(errorOfCall({ code, details }, 'host:1')).toMatchObject({ reason, message });
});
