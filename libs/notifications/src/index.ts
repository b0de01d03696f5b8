/**
 * @tiwizi/notifications: what people are told, by SMS and by mail.
 *
 * Owns the messages and the words of each (`src/texts/<locale>/messages.json`), and the transports that carry them.
 * It has no façade: it listens to what happens elsewhere.
 *
 * Rules: a message is written in the transaction of its event under a key of its own, so it is written once; the
 * worker sends it afterwards, so a mail server that is down holds back no order; a buyer is told in the order's
 * language, a cooperative's people each in theirs; an Amazigh sentence nobody has reviewed (`awaiting-review.json`) is
 * sent in French; what people typed never becomes markup.
 */
export { NotificationsModule } from './notifications.module.js';
export { notificationsMigrations } from './persistence/migrations/index.js';
