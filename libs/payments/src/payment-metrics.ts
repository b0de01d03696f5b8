import { Counter } from 'prom-client';

export const refusedEvents = new Counter({
  name: 'tiwizi_payment_events_refused_total',
  help: 'Webhook calls without a valid signature of the card provider',
});

export const suspiciousEvents = new Counter({
  name: 'tiwizi_payment_events_suspicious_total',
  help: 'Signed events that carry the id of another event: somebody has to look',
});
