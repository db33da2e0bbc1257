/** An interface's address on a network, as the system tells it. */
export interface NetworkPlace {
  readonly address: string;
  /** Bits of it that all machines of the network share. */
  readonly prefix: number;
}

/** An address without its port, its brackets and its zone: `[fd00::1%eth0]:47110` is `fd00::1`. */
export function hostOf(hostAndPort: string): string {
  const bracketed = /^\[([^\]]*)\]/.exec(hostAndPort);
  const host = bracketed?.[1] ?? (hostAndPort.split(':').length === 2 ? hostAndPort.split(':')[0] : hostAndPort);
  return (host ?? '').replace(/%.*$/, '');
}

/** The port of an address; null where none can be read. */
export function portOf(hostAndPort: string): number | null {
  const port = /:(\d{1,5})$/.exec(hostAndPort)?.[1];
  return port === undefined ? null : Number(port);
}

/** An address that a machine gives itself where nobody gives it one. */
export function isLone(address: string): boolean {
  return address.startsWith('169.254.');
}

/** Whether both are of one network: they reach each other with no router between. False where either cannot be read. */
export function sameSubnet({ address, prefix }: NetworkPlace, other: string): boolean {
  const [own, theirs] = [bitsOf(address), bitsOf(other)];
  if (own === null || theirs === null || own.length !== theirs.length || prefix < 1) return false;
  return own.slice(0, prefix) === theirs.slice(0, prefix);
}

/** Its bits in digits: 32 or 128 of them; null where it is no address. */
function bitsOf(address: string): string | null {
  const groups = address.includes(':') ? v6Groups(address) : address.split('.');
  const [count, base, width] = address.includes(':') ? [8, 16, 16] : [4, 10, 8];
  if (groups === null || groups.length !== count) return null;
  const bits = groups.map((group) => {
    const value = (base === 16 ? /^[\da-f]{1,4}$/i : /^\d{1,3}$/).test(group) ? Number.parseInt(group, base) : -1;
    return value < 0 || value >= 2 ** width ? null : value.toString(2).padStart(width, '0');
  });
  return bits.includes(null) ? null : bits.join('');
}

function v6Groups(address: string): readonly string[] | null {
  const halves = address.split('::');
  if (halves.length > 2) return null;
  const [before = [], after = []] = halves.map((half) => (half === '' ? [] : half.split(':')));
  if (halves.length === 1) return before;
  const left = 8 - before.length - after.length;
  return left < 1 ? null : [...before, ...Array.from({ length: left }, () => '0'), ...after];
}
