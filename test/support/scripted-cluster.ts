/** A coordinator without its edges: a dispatcher, a roster and nodes that follow a script. */
import { Dispatcher, type DispatcherOptions } from '../../coordinator/admission/dispatcher.ts';
import type { ExecutionObserver, Ticket } from '../../coordinator/admission/ticket.ts';
import type { Balancer } from '../../coordinator/balancing/balancer.ts';
import { LoadBalancer } from '../../coordinator/balancing/load-balancer.ts';
import { Resilience } from '../../coordinator/resilience/resilience.ts';
import { NodeRegistry } from '../../coordinator/sessions/node-registry.ts';
import { NodeRoster, type NodeRosterObserver } from '../../coordinator/sessions/node-roster.ts';
import type { NodeSession } from '../../coordinator/sessions/node-session.ts';
import type { IsopodError } from '../../shared/errors/isopod-error.ts';
import type { Execution } from '../../shared/execution/execution.ts';
import type { HostCall } from '../../shared/execution/host-call.ts';
import type { LogEntry, Outcome } from '../../shared/execution/outcome.ts';
import type { PostureLayer } from '../../shared/execution/posture-layer.ts';
import { seededRandom } from '../../shared/random/random.ts';
import { VirtualClock } from '../../shared/time/virtual-clock.ts';
import type { NodeHello } from '../../shared/wire/node-messages.ts';
import { exampleExecution } from './example-execution.ts';
import { exampleHello } from './example-node.ts';
import { exampleResilience } from './example-resilience.ts';
import { ScriptedAgent } from './scripted-agent.ts';

/** What its caller hears of an execution. */
export class RecordingObserver implements ExecutionObserver {
  readonly lines: LogEntry[] = [];
  readonly calls: HostCall[] = [];
  /** Of each node that has said. */
  readonly cpuUs: number[] = [];
  /** One, when all is well. */
  readonly answers: (Outcome | IsopodError)[] = [];

  logs(entries: readonly LogEntry[]): void {
    this.lines.push(...entries);
  }

  called(call: HostCall): void {
    this.calls.push(call);
  }

  used(cpuUs: number): void {
    this.cpuUs.push(cpuUs);
  }

  ended(outcome: Outcome): void {
    this.answers.push(outcome);
  }

  failed(error: IsopodError): void {
    this.answers.push(error);
  }

  /** The words and reasons it was answered with. */
  get words(): string[] {
    return this.answers.map((answer) => ('word' in answer ? answer.word : answer.reason));
  }
}

export interface Submitted {
  readonly ticket: Ticket;
  readonly observer: RecordingObserver;
}

export class ScriptedCluster {
  readonly clock = new VirtualClock();
  readonly nodes = new NodeRegistry();
  readonly dispatcher: Dispatcher;
  readonly roster: NodeRoster;
  readonly resilience: Resilience;
  readonly #balancer: LoadBalancer<NodeSession>;

  constructor(
    options: Partial<DispatcherOptions> = {},
    observer: NodeRosterObserver = {},
    makeBalancer?: (nodes: NodeRegistry) => Balancer<NodeSession>,
  ) {
    const { clock, nodes } = this;
    const limits = {
      executionsQueuedMax: 100,
      queueBytesMax: 1_000_000,
      queueWaitMsMax: 1_000,
      queueWaitMsGoal: 60_000,
    };
    const random = seededRandom(2);
    const policy = { policy: 'prequal', isGeographic: false } as const;
    this.#balancer = new LoadBalancer({ nodes, policy, clock, random: seededRandom(1) });
    const balancer = makeBalancer?.(nodes) ?? this.#balancer;
    const resilience = new Resilience(exampleResilience, { clock, random, observer: {} });
    const parts = { nodes, balancer, resilience, clock };
    this.dispatcher = new Dispatcher({ ...limits, ...options }, parts);
    this.resilience = resilience;
    const owner = this.dispatcher;
    this.roster = new NodeRoster({
      coordinatorId: 'c',
      nodes,
      owner,
      guards: resilience.nodes,
      feedback: balancer,
      clock,
      observer,
      nodeSilenceMsMax: 10_000,
    });
  }

  node(nodeId: string, runsMax = 4, layers: readonly PostureLayer[] = []): ScriptedAgent {
    const posture = { ...exampleHello().posture, layers };
    return this.join({ nodeId, capacity: { runsMax, hostsMax: 1 }, posture });
  }

  join(hello: Partial<NodeHello>): ScriptedAgent {
    return new ScriptedAgent(this.roster, hello);
  }

  submit(source = '1', deadlineMs = Number.POSITIVE_INFINITY): Submitted {
    return this.submitExecution(exampleExecution({ source }), deadlineMs);
  }

  submitExecution(execution: Execution, deadlineMs = Number.POSITIVE_INFINITY): Submitted {
    const observer = new RecordingObserver();
    const ticket = this.dispatcher.submit(execution, observer, deadlineMs);
    return { ticket, observer };
  }

  /** Every node is gone, and nothing watches over them. */
  close(): void {
    this.roster.close();
    this.#balancer.close();
  }

  /** What one turn gathered reaches the nodes. */
  settle(): Promise<void> {
    return this.clock.advance(0);
  }
}
