// Original file: proto/isopod/v1/node_service.proto


export interface RunLimits {
  'wallUs'?: (number);
  'cpuUs'?: (number);
  'memoryBytes'?: (number);
  'resultBytes'?: (number);
  'logLines'?: (number);
  'logBytes'?: (number);
  'logLineBytes'?: (number);
  'timers'?: (number);
  'hostCalls'?: (number);
  'hostCallsInFlight'?: (number);
  'hostCallWaitUs'?: (number);
}

export interface RunLimits__Output {
  'wallUs': (number);
  'cpuUs': (number);
  'memoryBytes': (number);
  'resultBytes': (number);
  'logLines': (number);
  'logBytes': (number);
  'logLineBytes': (number);
  'timers': (number);
  'hostCalls': (number);
  'hostCallsInFlight': (number);
  'hostCallWaitUs': (number);
}
