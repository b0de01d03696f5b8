const pauseSeconds = 30;

/** A code takes its time to arrive: another one may be asked for only after a pause. */
export const nextCodeAt = (sentAt: string): Date => new Date(Date.parse(sentAt) + pauseSeconds * 1000);

export const secondsUntil = (instant: Date, now = Date.now()): number =>
  Math.max(0, Math.ceil((instant.getTime() - now) / 1000));
