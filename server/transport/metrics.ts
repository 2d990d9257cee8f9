import { Counter, Gauge, Histogram, Registry, collectDefaultMetrics } from 'prom-client';
import type { MeetingGauges } from '../meetings/meetingRoom.ts';

export interface Metrics extends MeetingGauges {
  /** A socket took its place with an audience, or left it. */
  socket(audience: string, change: 1 | -1): void;
  text(): Promise<string>;
  readonly contentType: string;
  close(): void;
}

/** What a monitor may know: numbers of commands, times, sockets; never who or what. */
export function createMetrics(trouble: (error: unknown) => void): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry, prefix: 'kyoshu_', eventLoopMonitoringPrecision: 20 });
  const registers = [registry];
  const commands = new Counter({
    name: 'kyoshu_commands_total',
    help: 'Commands answered, by verb and what became of them',
    labelNames: ['verb', 'result'],
    registers,
  });
  const appends = new Histogram({
    name: 'kyoshu_append_seconds',
    help: 'From the decision of a group of commands until it was durable',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5, 1],
    registers,
  });
  const broadcasts = new Histogram({
    name: 'kyoshu_broadcast_seconds',
    help: 'Making the views, their differences, and handing them to all sockets',
    buckets: [0.0005, 0.001, 0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.5],
    registers,
  });
  const sockets = new Gauge({
    name: 'kyoshu_sockets',
    help: 'Sockets that listen to a meeting, by audience',
    labelNames: ['audience'],
    registers,
  });
  return {
    counted: (verb, result) => {
      commands.inc({ verb, result });
    },
    appendTook: (ms) => {
      appends.observe(ms / 1000);
    },
    broadcastTook: (ms) => {
      broadcasts.observe(ms / 1000);
    },
    socket: (audience, change) => {
      sockets.inc({ audience }, change);
    },
    trouble,
    text: () => registry.metrics(),
    contentType: registry.contentType,
    close: () => {
      registry.clear();
    },
  };
}
