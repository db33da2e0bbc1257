import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { termsOfMachine } from '../../../shared/centre/machineTerms';
import { day, personId } from '../../../shared/kernel/ids';
import type { Actor } from '../../../shared/kernel/statement';
import { Chance } from '../../simulation/chance';
import { aCentre, publishing } from '../../support/copies';
import { aDraft } from '../../support/devices';
import { wrappingOf } from '../../support/grants';
import { Replica } from '../../support/relayWorld';

const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
const invigilator: Actor = { person: personId.of('P-SURV'), role: 'invigilator', unlocked: 'pin' };
const days = { centre: aCentre.code, from: day.of('2020-01-01'), until: day.of('2099-12-31') };
const names = ['deputy', 'B07', 'B12', 'hall'] as const;

type Deed =
  | { readonly do: 'write'; readonly who: number }
  | { readonly do: 'admit'; readonly who: number }
  | { readonly do: 'meet'; readonly who: number; readonly whom: number };

const deed: fc.Arbitrary<Deed> = fc.oneof(
  fc.record({ do: fc.constant('write' as const), who: fc.nat(4) }),
  fc.record({ do: fc.constant('admit' as const), who: fc.nat(3) }),
  { weight: 3, arbitrary: fc.record({ do: fc.constant('meet' as const), who: fc.nat(5), whom: fc.nat(5) }) },
);

/** A head’s machine, four that it lets in at some time or other, and a stranger, who meet in any order. */
async function played(seed: number, deeds: readonly Deed[]) {
  const chance = new Chance(seed);
  const chief: Replica = new Replica('chief', chance, () => [chief.device]);
  const others = names.map((name) => new Replica(name, chance, () => [chief.device]));
  const stranger = new Replica('stranger', chance, () => []);
  const members = [chief, ...others];
  const everybody = [...members, stranger];
  let wall = Date.UTC(2026, 5, 16, 6);
  const now = () => (wall += 60_000);
  await chief.says(aDraft('', publishing()), head, now());
  const letIn = new Set<Replica>();
  const admit = async (machine: Replica) => {
    if (letIn.has(machine)) return;
    letIn.add(machine);
    const terms = termsOfMachine(machine.name === 'deputy' ? 'office' : 'room', days);
    const given = { name: machine.name, rooms: [], wrapping: wrappingOf(machine.name).publicKey, replaces: null };
    const draft = { channel: 'session', kind: 'admission.given', about: { device: machine.device } } as const;
    await chief.says(aDraft('', { ...draft, data: { ...given, terms } }), head, now());
  };
  const meet = async (one: Replica, other: Replica) => {
    // a stranger is turned away before anything is said: `centreNetwork.test.ts`
    if (one !== other && other.welcomes(one)) await one.asks(other);
  };
  for (const each of deeds) {
    if (each.do === 'write') {
      const writer = everybody[each.who === 4 ? 5 : each.who];
      await writer?.says(aDraft(`said at ${wall}`), invigilator, now());
    } else if (each.do === 'admit') {
      const machine = others[each.who];
      if (machine) await admit(machine);
    } else {
      const [one, other] = [everybody[each.who], everybody[each.whom]];
      if (one && other) await meet(one, other);
    }
  }
  // the network is whole again, and everybody was let in
  for (const machine of others) await admit(machine);
  for (let round = 0; round < 3; round++) for (const machine of others) await meet(machine, chief);
  return { members, stranger };
}

describe('machines of a centre that meet in any order, some before they were let in', () => {
  test('hold the same entries once all have met the head’s, none of them set aside, and nothing of a stranger’s', async () => {
    await fc.assert(
      fc.asyncProperty(fc.nat(100_000), fc.array(deed, { maxLength: 30 }), async (seed, deeds) => {
        const { members, stranger } = await played(seed, deeds);
        const held = await Promise.all(members.map(async (each) => [...(await each.held()).keys()].sort()));
        for (const [at, each] of held.entries()) expect(each, members[at]?.name).toEqual(held[0]);
        for (const { quarantine, name } of members) expect([...quarantine.kept.values()], name).toEqual([]);
        for (const id of (await stranger.held()).keys()) expect(held[0]).not.toContain(id);
      }),
      { seed: 20_260_616, numRuns: 60 },
    );
  });
});
