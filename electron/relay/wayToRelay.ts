import type { ClientRequest, IncomingMessage } from 'node:http';
import { Agent, request as open } from 'node:https';
import { TLSSocket } from 'node:tls';
import { CONTENT_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import type { Alarm } from '../../shared/exchange/listening';
import { SPEAKS } from '../../shared/exchange/protocol';
import type { NoAnswer } from '../../shared/exchange/trouble';
import type { SignatureCheck } from '../../shared/kernel/ports';
import type { Hearing } from '../exchange/post';
import { vouchesFor } from './certificate';

const cutOff: NoAnswer = { kind: 'unreachable', how: 'reset' };

/** The way to one machine of the centre, by its key. */
export interface RelayWay {
  /**
   * The machine's device key, raw: who shows a certificate that it has not signed is told nothing. Null for whoever
   * answers, where what is said is worth nothing to anybody else.
   */
  readonly key: Uint8Array | null;
  readonly check: SignatureCheck;
  readonly agent: Agent;
  readonly alarm: Alarm;
}

/** Milliseconds for a connection within the centre to be made. */
const connectWithin = 3_000;

/**
 * Connections are kept between requests, never proxied, and end with the agent. No session is taken up again: the
 * certificate is shown on each.
 */
export function relayAgent(): Agent {
  return new Agent({
    keepAlive: true,
    maxSockets: 4,
    maxCachedSessions: 0,
    minVersion: 'TLSv1.3',
    rejectUnauthorized: false,
  });
}

/** As `exchange/post`, to a machine that is known by its key: nothing is said before it has shown it. */
export function postToRelay(
  { key, check, agent, alarm }: RelayWay,
  url: URL,
  body: Uint8Array,
  hearing: Hearing,
): (why: NoAnswer) => void {
  const headers = {
    'content-type': CONTENT_TYPE,
    [PROTOCOL_HEADER]: String(SPEAKS.newest),
    'content-length': body.length,
  };
  const request: ClientRequest = open({ agent, method: 'POST', ...addressOf(url), path: url.pathname, headers });
  let isOver = false;
  let silence = () => {};
  const over = (why: NoAnswer | null) => {
    if (isOver) return;
    isOver = true;
    silence();
    hearing.over(why);
  };
  const end = (why: NoAnswer) => {
    over(why);
    request.destroy();
  };
  request.on('error', (error) => over(noAnswerOf(error)));
  request.on('socket', (socket) => {
    if (!(socket instanceof TLSSocket)) return end(cutOff);
    const speak = () => {
      const shown = socket.getPeerCertificate().raw;
      if (key && (!shown || !vouchesFor(key, shown, check))) return end({ kind: 'tls', how: 'certificate' });
      silence();
      request.end(body);
    };
    silence = alarm.set(connectWithin, () => end({ kind: 'unreachable', how: 'timeout' }));
    if (socket.connecting || socket.getProtocol() === null) socket.once('secureConnect', speak);
    else speak();
  });
  request.on('response', (response: IncomingMessage) => {
    if (!isOver) hearing.head({ ...headOf(response), redirection: null, certificate: null });
    response.on('data', (bytes: Uint8Array) => {
      if (!isOver) hearing.piece(bytes);
    });
    response.on('end', () => over(null));
    response.on('error', () => over(cutOff));
    response.on('aborted', () => over(cutOff));
  });
  return end;
}

/** An IPv6 address stands in brackets in an URL, and its zone is not one of an URL's. */
function addressOf({ hostname, port }: URL) {
  return { host: hostname.replace(/^\[(.*)\]$/, '$1'), port };
}

function headOf({ statusCode, headers }: IncomingMessage) {
  const version = headers[PROTOCOL_HEADER];
  return {
    status: statusCode ?? 0,
    headers: {
      'content-type': headers['content-type'] ?? null,
      [PROTOCOL_HEADER]: typeof version === 'string' ? version : null,
    },
  };
}

function noAnswerOf(error: Error): NoAnswer {
  const code = 'code' in error ? String(error.code) : '';
  if (code === 'ECONNREFUSED') return { kind: 'unreachable', how: 'refused' };
  if (code === 'ENOTFOUND' || code === 'EAI_AGAIN') return { kind: 'unreachable', how: 'dns' };
  if (['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'].includes(code))
    return { kind: 'unreachable', how: 'no-route' };
  if (code === 'ETIMEDOUT') return { kind: 'unreachable', how: 'timeout' };
  if (code.startsWith('ERR_SSL') || code === 'EPROTO') return { kind: 'tls', how: 'handshake' };
  return cutOff;
}
