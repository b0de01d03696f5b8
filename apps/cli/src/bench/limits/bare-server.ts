// What the same machine does without a product on it: Fastify, a pool, one prepared select by an indexed key.
import fastify from 'fastify';
import pg from 'pg';

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 16 });
const server = fastify();
server.get('/', () => ({ ok: true }));
server.get<{ Params: { id: string } }>('/one/:id', async ({ params }, reply) => {
  const { rows } = await pool.query({
    name: 'one',
    text: `select json_build_object('id', id, 'slug', slug)::text from catalog.product where id = $1`,
    values: [params.id],
    rowMode: 'array',
  });
  return reply.type('application/json').send(rows[0]?.[0] ?? '{}');
});
/** Four conditional changes and their rows in one transaction: what a purchase cannot do without. */
server.post('/transaction', async () => {
  const client = await pool.connect();
  try {
    await client.query('begin');
    for (let step = 0; step < 4; step += 1) {
      await client.query({
        name: `step${step}`,
        text: 'insert into bench.bare (note) values ($1) returning id',
        values: ['x'],
      });
    }
    await client.query('commit');
  } finally {
    client.release();
  }
  return { ok: true };
});
await server.listen({ port: Number(process.env.PORT), host: '127.0.0.1' });
process.on('SIGTERM', () => process.exit(0));
