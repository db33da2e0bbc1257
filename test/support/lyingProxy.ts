import { once } from 'node:events';
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gunzipSync, gzipSync } from 'node:zlib';
import { CONTENT_TYPE } from '../../shared/exchange/http';

/**
 * What a proxy does to answers: nothing; gives one again that it has kept; changes what they say; zips them once more on
 * the way; says of our own zipping that it is the way's; or keeps a stream back until it ends, which it never does.
 */
export type Lie = 'honest' | 'kept' | 'rewritten' | 'zipped' | 'mistaken' | 'heldBack';

export interface LyingProxy {
  readonly url: string;
  lie: Lie;
  /** Streams that it keeps back now. */
  readonly heldBack: number;
  close(): Promise<void>;
}

/** A proxy before a server, on this machine and in clear. */
export async function lyingProxy(target: string): Promise<LyingProxy> {
  const kept = new Map<string, Buffer>();
  let heldBack = 0;

  async function answer(asked: IncomingMessage, reply: ServerResponse): Promise<void> {
    const { url = '/', method, headers } = asked;
    if (proxy.lie === 'heldBack' && url.endsWith('/listen')) {
      heldBack++;
      reply.on('close', () => heldBack--);
      return;
    }
    const body = await whole(asked);
    const onward = request(`${target}${url}`, { method, headers: { ...headers, host: new URL(target).host } });
    onward.on('error', () => reply.destroy());
    onward.end(body);
    const [came] = await once(onward, 'response');
    if (came.headers['content-type'] !== CONTENT_TYPE) {
      reply.writeHead(came.statusCode ?? 502, came.headers);
      came.pipe(reply);
      reply.on('close', () => came.destroy());
      return;
    }
    const said = await whole(came);
    const { 'content-length': _length, 'transfer-encoding': _coding, ...rest } = came.headers;
    const coded = proxy.lie === 'zipped' || proxy.lie === 'mistaken' ? { 'content-encoding': 'gzip' } : {};
    reply.writeHead(came.statusCode ?? 502, { ...rest, ...coded }).end(told(url, said));
  }

  function told(url: string, said: Buffer): Buffer {
    const before = kept.get(url) ?? said;
    if (proxy.lie === 'kept') return before;
    kept.set(url, said);
    if (proxy.lie === 'zipped') return gzipSync(said);
    return proxy.lie === 'rewritten' ? rewritten(said) : said;
  }

  const server = createServer((asked, reply) => void answer(asked, reply).catch(() => reply.destroy()));
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address: AddressInfo | string | null = server.address();
  if (typeof address !== 'object' || address === null) throw new Error('it listens nowhere');
  const proxy: LyingProxy = {
    url: `http://127.0.0.1:${address.port}`,
    lie: 'honest',
    get heldBack() {
      return heldBack;
    },
    async close() {
      server.closeAllConnections();
      server.close();
      await once(server, 'close');
    },
  };
  return proxy;
}

/** The answer with a later hour in it, zipped again: well formed, and no longer what was signed. */
function rewritten(said: Buffer): Buffer {
  const frame = gunzipSync(said);
  const at = frame.indexOf('"at":') + 5;
  frame[at] = frame[at] === 0x31 ? 0x32 : 0x31;
  return gzipSync(frame);
}

async function whole(stream: AsyncIterable<Buffer>): Promise<Buffer> {
  const parts: Buffer[] = [];
  for await (const part of stream) parts.push(part);
  return Buffer.concat(parts);
}
