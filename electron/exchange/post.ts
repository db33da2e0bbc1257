import type { ClientRequest, Session } from 'electron';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { SPEAKS } from '../../shared/exchange/protocol';
import type { Reply } from '../../shared/exchange/reply';
import type { NoAnswer } from '../../shared/exchange/trouble';
import type { ShownCertificates } from './certificates';
import { noAnswerOf } from './netErrors';

/** The part of Electron's `net` that requests need. */
interface ElectronNet {
  request(options: {
    method: string;
    url: string;
    session: Session;
    redirect: 'manual';
    headers: Record<string, string>;
  }): ClientRequest;
}

/** The way out of this machine: the system's proxy and certificates, nothing kept. */
export interface WayOut {
  readonly net: ElectronNet;
  readonly session: Session;
  readonly certificates: ShownCertificates;
}

export type Head = Omit<Reply, 'body'>;

/** Who is told of an answer: its head once, its pieces, and that it is over, once and last. */
export interface Hearing {
  head(head: Head): void;
  piece(bytes: Uint8Array): void;
  /** With what the network said, or null when the answer ended as it should. */
  over(why: NoAnswer | null): void;
}

const cutOff: NoAnswer = { kind: 'unreachable', how: 'reset' };

/** Posts one gzipped frame and follows nothing. Returns what ends it early: it is over then, for that reason. */
export function post(
  { net, session, certificates }: WayOut,
  url: URL,
  body: Uint8Array,
  hearing: Hearing,
): (why: NoAnswer) => void {
  const request = net.request({
    method: 'POST',
    url: url.href,
    session,
    redirect: 'manual',
    headers: { 'content-type': CONTENT_TYPE, [PROTOCOL_HEADER]: String(SPEAKS.newest), 'cache-control': 'no-store' },
  });
  let isOver = false;
  const over = (why: NoAnswer | null) => {
    if (isOver) return;
    isOver = true;
    hearing.over(why);
  };
  const head = (status: number, headers: Headers, to: string | null) => {
    if (!isOver) hearing.head({ ...headOf(status, headers, url, to), certificate: certificates.of(url) });
  };

  request.on('login', ({ isProxy }, answer) => {
    head(isProxy ? 407 : 401, {}, null);
    over(null);
    answer();
  });
  request.on('redirect', (status, _method, to, headers) => {
    head(status, headers, to);
    over(null);
  });
  request.on('response', (response) => {
    head(response.statusCode, response.headers, null);
    response.on('data', (bytes) => {
      if (!isOver) hearing.piece(bytes);
    });
    response.on('end', () => over(null));
    response.on('error', (error) => over(noAnswerOf(error)));
    response.on('aborted', () => over(cutOff));
  });
  request.on('error', (error) => over(noAnswerOf(error)));
  request.end(Buffer.from(body));
  return (why) => {
    over(why);
    request.abort();
  };
}

type Headers = Readonly<Record<string, string | string[] | undefined>>;

function headOf(status: number, headers: Headers, asked: URL, to: string | null): Omit<Head, 'certificate'> {
  const named = (name: string) => {
    const value = headers[name];
    return Array.isArray(value) ? (value[0] ?? null) : (value ?? null);
  };
  const target = to === null ? null : URL.parse(to, asked.href);
  return {
    status,
    headers: { 'content-type': named('content-type'), [PROTOCOL_HEADER]: named(PROTOCOL_HEADER) },
    redirection: target && { host: target.host, ours: target.hostname === asked.hostname },
  };
}
