import { once } from 'node:events';
import { createServer, type RequestListener, type Server } from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import { selfSigned } from './selfSigned';

/** A server on this machine that answers as it is told. */
export interface FaultyServer {
  readonly port: number;
  /** How often it was asked. */
  readonly asked: number;
  close(): Promise<void>;
}

async function listening(server: Server): Promise<FaultyServer> {
  let asked = 0;
  server.on('request', () => {
    asked += 1;
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it listens nowhere');
  return {
    port: address.port,
    get asked() {
      return asked;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
}

export function faultyServer(answer: RequestListener): Promise<FaultyServer> {
  return listening(createServer(answer));
}

/** One whose certificate nobody trusts. */
export function selfSignedServer(answer: RequestListener): Promise<FaultyServer> {
  return listening(https.createServer(selfSigned(), answer));
}
