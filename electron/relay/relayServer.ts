import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Duplex } from 'node:stream';
import { zip } from '../../node/zip';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import { SPEAKS } from '../../shared/exchange/protocol';
import { concatBytes } from '../../shared/kernel/bytes';
import type { Certificate } from './certificate';
import { crowd } from './crowd';

/** What an answer is made of: its frame and status, or a connection that is taken over to be kept open. */
export type RelayAnswer =
  | { readonly status: number; readonly frame: Uint8Array }
  | { readonly takeOver: (response: ServerResponse) => void };

/** Answers a frame that somebody posted. */
export type RelayRoute = (frame: Uint8Array, address: string) => Promise<RelayAnswer>;

export interface RelayServerPorts {
  readonly certificate: Certificate;
  /** By path. */
  readonly routes: ReadonlyMap<string, RelayRoute>;
  /** What is answered instead of reading a request. */
  refused(why: 'too-large' | 'not-understood' | 'failed' | { readonly busyFor: number }): Promise<RelayAnswer>;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  readonly broken: (bug: unknown) => void;
}

export interface RelayServer {
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Connections at once, and headers of one request in bytes: a flood finds the door shut, and fills no memory. */
const connections = 120;
const headerBytes = 8_192;

export const envelope = {
  'content-type': CONTENT_TYPE,
  [PROTOCOL_HEADER]: String(SPEAKS.newest),
  'cache-control': 'no-store',
};

/**
 * Listens at a port of every address of this machine, by TLS 1.3 alone. Rejects where the port is taken.
 * @param port 0 for any that is free
 */
export async function openRelayServer(ports: RelayServerPorts, port: number): Promise<RelayServer> {
  const { certificate, routes, steady, broken } = ports;
  const { admitted } = crowd(steady);

  async function answerTo(request: IncomingMessage): Promise<RelayAnswer> {
    const address = request.socket.remoteAddress ?? '';
    const route = request.method === 'POST' ? routes.get(request.url ?? '') : undefined;
    const answering = async () => {
      const body = await bodyOf(request);
      if (body === null || !route) return ports.refused(body === null ? 'too-large' : 'not-understood');
      const frame = await zip.gunzip(body, MAX_REQUEST_BYTES);
      if (!frame.ok) return ports.refused(frame.error === 'too-long' ? 'too-large' : 'not-understood');
      return route(frame.value, address);
    };
    return admitted(address, answering, (wait) => ports.refused({ busyFor: wait }));
  }

  const server = createServer(
    {
      ...certificate,
      minVersion: 'TLSv1.3',
      maxHeaderSize: headerBytes,
      requestTimeout: 30_000,
      headersTimeout: 10_000,
    },
    (request, response) => {
      request.on('error', () => undefined); // whoever asked is gone: there is nobody to answer
      response.on('error', () => undefined);
      answerTo(request)
        .catch((bug) => {
          if (!request.destroyed) broken(bug);
          return ports.refused('failed');
        })
        .then(async (answer) => {
          if ('takeOver' in answer) return answer.takeOver(response);
          // what was not read is not waited for
          response.writeHead(answer.status, request.complete ? envelope : { ...envelope, connection: 'close' });
          response.end(await zip.gzip(answer.frame));
        })
        .catch(broken);
    },
  );
  server.maxConnections = connections;
  server.keepAliveTimeout = 30_000;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen({ port, host: '::', ipv6Only: false }, () => resolve());
  }).catch(
    () =>
      // a system without IPv6
      new Promise<void>((resolve, reject) => {
        server.once('error', reject);
        server.listen({ port, host: '0.0.0.0' }, () => resolve());
      }),
  );
  server.on('error', broken);
  // of connections that are still being made the server keeps no account of its own
  const sockets = new Set<Duplex>();
  server.on('connection', (socket) => {
    sockets.add(socket);
    socket.once('close', () => sockets.delete(socket));
  });
  server.on('tlsClientError', () => undefined); // a stranger who speaks no TLS, or goes away
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a server that listens has a port');
  return address.port;
}

/** Null as soon as it is longer than any request may be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  for await (const piece of request) {
    if (!(piece instanceof Uint8Array)) throw new Error('a request is read as bytes');
    length += piece.length;
    if (length > MAX_REQUEST_BYTES) return null;
    pieces.push(piece);
  }
  return concatBytes(...pieces);
}
