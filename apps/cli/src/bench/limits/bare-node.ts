// What Node itself does here: its own server, one finished answer of the size of a small list.
import { createServer } from 'node:http';

const items = Array.from({ length: 24 }, (_, place) => ({
  id: place,
  slug: `product-${place}`,
  title: 'x'.repeat(90),
}));
const answer = Buffer.from(JSON.stringify({ items }));
const headers = { 'content-type': 'application/json', 'content-length': answer.length };

const server = createServer((_request, response) => {
  response.writeHead(200, headers);
  response.end(answer);
});
server.listen(Number(process.env.PORT), '127.0.0.1');
process.on('SIGTERM', () => process.exit(0));
