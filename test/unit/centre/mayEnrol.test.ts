import { expect, test } from 'vitest';
import { mayEnrol } from '../../../shared/centre/mayEnrol';
import { centreRoles } from '../../../shared/kernel/role';

test('the head or the deputy enrols a machine with headquarters, or whoever sets up an empty one; nobody else', () => {
  expect(centreRoles.filter((role) => mayEnrol({ role, unlocked: 'pin' }))).toEqual(['centreHead', 'deputyCentreHead']);
  expect(mayEnrol({ role: 'setup', unlocked: 'first-run' })).toBe(true);
  expect(mayEnrol({ role: 'setup', unlocked: 'pin' })).toBe(false);
  expect(mayEnrol(null)).toBe(false);
});
