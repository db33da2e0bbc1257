import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { grantDay, grantsOf, standingOf } from '../../../shared/centre/grants';
import { keysOf, rightsOf, whyNotRead, whyNotWrite } from '../../../shared/centre/rights';
import type { Entry } from '../../../shared/journal/entry';
import { deviceOf } from '../../../shared/journal/launch';
import type { VerifiedEntry } from '../../../shared/journal/verify';
import { day } from '../../../shared/kernel/ids';
import { type Actor, channelOf } from '../../../shared/kernel/statement';
import { aDraft, someone, Writer } from '../../support/devices';
import {
  begunAlone,
  channelKey,
  deviceNamed,
  grantedTo,
  Headquarters,
  namedBy,
  office,
  published,
  sessionDraft,
  siege,
  terms,
  wrapped,
  wrappingOf,
} from '../../support/grants';

const laptop = deviceNamed('laptop');
const wrapping = wrappingOf('laptop').publicKey;
const today = day.of('2026-06-16');
const entering = { role: 'invigilator', kind: 'mark.entered', channel: 'marks' } as const;
const calling = { role: 'invigilator', kind: 'attendance.recorded', channel: 'rooms' } as const;
const fold = (...entries: readonly VerifiedEntry[]) => grantsOf(entries.map(({ entry }) => entry));
const standing = (...entries: readonly VerifiedEntry[]) => standingOf(fold(...entries), laptop);

describe('what a device was granted', () => {
  test('until it is given a grant it is a desk on its own: roles decide, closed channels are shut', () => {
    const alone = standing(published());
    expect(alone).toEqual({ kind: 'alone' });
    expect(whyNotWrite(alone, calling, today)).toBeNull();
    expect(whyNotWrite(alone, entering, today)).toEqual({ because: 'never-granted' });
    expect(whyNotRead(alone, 'marks', today)).toEqual({ because: 'never-granted' });
    expect(whyNotRead(alone, 'rooms', today)).toBeNull();
  });

  test('with a grant it reads and writes what the grant names, and says why not', () => {
    const granted = standing(published(), new Headquarters().gives(laptop, terms([wrapped('marks', wrapping)])));
    expect(whyNotWrite(granted, entering, today)).toBeNull();
    expect(whyNotWrite(granted, calling, today)).toBeNull();
    expect(whyNotWrite(granted, { ...calling, kind: 'room.checked' }, today)).toEqual({ because: 'kind' });
    expect(whyNotWrite(granted, { ...entering, role: 'examSecretariat' }, today)).toEqual({ because: 'role' });
    expect(whyNotWrite(granted, { ...entering, channel: 'jury' }, today)).toEqual({ because: 'channel' });
    expect(whyNotWrite(granted, { ...calling, channel: 'session' }, today)).toEqual({ because: 'wrong-channel' });
    expect(whyNotRead(granted, 'jury', today)).toEqual({ because: 'channel' });
    expect(whyNotRead(granted, 'contacts', today)).toEqual({ because: 'channel' });
  });

  test('what a machine says of itself needs no grant', () => {
    const granted = standing(published(), new Headquarters().gives(laptop, terms([], { writes: [] })));
    expect(
      whyNotWrite(granted, { role: 'invigilator', kind: 'machine.secured', channel: 'session' }, today),
    ).toBeNull();
    expect(whyNotWrite(granted, { role: 'invigilator', kind: 'machine.secured', channel: 'marks' }, today)).toEqual({
      because: 'wrong-channel',
    });
  });

  test('dates bind closed channels, to the day and in the centre’s zone; open ones are never refused by a clock', () => {
    const granted = standing(published(), new Headquarters().gives(laptop, terms([wrapped('marks', wrapping)])));
    const on = (date: string) => whyNotWrite(granted, entering, day.of(date));
    expect([on('2026-06-01'), on('2026-07-10')]).toEqual([null, null]);
    expect(on('2026-05-31')).toEqual({ because: 'not-begun', from: '2026-06-01', today: '2026-05-31' });
    expect(on('2026-07-11')).toEqual({ because: 'over', until: '2026-07-10', today: '2026-07-11' });
    expect(keysOf(granted, 'marks', day.of('2026-07-11'))).toEqual([]);
    for (const date of ['1970-01-01', '2099-01-01']) expect(whyNotWrite(granted, calling, day.of(date))).toBeNull();
    const inParis = fold(published());
    expect(grantDay(inParis, Date.UTC(2026, 6, 10, 21, 59))).toBe('2026-07-10');
    expect(grantDay(inParis, Date.UTC(2026, 6, 10, 22, 0))).toBe('2026-07-11');
  });

  test('the newest key comes last; a later grant takes the place of the one before and says all again', () => {
    const hq = new Headquarters();
    const first = hq.gives(laptop, terms([wrapped('marks', wrapping)]));
    const both = [wrapped('marks', wrapping), wrapped('marks', wrapping, 2), wrapped('jury', wrapping)];
    const second = hq.gives(laptop, terms(both), [first.entry.id]);
    const ids = keysOf(standing(published(), first, second), 'marks', today).map(({ id }) => id);
    expect(ids).toEqual([channelKey('marks').id, channelKey('marks', 2).id]);
    expect(keysOf(standing(published(), first, second), 'jury', today)).toEqual([]);
  });

  test('ended by headquarters, it is neither read nor written, and does not fall back to a desk on its own', () => {
    const hq = new Headquarters();
    const given = hq.gives(laptop, terms([wrapped('marks', wrapping)]));
    const ended = standing(published(), given, hq.ends(laptop, [given.entry.id]));
    expect(whyNotWrite(ended, calling, today)).toEqual({ because: 'ended' });
    expect(whyNotRead(ended, 'marks', today)).toEqual({ because: 'ended' });
  });

  test('two grants that do not know of each other allow what both allow, and no more', () => {
    const keys = [wrapped('marks', wrapping), wrapped('marks', wrapping, 2)];
    const one = new Headquarters('north').gives(
      laptop,
      terms(keys, { writes: ['mark.*'], until: day.of('2026-06-20') }),
    );
    const two = new Headquarters('south').gives(
      laptop,
      terms(keys.slice(0, 1), { writes: ['mark.entered', 'attendance.recorded'] }),
    );
    const both = standing(published(['north', 'south']), one, two);
    expect(whyNotWrite(both, entering, today)).toBeNull();
    expect(whyNotWrite(both, calling, today)).toEqual({ because: 'kind' });
    expect(whyNotWrite(both, { ...entering, kind: 'mark.corrected' }, today)).toEqual({ because: 'kind' });
    expect(whyNotWrite(both, entering, day.of('2026-06-21'))).toMatchObject({ because: 'over' });
    expect(keysOf(both, 'marks', today).map(({ id }) => id)).toEqual([channelKey('marks').id]);
    const ended = standing(published(['north', 'south']), one, new Headquarters('south').ends(laptop, []));
    expect(ended).toEqual({ kind: 'ended' });
  });

  test('by anybody but headquarters, for another centre, or by a key that only one version of the session names: nothing', () => {
    const granted = terms([wrapped('marks', wrapping)]);
    const hq = new Headquarters();
    expect(standing(published(), new Headquarters('impostor').gives(laptop, granted)).kind).toBe('alone');
    expect(standing(hq.gives(laptop, granted)).kind).toBe('alone');
    expect(standing(published(), hq.gives(laptop, { ...granted, centre: '0990001X' })).kind).toBe('alone');
    const contested = [published(), published(['impostor'], 'another desk')];
    expect(
      standing(...contested, hq.gives(laptop, granted), new Headquarters('impostor').gives(laptop, granted)).kind,
    ).toBe('alone');
    const asHead = new Writer('headquarters', 'DDDDDDDDDDD', null, 'session');
    const draft = aDraft('', { channel: 'session', kind: 'grant.given', about: { device: laptop }, data: granted });
    expect(standing(published(), asHead.next('', draft)).kind).toBe('alone');
  });

  test('who headquarters is, headquarters alone changes; who publishes as headquarters signs with a key it names', () => {
    const first = published();
    const says = (device: string, signedBy: readonly string[], by: Actor, supersedes = [first.entry.id]) =>
      new Writer(device, 'EEEEEEEEEEE', null, 'session').next('', { ...sessionDraft(signedBy), supersedes }, by);
    const keysAfter = (...entries: readonly VerifiedEntry[]) => [...fold(first, ...entries).signingKeys];
    const [own, north] = [deviceNamed('headquarters'), deviceNamed('north')];
    expect(keysAfter(says('a desk', ['impostor'], office))).toEqual([own]);
    expect(keysAfter(says('impostor', ['impostor'], siege))).toEqual([own]);
    expect(keysAfter(says('impostor', ['headquarters'], siege))).toEqual([own]);
    expect(keysAfter(says('a desk', ['headquarters'], office))).toEqual([own]);
    expect(keysAfter(says('headquarters', ['headquarters', 'north'], siege))).toEqual([own, north]);
    expect(keysAfter(says('headquarters', ['north'], office))).toEqual([north]);
  });

  test('a machine that knows headquarters by itself does not mind versions of the session that do not name it', () => {
    const beside = published(['impostor'], 'another desk');
    const entries = [published(), beside].map(({ entry }) => entry);
    expect([...grantsOf(entries).signingKeys]).toEqual([]);
    expect([...grantsOf(entries, deviceNamed('headquarters')).signingKeys]).toEqual([deviceNamed('headquarters')]);
    expect([...grantsOf([beside.entry], deviceNamed('headquarters')).signingKeys]).toEqual([deviceNamed('impostor')]);
  });

  test('a centre that began alone takes for headquarters whom its head has named, and nobody before', () => {
    const hq = new Headquarters();
    const given = hq.gives(laptop, terms([wrapped('marks', wrapping)]));
    const named = namedBy('desk', ['headquarters']);
    expect(standing(begunAlone(), given).kind).toBe('alone');
    expect(standing(begunAlone(), given, named).kind).toBe('granted');
    expect(standing(begunAlone(), new Headquarters('impostor').gives(laptop, terms([])), named).kind).toBe('alone');
    const asRoom = namedBy('laptop', ['impostor'], someone);
    expect([...fold(begunAlone(), asRoom).signingKeys]).toEqual([]);
    expect([...fold(begunAlone(), named, asRoom).signingKeys]).toEqual([deviceNamed('headquarters')]);
  });

  test('of two namings nobody gains; a machine that knows its headquarters goes by those that name it', () => {
    const both = [begunAlone(), namedBy('desk', ['headquarters']), namedBy('laptop', ['impostor'])];
    expect([...fold(...both).signingKeys]).toEqual([]);
    const keysFor = (known: string) => [
      ...grantsOf(
        both.map(({ entry }) => entry),
        deviceNamed(known),
      ).signingKeys,
    ];
    expect(keysFor('headquarters')).toEqual([deviceNamed('headquarters')]);
    expect(keysFor('north')).toEqual([]);
  });

  test('a naming counts for nothing beside a session that names headquarters, and only the named one may publish such', () => {
    const beside = namedBy('laptop', ['impostor']);
    expect([...fold(published(), beside).signingKeys]).toEqual([deviceNamed('headquarters')]);
    const alone = begunAlone();
    const over = (device: string, signedBy: readonly string[]) =>
      new Writer(device, 'EEEEEEEEEEE', null, 'session').next(
        '',
        { ...sessionDraft(signedBy), supersedes: [alone.entry.id] },
        siege,
      );
    const named = namedBy('desk', ['headquarters']);
    const impostor = over('impostor', ['impostor']);
    expect([...fold(alone, named, impostor).signingKeys]).toEqual([deviceNamed('headquarters')]);
    const own = over('headquarters', ['headquarters', 'north']);
    expect([...fold(alone, named, own).signingKeys]).toEqual([deviceNamed('headquarters'), deviceNamed('north')]);
  });

  test('the same for any order and repetition of the same entries', () => {
    const hq = new Headquarters();
    const first = hq.gives(laptop, terms([wrapped('marks', wrapping)]));
    const second = hq.gives(laptop, terms([wrapped('marks', wrapping, 2)], { reads: ['marks', 'jury'] }), [
      first.entry.id,
    ]);
    const beside = hq.gives(laptop, terms([wrapped('marks', wrapping, 2)], { roles: ['invigilator'] }), [
      first.entry.id,
    ]);
    const others = [hq.ends(deviceNamed('other'), []), new Headquarters('impostor').gives(laptop, terms([]))];
    const names = [namedBy('desk', ['headquarters']), namedBy('laptop', ['impostor'])];
    const all = [published(), ...names, first, second, beside, ...others].map(({ entry }) => entry);
    const told = grantsOf(all);
    fc.assert(
      fc.property(fc.shuffledSubarray([...all, ...all], { minLength: 16, maxLength: 16 }), (entries) => {
        expect(grantsOf(entries)).toEqual(told);
      }),
      { seed: 8, numRuns: 60 },
    );
  });
});

describe('rights of what is received', () => {
  const hq = new Headquarters();
  const granted = terms([wrapped('marks', wrapping)]);
  const morning = Date.UTC(2026, 5, 16, 6);
  const HOUR = 3_600_000;
  const given = hq.gives(laptop, granted, [], morning);
  const ended = hq.ends(laptop, [given.entry.id], morning + 4 * HOUR);
  const cipher = grantedTo('laptop', [published(), given]);
  const marks = (wall: number) =>
    new Writer('laptop', 'AAAAAAAAAAA', null, 'marks', cipher).next(
      '',
      { ...entering, about: {}, data: {} },
      someone,
      wall,
    ).entry;
  const roll = (wall: number, device = 'laptop') => new Writer(device).next('', {}, someone, wall).entry;
  const rights = (entry: Entry, ...entries: readonly VerifiedEntry[]) => rightsOf(entry, fold(published(), ...entries));

  test('are those of its device, whoever looks: also where the box cannot be read', () => {
    expect(channelOf(marks(morning).stream)).toBe('marks');
    expect(rights(marks(morning + HOUR), given)).toEqual({ ok: true, value: undefined });
    expect(rights(marks(morning + HOUR))).toEqual({ ok: false, error: { because: 'never-granted' } });
    expect(rights(roll(morning))).toMatchObject({ ok: true });
    expect(rights(roll(morning, 'stranger'), given)).toMatchObject({ ok: true });
  });

  test('a clock that was behind takes nothing away; what came before the end stands, what came after is set aside', () => {
    expect(rights(marks(morning - HOUR), given)).toMatchObject({ ok: true });
    expect(rights(roll(Date.UTC(2010, 0, 1)), given)).toMatchObject({ ok: true });
    expect(rights(marks(morning + HOUR), given, ended)).toMatchObject({ ok: true });
    expect(rights(marks(morning + 5 * HOUR), given, ended)).toEqual({ ok: false, error: { because: 'ended' } });
    expect(rights(roll(Date.UTC(2099, 0, 1)), given)).toMatchObject({ ok: true });
  });

  test('an hour that is claimed puts nothing before the grant: what headquarters did not hold then is judged by it', () => {
    const asHead: Actor = { ...someone, role: 'centreHead' };
    const before = new Writer('laptop', 'AAAAAAAAAAA', null, 'session');
    const removed = { channel: 'session', kind: 'paper.removed', about: { paper: 'P-1' }, data: {} } as const;
    const honest = before.next('', removed, asHead, morning - 5 * HOUR).entry;
    const forged = before.next('', removed, asHead, morning - 4 * HOUR).entry;
    const fresh = new Writer('laptop', 'GGGGGGGGGGG', null, 'session').next('', removed, asHead, 0).entry;
    const roles = ['invigilator'];
    const blind = hq.gives(laptop, { ...granted, roles }, [], morning);
    for (const entry of [honest, forged, fresh]) expect(rights(entry, blind).ok).toBe(true);
    const knowing = hq.gives(laptop, { ...granted, roles, begun: [[honest.stream, honest.seq]] }, [], morning);
    expect(rights(honest, knowing).ok).toBe(true);
    for (const entry of [forged, fresh])
      expect(rights(entry, knowing)).toMatchObject({ ok: false, error: { because: 'kind' } });
    const none = hq.gives(laptop, { ...granted, roles, writes: ['paper.*'], begun: [] }, [], morning);
    expect(rights(honest, none)).toEqual({ ok: false, error: { because: 'role' } });
    const later = hq.gives(
      laptop,
      { ...granted, roles: ['centreHead'], writes: ['paper.*'] },
      [none.entry.id],
      morning + HOUR,
    );
    expect(rights(honest, none, later).ok).toBe(true);
  });

  test('a later grant takes out of quarantine what it allows', () => {
    const wider = hq.gives(laptop, { ...granted, writes: ['room.checked'] }, [given.entry.id], morning + 2 * HOUR);
    const checked = new Writer('laptop').next(
      '',
      { kind: 'room.checked' },
      { ...someone, role: 'centreHead' },
      morning + HOUR,
    ).entry;
    expect(rights(checked, given)).toEqual({ ok: false, error: { because: 'kind' } });
    expect(rights(checked, given, wider)).toMatchObject({ ok: true });
  });

  test('nobody else speaks as headquarters; a role that may not write a kind may not on any machine', () => {
    const impostor = new Headquarters('impostor').gives(laptop, granted);
    expect(rights(impostor.entry)).toEqual({ ok: false, error: { because: 'not-headquarters' } });
    expect(rights(given.entry)).toMatchObject({ ok: true });
    const published = new Writer('laptop', 'AAAAAAAAAAA', null, 'session').next('', {
      channel: 'session',
      kind: 'access.granted',
    });
    expect(rights(published.entry)).toEqual({ ok: false, error: { because: 'not-entitled' } });
    expect(deviceOf(published.entry.stream)).toBe(laptop);
  });
});
