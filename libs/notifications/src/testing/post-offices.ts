import { createServer as createHttpServer, type IncomingHttpHeaders } from 'node:http';
import { createServer as createTcpServer, type AddressInfo, type Server } from 'node:net';
import { once } from 'node:events';

const close = (server: Server) => new Promise<void>((done) => server.close(() => done()));

export interface ReceivedSms {
  headers: IncomingHttpHeaders;
  body: { id: string; to: string; text: string };
}

/** An SMS gateway that keeps what it receives; `isDown` makes it answer 503, `held` makes it keep one number waiting. */
export async function startSmsGateway() {
  const gateway = {
    received: [] as ReceivedSms[],
    isDown: false,
    held: null as { to: string; until: Promise<void> } | null,
    tries: 0,
    url: '',
    stop: () => close(server),
  };
  const server = createHttpServer((request, response) => {
    let text = '';
    request.on('data', (part: Buffer) => (text += part.toString()));
    const take = async () => {
      gateway.tries += 1;
      const body: ReceivedSms['body'] = JSON.parse(text);
      if (gateway.held?.to === body.to) await gateway.held.until;
      if (!gateway.isDown) gateway.received.push({ headers: request.headers, body });
      response.writeHead(gateway.isDown ? 503 : 202, { connection: 'close' }).end();
    };
    request.on('end', () => void take());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  gateway.url = `http://tiwizi:secret@127.0.0.1:${(server.address() as AddressInfo).port}/messages`;
  return gateway;
}

/** A mail server that speaks just enough SMTP to take a mail. */
export async function startMailServer() {
  const office = { received: [] as string[], url: '', stop: () => close(server) };
  const server = createTcpServer((socket) => {
    let mail: string | null = null;
    socket.write('220 specs\r\n');
    socket.on('data', (part) => {
      if (mail !== null) {
        mail += part.toString();
        if (!mail.endsWith('\r\n.\r\n')) return;
        office.received.push(mail);
        mail = null;
        socket.write('250 taken\r\n');
        return;
      }
      const command = part.toString().slice(0, 4).toUpperCase();
      if (command === 'DATA') mail = '';
      socket.write(command === 'DATA' ? '354 go on\r\n' : command === 'QUIT' ? '221 bye\r\n' : '250 ok\r\n');
    });
    socket.on('error', () => socket.destroy());
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  office.url = `smtp://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return office;
}
