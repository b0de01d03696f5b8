import { Module } from '@nestjs/common';
import { Database } from '@tiwizi/persistence';
import { startApp, type TestApp } from '@tiwizi/testing';
import { pino } from 'pino';
import { ProcessLog } from './index.js';
import { toldError } from './told-error.js';

@Module({})
class NothingModule {}

const phone = '+212600112233';
const lastResort = (promise: Promise<unknown>): Promise<unknown> => promise.catch((error: unknown) => error);

describe('F86: an error in the log', () => {
  let app: TestApp;
  beforeAll(async () => (app = await startApp({ modules: [NothingModule] })));
  afterAll(() => app.close());

  it('names the rule that was broken, and nothing of the row that broke it', async () => {
    const error = await lastResort(
      app.get(Database).transaction(async (tx) => {
        await tx.query('create temporary table guest (phone text unique) on commit drop');
        const insert = 'insert into guest (phone) values ($1)';
        await tx.query(insert, [phone]);
        await tx.query(insert, [phone]);
      }),
    );
    expect(JSON.stringify({ ...(error as object) })).toContain(phone);
    const told = toldError(new AggregateError([error, new Error('outer', { cause: error })]));
    expect(JSON.stringify(told)).not.toContain(phone);
    expect(told).toMatchObject({
      errors: [
        { code: '23505', constraint: 'guest_phone_key', message: expect.stringContaining('guest_phone_key') },
        { message: 'outer', cause: { code: '23505' } },
      ],
    });
  });

  it('is told that way by the process’s own log', () => {
    const { logger } = app.get(ProcessLog);
    const { err } = Reflect.get(logger, pino.symbols.serializersSym) as Record<string, (error: unknown) => unknown>;
    const secret = Object.assign(new Error('no'), { parameters: [phone], code: '22P02' });
    expect(err?.(secret)).toMatchObject({ type: 'Error', message: 'no', code: '22P02' });
    expect(JSON.stringify(err?.(secret))).not.toContain(phone);
  });

  it('does not turn in circles', () => {
    const error = new Error('round');
    error.cause = error;
    expect(() => JSON.stringify(toldError(error))).not.toThrow();
  });
});
