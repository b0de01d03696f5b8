import { connect, createServer, type AddressInfo, type Server, type Socket } from 'node:net';

type State = 'through' | 'cut' | 'silent';

/** A line to the engine that a spec can cut, or make swallow everything. */
export class EngineLine {
  private state: State = 'through';
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    private readonly target: URL,
  ) {
    server.on('connection', (socket) => this.join(socket));
  }

  static async open(engineUrl: string): Promise<EngineLine> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new EngineLine(server, new URL(engineUrl));
  }

  get url(): string {
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  be(state: State): void {
    this.state = state;
    for (const socket of this.sockets) socket.destroy();
  }

  async close(): Promise<void> {
    this.be('cut');
    await new Promise((resolve) => this.server.close(resolve));
  }

  private join(socket: Socket): void {
    this.keep(socket);
    if (this.state === 'cut') return void socket.destroy();
    if (this.state === 'silent') return;
    const engine = connect(Number(this.target.port), this.target.hostname);
    this.keep(engine);
    socket.pipe(engine).pipe(socket);
    socket.on('close', () => engine.destroy());
    engine.on('close', () => socket.destroy());
  }

  private keep(socket: Socket): void {
    this.sockets.add(socket);
    socket.on('error', () => socket.destroy());
    socket.on('close', () => this.sockets.delete(socket));
  }
}
