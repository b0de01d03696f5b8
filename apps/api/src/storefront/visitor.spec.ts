import cookie from '@fastify/cookie';
import { fastify, type FastifyInstance } from 'fastify';
import { visitorOf } from './visitor.js';

/** A page that shows with which cookies its visitor's calls reach the API. */
describe('a page asks the API in its visitor’s name', () => {
  let server: FastifyInstance;
  beforeAll(async () => {
    server = fastify();
    await server.register(cookie);
    server.get('/api/v1/auth/me', async ({ cookies, headers }, reply) => {
      void reply.setCookie('tiwizi_new', 'a;b c');
      return { cookies, header: headers.cookie };
    });
    server.get('/page', async (request) => {
      const visitor = visitorOf(server, request, 'fr', '__Host-tiwizi');
      await visitor.account();
      return visitor.account();
    });
  });
  afterAll(() => server.close());

  const ask = async (header: string) => (await server.inject({ url: '/page', headers: { cookie: header } })).json();

  it('with the cookies that were sent, and those that were set meanwhile', async () => {
    const { cookies } = await ask('__Host-tiwizi=mine; tiwizi_theme=dark');
    expect(cookies).toEqual({ '__Host-tiwizi': 'mine', tiwizi_theme: 'dark', tiwizi_new: 'a;b c' });
  });

  it('never with a session that hides in the value of another cookie', async () => {
    const { cookies } = await ask('x=1%3B%20__Host-tiwizi%3Dplanted; __Host-tiwizi=mine');
    expect(cookies).toMatchObject({ x: '1; __Host-tiwizi=planted', '__Host-tiwizi': 'mine' });
  });
});
