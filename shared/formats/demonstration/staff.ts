import type { Person } from '../../exam/staff/kinds';
import { personId } from '../../kernel/ids';
import type { Role } from '../../kernel/role';
import type { Chance } from './chance';
import { drawName, type Names } from './names';
import type { Tier } from './tiers';

/** One centre head, deputies, a secretariat, and invigilators who nearly all teach one or two of the divisions. */
export function staffOf(tier: Tier, divisions: readonly string[], names: Names, chance: Chance): Person[] {
  const { deputies, secretariat, invigilators } = tier.staff;
  const posts: Role[][] = [
    ['centreHead'],
    ...Array.from({ length: deputies }, (): Role[] => ['deputyCentreHead']),
    ...Array.from({ length: secretariat }, (): Role[] => ['examSecretariat']),
    ...Array.from({ length: invigilators }, (_, at): Role[] =>
      at % 5 < 3 ? ['roomLeadInvigilator', 'invigilator'] : ['invigilator'],
    ),
  ];
  return posts.map((roles, at) => ({
    id: personId.of(`P${`${at + 1}`.padStart(3, '0')}`),
    familyName: drawName(names.family, chance),
    givenNames: drawName(names.given, chance),
    roles,
    teaches: roles.includes('invigilator') && !chance.happens(0.2) ? taught(divisions, chance) : [],
  }));
}

function taught(divisions: readonly string[], chance: Chance): string[] {
  return chance.shuffled(divisions).slice(0, chance.between(1, 2));
}
