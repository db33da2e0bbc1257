import { describe, expect, test } from 'vitest';
import { recoveryKeysOf } from '../../../shared/centre/recoveryKeys';
import { apply } from '../../../shared/exam/apply';
import type { Command } from '../../../shared/exam/catalogue';
import { decide } from '../../../shared/exam/decide';
import { type Machine, unsaidOf } from '../../../shared/exam/machines/unsaid';
import { type CentreState, emptyState, fact } from '../../../shared/exam/state';
import { demonstrationRecoveryKey } from '../../../shared/formats/demonstration/recoveryKey';
import { entryId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import type { Statement } from '../../../shared/kernel/statement';
import { at, invigilator, secretary, session } from '../../support/cast';

const device = 'D'.repeat(43);
const key = '0123456789abcdef';
const wrapping = 'W'.repeat(43);
const machine: Machine = { device, how: 'keychain', backend: 'gnome_libsecret', wrapping, changes: [] };

const published: Command = {
  kind: 'session.published',
  about: { session },
  data: {
    id: session,
    name: 'Session 2019',
    year: 2019,
    zone: 'Europe/Paris',
    authority: 'Rectorat',
    centre: { code: '0929999Z', name: 'Lycée', town: 'Montreval' },
    demonstration: true,
    recoveryKeys: [demonstrationRecoveryKey],
  },
};

let written = 0;
function statementsOf(state: CentreState, by = secretary, ...commands: readonly Command[]): readonly Statement[] {
  return unwrap(decide(commands, state, by, at('08:00'))).map((draft) => ({
    ...draft,
    id: entryId.of((++written).toString(16).padStart(64, '0')),
    at: { wall: at('08:00'), logical: [at('08:00'), written], zone: 'Europe/Paris', offset: null },
    by,
  }));
}
const opened = () => apply(emptyState, statementsOf(emptyState, secretary, published));

describe('R44 what a machine has the journal say of its keys', () => {
  test('nothing before there is a session; then how they are kept, once, by whoever is there', () => {
    expect(unsaidOf(machine, emptyState)).toEqual([]);
    const state = opened();
    const unsaid = unsaidOf(machine, state);
    expect(unsaid).toEqual([
      { kind: 'machine.secured', about: { device }, data: { how: 'keychain', backend: 'gnome_libsecret', wrapping } },
    ]);
    const said = apply(state, statementsOf(state, invigilator, ...unsaid));
    expect(unsaidOf(machine, said)).toEqual([]);
    expect(fact(said, 'machines', 'session', device)).toEqual({
      how: 'keychain',
      backend: 'gnome_libsecret',
      wrapping,
    });
  });

  test('again when it changed: a passphrase in place of the keychain', () => {
    const state = opened();
    const said = apply(state, statementsOf(state, invigilator, ...unsaidOf(machine, state)));
    const changed: Machine = { ...machine, how: 'passphrase', backend: 'basic_text' };
    const then = apply(said, statementsOf(said, invigilator, ...unsaidOf(changed, said)));
    expect(fact(then, 'machines', 'session', device)?.how).toBe('passphrase');
    expect(unsaidOf(changed, then)).toEqual([]);
  });

  test('R43 a key that was lost, and later that it was recovered', () => {
    const state = opened();
    const lost: Machine = { ...machine, changes: [{ key, became: 'lost', entries: 41 }] };
    const said = apply(state, statementsOf(state, invigilator, ...unsaidOf(lost, state)));
    expect(fact(said, 'machineKeys', 'session', key)).toEqual({ device, became: 'lost', entries: 41 });
    const back: Machine = { ...machine, changes: [{ key, became: 'recovered', entries: 41 }] };
    expect(unsaidOf(back, said)).toEqual([
      { kind: 'machine.keyChanged', about: { device, key }, data: { became: 'recovered', entries: 41 } },
    ]);
    const then = apply(said, statementsOf(said, invigilator, ...unsaidOf(back, said)));
    expect(unsaidOf(back, then)).toEqual([]);
  });

  test('what a machine said of itself is not taken back', () => {
    const state = opened();
    const [said] = statementsOf(state, invigilator, ...unsaidOf(machine, state));
    if (!said) throw new Error('the machine said something');
    const withdrawal: Command = { kind: 'entry.withdrawn', about: { entry: said.id }, data: { reason: 'essai' } };
    expect(decide([withdrawal], apply(state, [said]), secretary, at('08:01'))).toMatchObject({ ok: false });
  });
});

describe('R43 the recovery keys of a centre', () => {
  test('are those of the session it published, and of nothing else', () => {
    const [statement] = statementsOf(emptyState, secretary, published);
    if (!statement) throw new Error('the session was published');
    expect(recoveryKeysOf(statement)).toEqual([demonstrationRecoveryKey.publicKey]);
    expect(recoveryKeysOf({ ...statement, kind: 'staff.published' })).toEqual([]);
    expect(recoveryKeysOf({ ...statement, data: { ...Object(statement.data), recoveryKeys: ['x'] } })).toEqual([]);
    const { recoveryKeys: _, ...without } = published.data;
    expect(recoveryKeysOf({ ...statement, data: without })).toEqual([]);
  });
});
