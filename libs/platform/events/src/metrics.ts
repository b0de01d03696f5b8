import { Counter, Histogram } from 'prom-client';

export const handled = new Counter({
  name: 'tiwizi_events_handled_total',
  help: 'Deliveries of events to handlers, by outcome',
  labelNames: ['handler', 'outcome'] as const,
});

export const handling = new Histogram({
  name: 'tiwizi_event_handling_seconds',
  help: 'How long a handler took',
  labelNames: ['handler'] as const,
  buckets: [0.005, 0.02, 0.1, 0.5, 2, 10, 60],
});

export const parked = new Counter({
  name: 'tiwizi_events_parked_total',
  help: 'Events set aside after their last try: somebody has to look',
  labelNames: ['event'] as const,
});
