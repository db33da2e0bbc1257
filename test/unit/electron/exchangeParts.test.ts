import { createHash, X509Certificate } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { addressFrom } from '../../../electron/exchange/address';
import { ShownCertificates } from '../../../electron/exchange/certificates';
import { endAtQuit } from '../../../electron/exchange/goodbye';
import { noAnswerOf } from '../../../electron/exchange/netErrors';
import { portalPage } from '../../../electron/exchange/portal';
import { seldom } from '../../../electron/exchange/seldom';
import { zip } from '../../../node/zip';
import { utf8 } from '../../../shared/kernel/bytes';
import { unwrap } from '../../../shared/kernel/result';
import { SteadyTime } from '../../support/exchangeTime';
import { selfSigned } from '../../support/selfSigned';

test.each([
  ['siege.example', 'https://siege.example'],
  [' https://siege.example/ ', 'https://siege.example'],
  ['https://siege.example:8443/cachet//', 'https://siege.example:8443/cachet'],
  ['http://127.0.0.1:8140', 'http://127.0.0.1:8140'],
  ['http://localhost:8140/', 'http://localhost:8140'],
  ['http://[::1]:8140', 'http://[::1]:8140'],
])('the address %s is read as %s', (typed, read) => {
  expect(addressFrom(typed, false)).toEqual({ ok: true, value: read });
});

test.each([
  ['http://siege.example', 'not-secure'],
  ['http://127.0.0.1.example', 'not-secure'],
  ['http://localhost.example', 'not-secure'],
  ['ftp://siege.example', 'unreadable'],
  ['javascript://siege.example/%0aalert(1)', 'unreadable'],
  ['https://nom:secret@siege.example', 'unreadable'],
  ['https://siege.example/?a=1', 'unreadable'],
  ['https://siege.example/#a', 'unreadable'],
  ['le siège', 'unreadable'],
  ['', 'unreadable'],
])('the address %s is not taken', (typed, because) => {
  expect(addressFrom(typed, false)).toEqual({ ok: false, error: because });
});

test('in development an address in clear is taken', () => {
  expect(unwrap(addressFrom('http://siege.example', true))).toBe('http://siege.example');
});

test.each([
  ['NAME_NOT_RESOLVED', { kind: 'unreachable', how: 'dns' }],
  ['CONNECTION_REFUSED', { kind: 'unreachable', how: 'refused' }],
  ['INTERNET_DISCONNECTED', { kind: 'unreachable', how: 'no-route' }],
  ['ADDRESS_UNREACHABLE', { kind: 'unreachable', how: 'no-route' }],
  ['PROXY_CONNECTION_FAILED', { kind: 'unreachable', how: 'no-route' }],
  ['TUNNEL_CONNECTION_FAILED', { kind: 'unreachable', how: 'no-route' }],
  ['CONNECTION_TIMED_OUT', { kind: 'unreachable', how: 'timeout' }],
  ['CONNECTION_RESET', { kind: 'unreachable', how: 'reset' }],
  ['CONTENT_LENGTH_MISMATCH', { kind: 'unreachable', how: 'reset' }],
  ['CERT_AUTHORITY_INVALID', { kind: 'tls', how: 'certificate' }],
  ['CERT_DATE_INVALID', { kind: 'tls', how: 'certificate' }],
  ['CERTIFICATE_TRANSPARENCY_REQUIRED', { kind: 'tls', how: 'certificate' }],
  ['SSL_PROTOCOL_ERROR', { kind: 'tls', how: 'handshake' }],
])('the network’s error %s is told as what it means', (name, answer) => {
  expect(noAnswerOf(new Error(`net::ERR_${name}`))).toEqual(answer);
});

test('FAULT 67 the certificate that was shown is known by its fingerprint, and Chromium alone decides about it', () => {
  const { cert } = selfSigned();
  const decided: number[] = [];
  let shown = (_host: string, _data: string) => {};
  const certificates = new ShownCertificates({
    setCertificateVerifyProc(verify) {
      shown = (hostname, data) => {
        const certificate = Object.assign(Object.create(null), { data });
        const request = Object.assign(Object.create(null), { hostname, certificate });
        verify?.(request, (decision) => decided.push(decision));
      };
    },
  });
  expect(certificates.of(new URL('https://siege.example/'))).toBeNull();
  shown('siege.example', cert);
  const fingerprint = createHash('sha256').update(new X509Certificate(cert).raw).digest('hex');
  expect(certificates.of(new URL('https://siege.example:8443/exchange/hello'))).toBe(fingerprint);
  expect(certificates.of(new URL('https://autre.example/'))).toBeNull();
  expect(certificates.of(new URL('http://siege.example/'))).toBeNull();
  expect(decided).toEqual([-3]);
});

test('FAULT 66 the login page is the network’s own, else headquarters’ host in clear, which the network answers for', () => {
  const page = (trouble: Parameters<typeof portalPage>[1]) => portalPage('https://siege.example:8443/cachet', trouble);
  expect(page({ kind: 'portal', sign: 'redirection', host: 'portail.example' })).toBe('http://portail.example/');
  expect(page({ kind: 'portal', sign: 'page', host: null })).toBe('http://siege.example:8443/');
  expect(page({ kind: 'gateway', status: 502 })).toBeNull();
  expect(page(null)).toBeNull();
});

describe('gzip in threads', () => {
  const bytes = utf8('Saisie '.repeat(1_000));

  test('comes back as it was, within the limit only', async () => {
    const packed = await zip.gzip(bytes);
    expect(new Uint8Array(unwrap(await zip.gunzip(packed, bytes.length)))).toEqual(bytes);
    expect(await zip.gunzip(packed, bytes.length - 1)).toEqual({ ok: false, error: 'too-long' });
  });

  test('FAULT 27 cut at any byte it is told as cut, or as no gzip', async () => {
    const packed = await zip.gzip(bytes);
    for (let length = 0; length < packed.length; length++)
      expect(await zip.gunzip(packed.subarray(0, length), 10_000), `${length} bytes`).toEqual({
        ok: false,
        error: 'cut',
      });
    expect(await zip.gunzip(utf8('<!doctype html>'), 10_000)).toEqual({ ok: false, error: 'not-gzip' });
  });
});

test('what changes often is told at once, then once more when it has calmed down', async () => {
  const time = new SteadyTime();
  let told = 0;
  const tell = seldom(time, 250, () => {
    told += 1;
  });
  tell();
  expect(told).toBe(1);
  tell();
  tell();
  expect(told).toBe(1);
  await time.pass(250);
  expect(told).toBe(2);
  await time.pass(1_000);
  expect(told).toBe(2);
  tell();
  expect(told).toBe(3);
});

describe('at the end of the program', () => {
  function quitting(runs: boolean, stop: () => Promise<void>) {
    const time = new SteadyTime();
    const said = { quits: 0, prevented: 0 };
    let beforeQuit = (_event: { preventDefault(): void }) => {};
    const event = {
      preventDefault() {
        said.prevented += 1;
      },
    };
    const quit = () => beforeQuit(event);
    const app = {
      on(_event: 'before-quit', listener: typeof beforeQuit) {
        beforeQuit = listener;
      },
      quit() {
        said.quits += 1;
        quit();
      },
    };
    endAtQuit(app, [{ runs, stop }], time);
    return { time, said, quit };
  }

  test('nothing is waited for where nothing runs', () => {
    const { said, quit } = quitting(false, async () => {});
    quit();
    expect(said).toEqual({ quits: 0, prevented: 0 });
  });

  test('the exchange ends first, once', async () => {
    let stops = 0;
    const { time, said, quit } = quitting(true, async () => {
      stops += 1;
    });
    quit();
    quit();
    await time.settled();
    expect({ stops, ...said }).toEqual({ stops: 1, quits: 1, prevented: 2 });
  });

  test('one that hangs is left after three seconds', async () => {
    const { time, said, quit } = quitting(true, () => new Promise(() => undefined));
    quit();
    await time.pass(2_999);
    expect(said.quits).toBe(0);
    await time.pass(1);
    expect(said.quits).toBe(1);
  });
});
