import { anyHead } from '../exam/kind';
import type { Actor } from '../kernel/statement';

/**
 * Who enrols a machine with headquarters, and ends that: whoever directs the centre, the head or the deputy in their
 * stead, or sets up an empty machine. Headquarters itself asks for its code and for no role.
 */
export function mayEnrol(actor: Pick<Actor, 'role' | 'unlocked'> | null): boolean {
  return actor !== null && (actor.unlocked === 'first-run' || anyHead.some((role) => role === actor.role));
}
