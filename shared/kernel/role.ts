import { z } from 'zod';

/**
 * Who a person is for the centre, while they act. `setup` is the machine's first run, before anyone has a PIN;
 * `headquarters` acts from its own machines alone: its entries count when one of its signing keys has signed them.
 */
export const role = z.enum([
  'setup',
  'centreHead',
  'deputyCentreHead',
  'examSecretariat',
  'roomLeadInvigilator',
  'invigilator',
  'headquarters',
]);
export type Role = z.infer<typeof role>;

/** The role of this name, or null for one that only a later version knows: it may do nothing here. */
export function roleNamed(name: string): Role | null {
  return known.get(name) ?? null;
}

const known = new Map<string, Role>(role.options.map((each) => [each, each]));

/** The roles that people of a centre take, by a code of their own. */
export const centreRoles: readonly Role[] = role.options.filter((each) => each !== 'setup' && each !== 'headquarters');
