import { newId } from '@tiwizi/persistence';
import { planCapture, type OrderShare } from './capture-plan.js';

const hour = 3_600_000;
const authorizedAt = new Date('2026-11-25T10:00:00Z');
const captureBefore = new Date(authorizedAt.getTime() + 7 * 24 * hour);
const after = (hours: number) => ({
  authorizedAt,
  captureBefore,
  now: new Date(authorizedAt.getTime() + hours * hour),
});
const shares = (...statuses: OrderShare['status'][]): OrderShare[] =>
  statuses.map((status, index) => ({
    subOrderId: newId(),
    subOrderNumber: `TZ-1-${index}`,
    cooperativeId: newId(),
    totalAmount: 1000 * (index + 1),
    status,
  }));

describe('the plan of a capture', () => {
  it('waits for the cooperatives, a day at most', () => {
    expect(planCapture(shares('accepted', 'pending'), after(23.9))).toEqual({ do: 'wait' });
    const late = shares('accepted', 'pending');
    expect(planCapture(late, after(24))).toEqual({ do: 'capture', shares: [late[0]] });
    expect(planCapture(shares('pending', 'pending'), after(24))).toEqual({ do: 'wait' });
  });

  it('takes the accepted part as soon as all have answered, whatever became of it since', () => {
    const answered = shares('ready', 'rejected', 'shipped', 'auto_rejected', 'delivered');
    expect(planCapture(answered, after(1))).toEqual({
      do: 'capture',
      shares: [answered[0], answered[2], answered[4]],
    });
  });

  it('lets go when nobody accepted', () => {
    expect(planCapture(shares('rejected', 'canceled'), after(1))).toEqual({ do: 'void' });
  });

  it('decides twelve hours before the bank does', () => {
    expect(planCapture(shares('pending'), after(7 * 24 - 12.1))).toEqual({ do: 'wait' });
    expect(planCapture(shares('pending'), after(7 * 24 - 12))).toEqual({ do: 'void' });
    const short = { ...after(2), captureBefore: new Date(authorizedAt.getTime() + 13 * hour) };
    const partly = shares('accepted', 'pending');
    expect(planCapture(partly, short)).toEqual({ do: 'capture', shares: [partly[0]] });
  });
});
