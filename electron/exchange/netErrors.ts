import type { NoAnswer } from '../../shared/exchange/trouble';

type Unreachable = Extract<NoAnswer, { kind: 'unreachable' }>['how'];

const unreachable: readonly (readonly [RegExp, Unreachable])[] = [
  [/^(NAME_NOT_RESOLVED|NAME_RESOLUTION_FAILED|DNS_|ICANN_NAME_COLLISION)/, 'dns'],
  [/^CONNECTION_REFUSED/, 'refused'],
  [/TIMED_OUT/, 'timeout'],
  [
    /^(INTERNET_DISCONNECTED|ADDRESS_|NETWORK_ACCESS_DENIED|NETWORK_IO_SUSPENDED|PROXY_|TUNNEL_|SOCKS_|MANDATORY_PROXY)/,
    'no-route',
  ],
];

/** What one of Chromium's network errors means for who waits for an answer; one that is not known was cut off on the way. */
export function noAnswerOf(error: Error): NoAnswer {
  const name = /net::ERR_([A-Z0-9_]+)/.exec(error.message)?.[1] ?? '';
  if (/^CERT(IFICATE)?_/.test(name)) return { kind: 'tls', how: 'certificate' };
  if (/^(SSL_|BAD_SSL_|ECH_|QUIC_HANDSHAKE)/.test(name)) return { kind: 'tls', how: 'handshake' };
  const how = unreachable.find(([pattern]) => pattern.test(name))?.[1] ?? 'reset';
  return { kind: 'unreachable', how };
}
