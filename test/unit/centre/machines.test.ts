import { describe, expect, test } from 'vitest';
import { grantsOf } from '../../../shared/centre/grants';
import { machinesOf } from '../../../shared/centre/machines';
import { termsOfMachine } from '../../../shared/centre/machineTerms';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { day, personId } from '../../../shared/kernel/ids';
import type { Actor } from '../../../shared/kernel/statement';
import { aCentre } from '../../support/copies';
import { aDraft, Writer } from '../../support/devices';
import { deviceNamed, Headquarters, published, terms, wrappingOf } from '../../support/grants';

const today = day.of('2026-06-16');
const head: Actor = { person: personId.of('P-CHEF'), role: 'centreHead', unlocked: 'pin' };
const at = (minute: number) => Date.UTC(2026, 5, 16, 6, minute);
const wrapping = (name: string) => wrappingOf(name).publicKey;
const machines = (entries: readonly VerifiedEntry[], on = today) =>
  machinesOf(grantsOf(entries.map(({ entry }) => entry)), on);

/** A machine says how it keeps its keys, and which one others seal to. */
function secured(by: string, of: string, key: string | null, launch = 'EEEEEEEEEEE') {
  const data = { how: 'keychain', backend: 'libsecret', ...(key === null ? {} : { wrapping: key }) };
  const draft = { channel: 'session', kind: 'machine.secured', about: { device: deviceNamed(of) }, data } as const;
  return new Writer(by, launch, null, 'session').next('', draft, head, at(0));
}

class Desk {
  private readonly writer = new Writer('desk', 'DDDDDDDDDDD', null, 'session');

  admits(name: string) {
    const given = termsOfMachine('room', { centre: aCentre.code, from: today, until: day.of('2026-08-15') });
    const data = { name: 'Salle B12', rooms: [], wrapping: wrapping(name), terms: given, replaces: null };
    return this.says('admission.given', name, data, []);
  }

  dismisses(name: string, admission: VerifiedEntry) {
    return this.says('admission.ended', name, { reason: 'volé', cutOff: [] }, [admission]);
  }

  private says(kind: string, name: string, data: object, superseded: readonly VerifiedEntry[]) {
    const supersedes = superseded.map(({ entry }) => entry.id);
    const about = { device: deviceNamed(name) };
    const draft = aDraft('', { channel: 'session', kind, about, data: { ...data }, supersedes });
    return this.writer.next('', draft, head, at(1));
  }
}

describe('the centre’s machines to which something can be sealed', () => {
  test('the one that began the centre by its own word, those that a head let in by that head’s', () => {
    const desk = new Desk();
    const entries = [published(), secured('desk', 'desk', wrapping('desk'))];
    expect(machines(entries)).toMatchObject([{ device: deviceNamed('desk'), wrapping: wrapping('desk'), name: null }]);
    const admitted = desk.admits('laptop');
    expect(machines([...entries, admitted])).toContainEqual({
      device: deviceNamed('laptop'),
      wrapping: wrapping('laptop'),
      name: 'Salle B12',
      reads: ['session', 'rooms', 'lists'],
    });
    expect(machines([...entries, admitted, desk.dismisses('laptop', admitted)])).toHaveLength(1);
  });

  test('no machine speaks for another, and a stranger’s own word makes it none of the centre’s', () => {
    expect(machines([published(), secured('thief', 'desk', wrapping('thief'))])).toEqual([]);
    expect(machines([published(), secured('thief', 'thief', wrapping('thief'))])).toEqual([]);
    expect(machines([published(), secured('desk', 'desk', null)])).toEqual([]);
  });

  test('what an earlier version said of its keys is read, and the last of several keys counts', () => {
    const entries = [
      published(),
      secured('desk', 'desk', null),
      secured('desk', 'desk', wrapping('desk'), 'FFFFFFFFFFF'),
    ];
    expect(machines(entries)).toMatchObject([{ wrapping: wrapping('desk') }]);
  });

  test('those that headquarters let in, with the channels of their grant, closed ones on its days alone; none whose grant ended', () => {
    const headquarters = new Headquarters();
    const given = headquarters.gives(
      deviceNamed('room'),
      terms([], { wrapping: wrapping('room'), name: 'Portable 4' }),
    );
    const entries = [published(), given];
    expect(machines(entries)).toEqual([
      {
        device: deviceNamed('room'),
        wrapping: wrapping('room'),
        name: 'Portable 4',
        reads: ['session', 'rooms', 'marks'],
      },
    ]);
    expect(machines(entries, day.of('2026-09-01'))).toMatchObject([{ reads: ['session', 'rooms'] }]);
    expect(machines([...entries, headquarters.ends(deviceNamed('room'), [given.entry.id])])).toEqual([]);
  });

  test('nothing is sealed to a machine for which two grants that stand name different keys', () => {
    const headquarters = new Headquarters();
    const one = headquarters.gives(deviceNamed('room'), terms([], { wrapping: wrapping('room') }));
    const other = headquarters.gives(deviceNamed('room'), terms([], { wrapping: wrapping('another') }));
    expect(machines([published(), one, other])).toEqual([]);
  });
});
