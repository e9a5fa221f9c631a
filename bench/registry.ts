/** Every bench there is. A new one is a file and a line here. */

import { balance } from './balance/balance.ts';
import { cacheTraces } from './cache/cache-traces.ts';
import { cachehit } from './load/cachehit.ts';
import { coldstart } from './load/coldstart.ts';
import { density } from './load/density.ts';
import { echo } from './load/echo.ts';
import { fresh } from './load/fresh.ts';
import { hostcall } from './load/hostcall.ts';
import { neighbour } from './load/neighbour.ts';
import { peers } from './load/peers.ts';
import { stream } from './load/stream.ts';
import { unary } from './load/unary.ts';
import { micro } from './micro/micro.ts';
import type { Bench } from './support/bench.ts';

export const benches: readonly Bench[] = [
  echo,
  unary,
  stream,
  fresh,
  hostcall,
  neighbour,
  coldstart,
  density,
  peers,
  cachehit,
  cacheTraces,
  micro,
  balance,
];
