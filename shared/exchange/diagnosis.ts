import type { DeviceId } from '../journal/launch';
import { MINUTE } from '../kernel/clockTime';
import type { Attempt, Examined, ExaminedRelay } from './examined';
import { hostOf, isLone, sameSubnet } from './subnet';

/** What stands between this machine and the others of its centre, or does not. Addresses of relays carry their port. */
export type Finding =
  /** It is on no network. */
  | { readonly kind: 'no-address' }
  /** It gave itself an address: nobody there gives any. */
  | { readonly kind: 'lone-address'; readonly address: string }
  /** It knows no relay, and is none. */
  | { readonly kind: 'no-relay-known' }
  | {
      readonly kind: 'other-subnet';
      readonly relay: DeviceId;
      readonly own: readonly string[];
      readonly theirs: readonly string[];
    }
  /** On one network with a relay, and kept from it while others are met there: machines are not let speak to each other. */
  | { readonly kind: 'isolated'; readonly relay: DeviceId; readonly own: string; readonly address: string }
  /** A machine is there and its port is closed to others: unheard, or cut off on the way. `own`: this machine's own port. */
  | {
      readonly kind: 'blocked-port';
      readonly how: 'silent' | 'cut' | 'own';
      readonly relay: DeviceId | null;
      readonly address: string;
    }
  /** Nobody serves there: the program is closed, the machine is off or away, or nobody knows where it is. */
  | {
      readonly kind: 'relay-gone';
      readonly how: 'closed' | 'silent' | 'nowhere';
      readonly relay: DeviceId;
      readonly address: string | null;
    }
  /** A private network is open, by the names of its interfaces. */
  | { readonly kind: 'vpn'; readonly names: readonly string[] }
  /** Another machine answers there: the relay's address has changed, or somebody takes its place. */
  | { readonly kind: 'stranger-there'; readonly relay: DeviceId; readonly address: string }
  | { readonly kind: 'several-relays'; readonly relays: readonly DeviceId[] }
  /** Milliseconds by which the centre's time is ahead of this machine's. */
  | { readonly kind: 'clock'; readonly ahead: number }
  /** Relays that answered; none where this machine is the only one. */
  | { readonly kind: 'all-well'; readonly relays: readonly DeviceId[] };

/** `main` is what to mend first, `also` what may be wrong besides, `note` what is good to know. */
export interface Found {
  readonly weight: 'main' | 'also' | 'note';
  readonly finding: Finding;
}

/** What is known of the world past this network: whether headquarters, or anything else there, answers. */
export type Outside = 'answers' | 'silent' | 'unknown';

const privateNetwork =
  /^(u?tun|tap|wg|ppp|ipsec|nordlynx|proton|tailscale|zerotier|zt)|vpn|wireguard|anyconnect|fortinet|wintun/i;
const withinMachine = /^(docker|br-|virbr|vmnet|vboxnet|vnic)|^vethernet \((wsl|default switch)/i;

/** What keeps a machine from the others of its centre: the most likely cause first. Never empty, at most one is main. */
export function diagnosis(facts: Examined, outside: Outside): readonly Found[] {
  const real = facts.interfaces.filter(({ name }) => !privateNetwork.test(name) && !withinMachine.test(name));
  const answering = facts.relays.filter(answers).map(({ device }) => device);
  const alsoWrong = [...ownPort(facts), ...clock(facts)];
  const several: Found[] =
    answering.length > 1 ? [{ weight: 'note', finding: { kind: 'several-relays', relays: answering } }] : [];
  const silent = facts.relays.filter((relay) => !answers(relay));

  if (answering.length > 0) {
    const others = silent.flatMap((relay) => verdict(relay, facts, real, outside));
    const [main = null, ...rest] = alsoWrong;
    return ordered(main, [...rest, ...others], [...well(alsoWrong, answering), ...several]);
  }
  if (real.length === 0) return ordered({ kind: 'no-address' }, alsoWrong);
  const [first] = real;
  if (first && real.every(({ address }) => isLone(address)))
    return ordered({ kind: 'lone-address', address: first.address }, alsoWrong);
  if (silent.length === 0) {
    if (facts.own === null) return ordered({ kind: 'no-relay-known' }, alsoWrong);
    const [main = null, ...rest] = alsoWrong;
    return ordered(main, rest, well(alsoWrong, []));
  }
  const verdicts = silent.map((relay) => verdict(relay, facts, real, outside)).sort((a, b) => rank(a[0]) - rank(b[0]));
  const [worst, ...rest] = verdicts.flat();
  if (!worst) throw new Error('a relay that is silent has a verdict');
  const names = [...new Set(facts.interfaces.map(({ name }) => name).filter((name) => privateNetwork.test(name)))];
  const unheard = ['isolated', 'other-subnet'].includes(worst.kind) || ('how' in worst && worst.how === 'silent');
  if (names.length === 0) return ordered(worst, [...rest, ...alsoWrong]);
  const vpn = { kind: 'vpn', names } as const;
  return unheard ? ordered(vpn, [worst, ...rest, ...alsoWrong]) : ordered(worst, [...rest, vpn, ...alsoWrong]);
}

function answers({ attempts }: ExaminedRelay): boolean {
  return attempts.some(({ ended }) => ended.kind === 'answered');
}

function ordered(main: Finding | null, also: readonly Finding[], notes: readonly Found[] = []): readonly Found[] {
  const rest: Found[] = also.map((finding) => ({ weight: 'also', finding }));
  return [...(main ? [{ weight: 'main', finding: main } as const] : []), ...rest, ...notes];
}

function well(wrong: readonly Finding[], relays: readonly DeviceId[]): readonly Found[] {
  return wrong.length > 0 ? [] : [{ weight: 'note', finding: { kind: 'all-well', relays } }];
}

function clock({ ahead }: Examined): Finding[] {
  return ahead !== null && Math.abs(ahead) > MINUTE ? [{ kind: 'clock', ahead }] : [];
}

/** Where this machine's own relay answers at none of its addresses. */
function ownPort({ own }: Examined): Finding[] {
  const [first] = own ?? [];
  if (!first || own?.some(({ ended }) => ended.kind === 'answered')) return [];
  return [{ kind: 'blocked-port', how: 'own', relay: null, address: first.address }];
}

/** What is most likely to keep this machine from a relay that did not answer, and what else it may be. */
function verdict(
  { device: relay, attempts, before }: ExaminedRelay,
  { relays, neighbours }: Examined,
  real: Examined['interfaces'],
  outside: Outside,
): readonly [Finding, ...Finding[]] {
  const ofEnd = (kind: string, ...hows: string[]) =>
    attempts.find(({ ended }) => ended.kind === kind && 'how' in ended && hows.includes(ended.how));
  const [first] = attempts;
  if (!first) return [{ kind: 'relay-gone', how: 'nowhere', relay, address: null }];
  const stranger = ofEnd('tls', 'certificate');
  if (stranger) return [{ kind: 'stranger-there', relay, address: stranger.address }];
  const closed = ofEnd('unreachable', 'refused');
  if (closed) return [{ kind: 'relay-gone', how: 'closed', relay, address: closed.address }];
  const cut = ofEnd('tls', 'handshake') ?? ofEnd('unreachable', 'reset');
  if (cut) return [{ kind: 'blocked-port', how: 'cut', relay, address: cut.address }];

  const near = attempts.flatMap((attempt) => {
    const place = real.find((each) => sameSubnet(each, hostOf(attempt.address)));
    return place ? [{ ...attempt, own: place.address }] : [];
  });
  const [one] = near;
  if (!one) {
    const own = real.map(({ address }) => address);
    return [{ kind: 'other-subnet', relay, own, theirs: attempts.map(({ address }) => address) }];
  }
  const gone = { kind: 'relay-gone', how: 'silent', relay, address: one.address } as const;
  const isolated = { kind: 'isolated', relay, own: one.own, address: one.address } as const;
  const met = outside === 'answers' || neighbours?.some((each) => real.some((place) => sameSubnet(place, each)));
  if (before) return met ? [gone, isolated] : [gone];
  const unheard = near.find(({ seen }) => seen === true);
  if (unheard) return [{ kind: 'blocked-port', how: 'silent', relay, address: unheard.address }];
  const isBeside = (attempt: Attempt) =>
    attempt.ended.kind === 'answered' && real.some((each) => sameSubnet(each, hostOf(attempt.address)));
  if (relays.some((each) => each.attempts.some(isBeside))) return [gone];
  if (met) return [isolated];
  return [neighbours ? gone : { kind: 'blocked-port', how: 'silent', relay, address: one.address }];
}

/** What tells most, and is soonest mended, comes first. */
function rank(finding: Finding): number {
  const order = ['stranger-there', 'blocked-port', 'isolated', 'relay-gone', 'other-subnet'];
  if (finding.kind === 'relay-gone' && finding.how === 'nowhere') return order.length;
  return order.indexOf(finding.kind);
}
