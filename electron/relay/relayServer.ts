import type { IncomingMessage, ServerResponse } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo, Socket } from 'node:net';
import type { Duplex } from 'node:stream';
import { zip } from '../../node/zip';
import type { TurnedAwayBecause } from '../../shared/bridge/network';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { MAX_REQUEST_BYTES } from '../../shared/exchange/limits';
import { SPEAKS } from '../../shared/exchange/protocol';
import { concatBytes } from '../../shared/kernel/bytes';
import type { Certificate } from './certificate';
import { type Comer, crowd, type Wait } from './crowd';
import { doors } from './doors';

/** What an answer is made of: its frame and status, and what people are to know of it; or a connection that is taken over to be kept open. */
export type RelayAnswer =
  | { readonly status: number; readonly frame: Uint8Array; readonly turnedAway?: TurnedAwayBecause }
  | { readonly takeOver: (response: ServerResponse) => void };

/** Who posted a frame: nobody has proven anything yet. */
export interface Caller {
  readonly address: string;
  readonly connection: Duplex;
}

/** Answers a frame that somebody posted. */
export type RelayRoute = (frame: Uint8Array, caller: Caller) => Promise<RelayAnswer>;

/** Why a request was not read, or not answered. */
export type Unread = 'too-large' | 'not-understood' | 'failed' | Wait;

export interface RelayServerPorts {
  readonly certificate: Certificate;
  /** By path. */
  readonly routes: ReadonlyMap<string, RelayRoute>;
  /** What is answered instead of reading a request. */
  refused(why: Unread, address: string): Promise<RelayAnswer>;
  /** A connection was shut before a word was said. */
  readonly shut: (address: string) => void;
  /** Milliseconds of a clock that only goes forward. */
  readonly steady: () => number;
  readonly broken: (bug: unknown) => void;
}

export interface RelayServer {
  readonly port: number;
  /** Ends all connections. */
  close(): Promise<void>;
}

/** Headers of one request in bytes. */
const headerBytes = 8_192;

/**
 * Milliseconds: for TLS to be settled, for a request to come whole, and for an answer to be taken. Who asks gives up
 * after ten seconds.
 */
const within = { handshake: 5_000, headers: 5_000, request: 15_000, answer: 20_000 };

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
  const { opened, ...door } = doors(steady);

  async function answerTo(request: IncomingMessage, caller: Caller, whole: () => void): Promise<RelayAnswer> {
    const route = request.method === 'POST' ? routes.get(request.url ?? '') : undefined;
    const body = await bodyOf(request);
    whole();
    if (body === null || !route) return ports.refused(body === null ? 'too-large' : 'not-understood', caller.address);
    const frame = await zip.gunzip(body, MAX_REQUEST_BYTES);
    if (!frame.ok) return ports.refused(frame.error === 'too-long' ? 'too-large' : 'not-understood', caller.address);
    return route(frame.value, caller);
  }

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { socket } = request;
    const caller: Caller = { address: addressOf(socket), connection: socket };
    const comer: Comer = { address: caller.address, cut: () => socket.destroy() };
    const send = async (answer: RelayAnswer) => {
      if ('takeOver' in answer) {
        socket.setTimeout(0); // it has a pulse of its own
        return answer.takeOver(response);
      }
      // what was not read is not waited for
      response.writeHead(answer.status, request.complete ? envelope : { ...envelope, connection: 'close' });
      response.end(await zip.gzip(answer.frame));
      // an answer that is not taken keeps its place, and its memory, until its time is over
      if (!response.closed) await new Promise((resolve) => response.once('close', resolve));
    };
    const work = async (whole: () => void) => {
      const answer = await answerTo(request, caller, whole).catch((bug) => {
        if (!request.destroyed) broken(bug);
        return ports.refused('failed', caller.address);
      });
      await send(answer);
    };
    await admitted(comer, work, async (wait) => send(await ports.refused(wait, caller.address)));
  }

  const server = createServer(
    {
      ...certificate,
      minVersion: 'TLSv1.3',
      handshakeTimeout: within.handshake,
      maxHeaderSize: headerBytes,
      requestTimeout: within.request,
      headersTimeout: within.headers,
      connectionsCheckingInterval: 2_000,
    },
    (request, response) => {
      request.on('error', () => undefined); // whoever asked is gone: there is nobody to answer
      response.on('error', () => undefined);
      serve(request, response).catch(broken);
    },
  );
  server.timeout = within.answer;
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
  server.on('connection', (socket: Socket) => {
    const address = addressOf(socket);
    if (opened(socket, address)) return;
    ports.shut(address);
    socket.destroy();
  });
  server.on('tlsClientError', () => undefined); // a stranger who speaks no TLS, or goes away
  return {
    port: portOf(server.address()),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        for (const socket of door.open()) socket.destroy();
      }),
  };
}

/** An IPv4 address is written as such, however the system has it. */
function addressOf({ remoteAddress = '' }: Socket): string {
  return remoteAddress.replace(/^::ffff:(?=\d+\.)/, '');
}

function portOf(address: AddressInfo | string | null): number {
  if (address === null || typeof address === 'string') throw new Error('a server that listens has a port');
  return address.port;
}

/** Null as soon as it is longer than any request may be. */
async function bodyOf(request: IncomingMessage): Promise<Uint8Array | null> {
  const pieces: Uint8Array[] = [];
  let length = 0;
  // destroyed, it could not be told why
  for await (const piece of request.iterator({ destroyOnReturn: false })) {
    if (!(piece instanceof Uint8Array)) throw new Error('a request is read as bytes');
    length += piece.length;
    if (length > MAX_REQUEST_BYTES) return null;
    pieces.push(piece);
  }
  return concatBytes(...pieces);
}
