import { type AddressInfo, createConnection, createServer, type Socket } from 'node:net';

/** A way to a port of this machine on which every byte is counted, both ways. */
export interface CountedWay {
  /** Host and port. */
  readonly address: string;
  readonly bytes: number;
  /** Cuts all connections and takes no more, or takes them again. */
  cut(cut: boolean): void;
  close(): void;
}

export async function countedWay(to: string): Promise<CountedWay> {
  const { hostname, port } = new URL(`tcp://${to}`);
  const open = new Set<Socket>();
  let bytes = 0;
  let cut = false;
  const server = createServer((one) => {
    if (cut) return one.destroy();
    const other = createConnection(Number(port), hostname);
    for (const [from, into] of [
      [one, other],
      [other, one],
    ] as const) {
      open.add(from);
      from.on('data', (piece) => {
        bytes += piece.length;
        into.write(piece);
      });
      from.on('error', () => undefined);
      from.on('close', () => {
        open.delete(from);
        into.destroy();
      });
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  const isBound = (address: typeof at): address is AddressInfo => typeof address === 'object' && address !== null;
  if (!isBound(at)) throw new Error('a server that listens has a port');
  return {
    address: `127.0.0.1:${at.port}`,
    get bytes() {
      return bytes;
    },
    cut(now) {
      cut = now;
      if (now) for (const socket of open) socket.destroy();
    },
    close() {
      for (const socket of open) socket.destroy();
      server.close();
    },
  };
}
