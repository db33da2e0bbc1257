import { once } from 'node:events';
import { connect, createServer, type Socket } from 'node:net';

/** A way from this machine to a server, which can be cut as the internet is. */
export interface FaultyWay {
  readonly url: string;
  /** Ends every connection at once and takes no other. */
  cut(): void;
  mend(): void;
  /** Calls back once so many bytes more have gone towards the server. */
  after(bytes: number, happens: () => void): void;
  close(): Promise<void>;
}

/**
 * @param target the server's address, asked for at each connection: it may move
 * @param host where the way begins
 */
export async function faultyWay(target: () => string, host = '127.0.0.1'): Promise<FaultyWay> {
  const open = new Set<Socket>();
  let isCut = false;
  let awaited: { left: number; happens: () => void } | null = null;
  const server = createServer((near) => {
    if (isCut) return near.destroy();
    const { hostname, port } = new URL(target());
    const far = connect(Number(port), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      open.add(one);
      one.on('error', () => other.destroy());
      one.on('close', () => {
        open.delete(one);
        other.destroy();
      });
    }
    near.on('data', (piece) => {
      if (!awaited) return;
      awaited.left -= piece.length;
      if (awaited.left > 0) return;
      const { happens } = awaited;
      awaited = null;
      happens();
    });
    near.pipe(far).pipe(near);
  });
  server.listen(0, host);
  await once(server, 'listening');
  const address = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('the way begins nowhere');
  const end = () => {
    for (const socket of open) socket.destroy();
  };
  return {
    url: `http://${host}:${address.port}`,
    cut() {
      isCut = true;
      end();
    },
    mend() {
      isCut = false;
    },
    after(bytes, happens) {
      awaited = { left: bytes, happens };
    },
    async close() {
      end();
      server.close();
      await once(server, 'close');
    },
  };
}
