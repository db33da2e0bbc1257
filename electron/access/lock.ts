import { type PersonId, personId } from '../../shared/kernel/ids';
import { err, ok, type Result } from '../../shared/kernel/result';
import type { Role } from '../../shared/kernel/role';
import type { Actor } from '../../shared/kernel/statement';
import { waitAfter } from './waiting';

/** What a person was granted: the roles they may act in, and the hash of the PIN that proves it is them. */
export interface Access {
  readonly roles: readonly Role[];
  readonly pinHash: string;
}

export interface AccessBook {
  /** Nobody was granted anything yet: the machine is being set up. */
  readonly empty: boolean;
  of(person: PersonId): Access | null;
}

export type UnlockFault =
  | { readonly kind: 'no-access' }
  | { readonly kind: 'role-not-granted' }
  | { readonly kind: 'wrong-pin' }
  /** Too many wrong PINs: the next try is heard in so many milliseconds. */
  | { readonly kind: 'wait'; readonly milliseconds: number };

export interface LockPorts {
  readonly access: AccessBook;
  readonly pinMatches: (pin: string, hash: string) => Promise<boolean>;
  /** Milliseconds since some fixed moment, by a clock nobody can set. */
  readonly monotonic: () => number;
}

const setup: Actor = { person: personId.of('installation'), role: 'setup', unlocked: 'first-run' };

/** Who may act on this machine right now. */
export class Lock {
  private unlocked: Actor | null = null;
  private readonly failures = new Map<PersonId, { readonly count: number; readonly until: number }>();
  private readonly listeners: ((person: PersonId) => void)[] = [];

  constructor(private readonly ports: LockPorts) {}

  /** Nobody once the role they act in is no longer granted to them. */
  actor(): Actor | null {
    const { access } = this.ports;
    if (access.empty) return setup;
    if (this.unlocked && !access.of(this.unlocked.person)?.roles.includes(this.unlocked.role)) this.lock();
    return this.unlocked;
  }

  /** After three wrong PINs each further try waits: 5 s, 10 s, 20 s … 5 min at most, until one is right. */
  async unlock(person: PersonId, role: Role, pin: string): Promise<Result<Actor, UnlockFault>> {
    const access = this.ports.access.of(person);
    if (!access) return err({ kind: 'no-access' });
    if (!access.roles.includes(role)) return err({ kind: 'role-not-granted' });
    const failed = this.failures.get(person);
    const milliseconds = (failed?.until ?? 0) - this.ports.monotonic();
    if (failed && milliseconds > 0) return err({ kind: 'wait', milliseconds });
    // Counted before it is checked, so that tries made at the same time do not slip through together
    const count = (failed?.count ?? 0) + 1;
    this.failures.set(person, { count, until: this.ports.monotonic() + waitAfter(count) });
    if (!(await this.ports.pinMatches(pin, access.pinHash))) return err({ kind: 'wrong-pin' });
    this.failures.delete(person);
    this.unlocked = { person, role, unlocked: 'pin' };
    for (const hear of this.listeners) hear(person);
    return ok(this.unlocked);
  }

  /** Tells of everybody who unlocks from now on. */
  whenUnlocked(listener: (person: PersonId) => void): void {
    this.listeners.push(listener);
  }

  lock(): void {
    this.unlocked = null;
  }
}
