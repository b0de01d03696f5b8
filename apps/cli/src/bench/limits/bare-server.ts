// What the same machine does without a product on it: Fastify, a pool, and the fewest statements that keep the truth.
import fastify from 'fastify';
import { randomUUID } from 'node:crypto';
import pg from 'pg';
import { addLine, confirmPurchase, oneProduct, placePurchase, stockedVariants } from './bare-statements.js';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const server = fastify();
server.get('/', () => ({ ok: true }));

server.get<{ Params: { id: string } }>('/one/:id', async ({ params }, reply) => {
  const { rows } = await pool.query({ ...oneProduct, values: [params.id], rowMode: 'array' });
  return reply.type('application/json').send(rows[0]?.[0] ?? '{}');
});

const anyVariant = () => 1 + Math.floor(Math.random() * stockedVariants);
/** Two commits: the order is placed with its goods held, then confirmed. */
server.post('/purchase', async () => {
  const id = randomUUID();
  await pool.query({ ...placePurchase, values: [id, anyVariant(), anyVariant(), `+2126${id.slice(0, 8)}`] });
  await pool.query({ ...confirmPurchase, values: [id] });
  return { id };
});

const carts = Array.from({ length: 500 }, () => randomUUID());
server.post('/line', async () => {
  const cart = carts[Math.floor(Math.random() * carts.length)];
  await pool.query({ ...addLine, values: [cart, anyVariant()] });
  return { ok: true };
});

await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
