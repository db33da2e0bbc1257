import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { diagnosis, type Outside } from '../../../shared/exchange/diagnosis';
import type { AttemptEnd, Examined } from '../../../shared/exchange/examined';
import { neighboursIn } from '../../../shared/exchange/neighbours';
import { hostOf, portOf, sameSubnet } from '../../../shared/exchange/subnet';
import { deviceOfKey } from '../../../shared/journal/launch';
import { MINUTE } from '../../../shared/kernel/clockTime';

const head = deviceOfKey(new Uint8Array(32).fill(1));
const second = deviceOfKey(new Uint8Array(32).fill(2));

const answered: AttemptEnd = { kind: 'answered' };
const timeout: AttemptEnd = { kind: 'unreachable', how: 'timeout' };
const noRoute: AttemptEnd = { kind: 'unreachable', how: 'no-route' };
const refused: AttemptEnd = { kind: 'unreachable', how: 'refused' };
const reset: AttemptEnd = { kind: 'unreachable', how: 'reset' };
const certificate: AttemptEnd = { kind: 'tls', how: 'certificate' };

const eth0 = { name: 'eth0', address: '10.0.0.7', prefix: 24 };
const tun0 = { name: 'tun0', address: '10.99.0.2', prefix: 16 };
const at = '10.0.0.2:47110';

function tried(ended: AttemptEnd, { device = head, address = at, seen = false, before = false } = {}) {
  return { device, before, attempts: [{ address, ended, seen }] };
}

/** A machine on a cable, whose switch has shown it one other card. */
function facts(changed: Partial<Examined> = {}): Examined {
  return { interfaces: [eth0], relays: [], own: null, neighbours: ['10.0.0.1'], ahead: 0, ...changed };
}

const told = (changed: Partial<Examined>, outside: Outside = 'unknown') =>
  diagnosis(facts(changed), outside).map(({ weight, finding }) => [weight, finding.kind]);
const main = (changed: Partial<Examined>, outside: Outside = 'unknown') =>
  diagnosis(facts(changed), outside).find(({ weight }) => weight === 'main')?.finding;

describe('what keeps a machine from the others', () => {
  it.each<readonly [string, Partial<Examined>, Outside, object]>([
    ['it is on no network', { interfaces: [] }, 'unknown', { kind: 'no-address' }],
    [
      'what is within it is no network',
      { interfaces: [{ ...eth0, name: 'docker0' }], relays: [tried(timeout)] },
      'unknown',
      { kind: 'no-address' },
    ],
    [
      'nobody gives addresses',
      { interfaces: [{ name: 'eth0', address: '169.254.3.9', prefix: 16 }], relays: [tried(noRoute)] },
      'unknown',
      { kind: 'lone-address', address: '169.254.3.9' },
    ],
    ['it knows no relay', {}, 'answers', { kind: 'no-relay-known' }],
    [
      'the relay is on another network',
      { relays: [tried(timeout, { address: '192.168.4.2:47110' })] },
      'answers',
      { kind: 'other-subnet', relay: head, own: ['10.0.0.7'], theirs: ['192.168.4.2:47110'] },
    ],
    [
      'FAULT 69 only what lies past the network answers',
      { relays: [tried(timeout)], neighbours: null },
      'answers',
      { kind: 'isolated', relay: head, own: '10.0.0.7', address: at },
    ],
    [
      'FAULT 69 others are met on the network, the relay is not',
      { relays: [tried(noRoute)] },
      'silent',
      { kind: 'isolated', relay: head, own: '10.0.0.7', address: at },
    ],
    [
      'the machine is there, its port is silent',
      { relays: [tried(timeout, { seen: true })] },
      'answers',
      { kind: 'blocked-port', how: 'silent', relay: head, address: at },
    ],
    [
      'nothing answers, and nothing tells more',
      { relays: [tried(timeout)], neighbours: null },
      'silent',
      { kind: 'blocked-port', how: 'silent', relay: head, address: at },
    ],
    [
      'the connection is cut off on the way',
      { relays: [tried(reset)] },
      'answers',
      { kind: 'blocked-port', how: 'cut', relay: head, address: at },
    ],
    [
      'nobody listens there',
      { relays: [tried(refused, { seen: true })] },
      'answers',
      { kind: 'relay-gone', how: 'closed', relay: head, address: at },
    ],
    [
      'it answered before',
      { relays: [tried(timeout, { before: true, seen: true })] },
      'answers',
      { kind: 'relay-gone', how: 'silent', relay: head, address: at },
    ],
    [
      'there is nobody at all',
      { relays: [tried(noRoute)], neighbours: [] },
      'silent',
      { kind: 'relay-gone', how: 'silent', relay: head, address: at },
    ],
    [
      'nobody knows where it is',
      { relays: [{ device: head, attempts: [], before: false }] },
      'answers',
      { kind: 'relay-gone', how: 'nowhere', relay: head, address: null },
    ],
    [
      'FAULT 65 another machine answers there',
      { relays: [tried(certificate, { seen: true })] },
      'answers',
      { kind: 'stranger-there', relay: head, address: at },
    ],
    [
      'a private network is open',
      { interfaces: [eth0, tun0], relays: [tried(timeout)] },
      'answers',
      { kind: 'vpn', names: ['tun0'] },
    ],
    [
      'its own relay answers nowhere',
      { own: [{ address: '10.0.0.7:47110', ended: refused, seen: null }] },
      'answers',
      { kind: 'blocked-port', how: 'own', relay: null, address: '10.0.0.7:47110' },
    ],
    [
      'its clock is wrong',
      { relays: [tried(answered)], ahead: -2 * MINUTE },
      'answers',
      { kind: 'clock', ahead: -2 * MINUTE },
    ],
  ])('%s', (_, changed, outside, finding) => {
    expect(main(changed, outside)).toEqual(finding);
  });

  it('a private network is told besides where something surer is the matter', () => {
    const both = { interfaces: [eth0, tun0], relays: [tried(refused)] };
    expect(told(both)).toEqual([
      ['main', 'relay-gone'],
      ['also', 'vpn'],
    ]);
  });

  it('nothing is the matter where a relay answers, over whatever', () => {
    const lone = { ...eth0, address: '169.254.1.2', prefix: 16 };
    for (const interfaces of [[eth0], [eth0, tun0], [lone]])
      expect(told({ interfaces, relays: [tried(answered)] })).toEqual([['note', 'all-well']]);
  });

  it('FAULT 69 a relay that answered before may be off, or this machine was carried to where machines are kept apart', () => {
    expect(told({ relays: [tried(timeout, { before: true })] }, 'answers')).toEqual([
      ['main', 'relay-gone'],
      ['also', 'isolated'],
    ]);
  });

  it('several relays are good to know; one that is silent beside another is gone', () => {
    const other = tried(answered, { device: second, address: '10.0.0.3:47110' });
    expect(told({ relays: [tried(answered), other] })).toEqual([
      ['note', 'all-well'],
      ['note', 'several-relays'],
    ]);
    expect(told({ relays: [tried(timeout), other] })).toEqual([
      ['also', 'relay-gone'],
      ['note', 'all-well'],
    ]);
  });

  it('the only relay of a centre is well by itself', () => {
    expect(told({ own: [{ address: '10.0.0.7:47110', ended: answered, seen: null }] })).toEqual([['note', 'all-well']]);
  });

  const end = fc.constantFrom<AttemptEnd>(answered, timeout, noRoute, refused, reset, certificate);
  const address = fc.constantFrom(
    at,
    '10.0.0.2',
    '[fd00::1]:47110',
    '169.254.1.1:1',
    'nonsense',
    '',
    '999.1.1.1:70000',
  );
  const attempt = fc.record({ address, ended: end, seen: fc.constantFrom(true, false, null) });
  const any: fc.Arbitrary<Examined> = fc.record({
    interfaces: fc.array(
      fc.record({
        name: fc.oneof(fc.constantFrom('eth0', 'tun0', 'docker0', 'Wi-Fi'), fc.string()),
        address: fc.oneof(address.map(hostOf), fc.string()),
        prefix: fc.integer({ min: 0, max: 128 }),
      }),
      { maxLength: 4 },
    ),
    relays: fc.array(
      fc.record({
        device: fc.constantFrom(head, second),
        attempts: fc.array(attempt, { maxLength: 4 }),
        before: fc.boolean(),
      }),
      { maxLength: 4 },
    ),
    own: fc.option(fc.array(attempt, { maxLength: 3 })),
    neighbours: fc.option(fc.array(fc.oneof(fc.constant('10.0.0.9'), fc.string()), { maxLength: 3 })),
    ahead: fc.option(fc.integer()),
  });

  it('something is always told, one cause at most as the main one, and the main one first', () => {
    fc.assert(
      fc.property(any, fc.constantFrom<Outside>('answers', 'silent', 'unknown'), (examined, outside) => {
        const found = diagnosis(examined, outside);
        expect(found.length).toBeGreaterThan(0);
        expect(found.slice(1).every(({ weight }) => weight !== 'main')).toBe(true);
        const reached = examined.relays.some(({ attempts }) => attempts.some(({ ended }) => ended.kind === 'answered'));
        const mains = found.filter(({ weight }) => weight === 'main').map(({ finding }) => finding.kind);
        for (const kept of ['isolated', 'vpn', 'no-address'] as const) if (reached) expect(mains).not.toContain(kept);
      }),
      { seed: 69, numRuns: 2_000 },
    );
  });
});

describe('addresses', () => {
  it('are of one network as far as its prefix says, of both families', () => {
    expect(sameSubnet(eth0, '10.0.0.200')).toBe(true);
    expect(sameSubnet(eth0, '10.0.1.7')).toBe(false);
    expect(sameSubnet({ address: '10.0.0.7', prefix: 23 }, '10.0.1.7')).toBe(true);
    expect(sameSubnet({ address: 'fd00::1', prefix: 64 }, 'fd00:0:0:0:9::2')).toBe(true);
    expect(sameSubnet({ address: 'fd00::1', prefix: 64 }, 'fd01::1')).toBe(false);
    for (const wrong of ['', 'relais', '10.0.0', '10.0.0.256', '1::2::3', 'fd00::g'])
      expect(sameSubnet(eth0, wrong)).toBe(false);
  });

  it('lose their port, their brackets and their zone', () => {
    expect([at, '[fe80::1%eth0]:47110', '10.0.0.2', 'fd00::1'].map(hostOf)).toEqual([
      '10.0.0.2',
      'fe80::1',
      '10.0.0.2',
      'fd00::1',
    ]);
    expect([at, '[fd00::1]:9', '10.0.0.2'].map(portOf)).toEqual([47_110, 9, null]);
  });
});

describe('the system’s table of neighbours', () => {
  it('is read as Linux, Windows and macOS print it, without what is unfinished or everybody’s', () => {
    const linux = `IP address       HW type     Flags       HW address            Mask     Device
10.0.0.1         0x1         0x2         52:54:00:12:34:56     *        eth0
10.0.0.2         0x1         0x0         00:00:00:00:00:00     *        eth0
10.0.0.3         0x1         0x0         52:54:00:12:34:57     *        eth0`;
    const windows = `Interface : 192.168.1.14 --- 0x7\r
  Adresse Internet      Adresse physique      Type\r
  192.168.1.1           52-54-00-12-34-56     dynamique\r
  192.168.1.255         ff-ff-ff-ff-ff-ff     statique\r
  224.0.0.22            01-00-5e-00-00-16     statique`;
    const mac = `? (10.0.0.1) at 52:54:0:12:34:56 on en0 ifscope [ethernet]
? (10.0.0.2) at (incomplete) on en0 ifscope [ethernet]`;
    expect([linux, windows, mac].map(neighboursIn)).toEqual([['10.0.0.1'], ['192.168.1.1'], ['10.0.0.1']]);
  });
});
