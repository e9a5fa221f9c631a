/** Who hears of nodes: the log, and the coordinator's health. */
import type { Logger } from '../../shared/telemetry/logger.ts';
import type { CoordinatorHealth } from '../health/coordinator-health.ts';
import type { NodeRosterObserver } from './node-roster.ts';

export function rosterLog(logger: Logger): NodeRosterObserver {
  return {
    joined: ({ nodeId, hello }) => logger.info({ nodeId, capacity: hello.capacity }, 'node joined'),
    steered: ({ nodeId }, isCordoned) =>
      logger.info({ nodeId }, isCordoned ? 'node is cordoned' : 'node is not cordoned any more'),
    draining: ({ nodeId }) => logger.info({ nodeId }, 'node drains'),
    suspected: ({ nodeId }, phi) => logger.warn({ nodeId, phi }, 'node is suspected'),
    trusted: ({ nodeId }) => logger.info({ nodeId }, 'node was heard of again'),
    left: ({ nodeId }, { reason, runsLost }) => {
      const level = runsLost > 0 ? 'warn' : 'info';
      logger[level]({ nodeId, reason, runsLost }, 'node left');
    },
  };
}

export function healthOfRoster(health: CoordinatorHealth): NodeRosterObserver {
  const { nodes } = health;
  return {
    joined: ({ nodeId }) => {
      nodes.isHere(nodeId);
      health.nodesChanged();
    },
    steered: () => health.nodesChanged(),
    draining: () => health.nodesChanged(),
    suspected: ({ nodeId }) => {
      nodes.isSuspected(nodeId);
      health.nodesChanged();
    },
    trusted: ({ nodeId }) => {
      nodes.isHere(nodeId);
      health.nodesChanged();
    },
    left: ({ nodeId }, { wasSudden }) => {
      nodes.hasLeft(nodeId, wasSudden);
      health.nodesChanged();
    },
  };
}

/** Each hears everything, in this order. */
export function allOf(...observers: readonly NodeRosterObserver[]): NodeRosterObserver {
  return {
    joined: (...heard) => {
      for (const observer of observers) observer.joined?.(...heard);
    },
    steered: (...heard) => {
      for (const observer of observers) observer.steered?.(...heard);
    },
    draining: (...heard) => {
      for (const observer of observers) observer.draining?.(...heard);
    },
    suspected: (...heard) => {
      for (const observer of observers) observer.suspected?.(...heard);
    },
    trusted: (...heard) => {
      for (const observer of observers) observer.trusted?.(...heard);
    },
    left: (...heard) => {
      for (const observer of observers) observer.left?.(...heard);
    },
  };
}
