import { describe, expect, test } from 'vitest';
import { inCentreTime } from '../../../../renderer/network/inCentreTime';
import { silentRooms } from '../../../../renderer/network/silence';
import { silentText } from '../../../../renderer/text/network';
import type { NetworkState, RelayState } from '../../../../shared/bridge/network';
import { termsOfMachine } from '../../../../shared/centre/machineTerms';
import { deviceOfKey } from '../../../../shared/journal/launch';
import { instant } from '../../../../shared/kernel/instant';
import { at, b12, examDay, head } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { aSigner } from '../../../support/devices';

const [chief, relays, room] = ['chief', 'relay', 'room'].map((name) => deviceOfKey(aSigner(name).publicKey));
if (!chief || !relays || !room) throw new Error('three machines have three keys');
const morning = at('00:00');
const past = (time: string, seconds: number) => instant.of(at(time) + seconds * 1_000);

const day = new ExamDay();
day.says(head, {
  kind: 'admission.given',
  about: { device: room },
  data: {
    name: 'Portable B12',
    rooms: [b12],
    wrapping: 'w'.repeat(43),
    terms: termsOfMachine('room', { centre: '0929999Z', from: examDay, until: examDay }),
    replaces: null,
  },
});
const { state } = day;

const alone: NetworkState = {
  device: chief,
  serving: { addresses: [] },
  notServing: null,
  turnedAway: [],
  asideHere: [],
  heard: [],
  relays: [],
  ahead: null,
};
const contact = (last: string) => ({ device: room, at: at(last), listening: true });
const serves = (last: string): NetworkState => ({ ...alone, heard: [{ ...contact(last), address: '127.0.0.1' }] });
const asks = (last: string, heardAt: string): NetworkState => ({
  ...alone,
  serving: null,
  relays: [
    {
      ...({ device: relays, addresses: [], through: null, phase: 'level', standing: 'granted' } as const),
      ...{ lastContact: at(heardAt), nextTry: null, pokes: true, ahead: 0, awaited: 0, trouble: null },
      ...{ heard: [contact(last)], heardAt: at(heardAt) },
    } satisfies RelayState,
  ],
});

describe('a room of which nothing is heard', () => {
  test('is told after two minutes, with how long and the hour of the last contact, and not before', () => {
    expect(silentRooms(state, serves('08:41'), { now: past('08:41', 119), morning })).toEqual([]);
    const [silent] = silentRooms(state, serves('08:41'), { now: past('08:41', 130), morning });
    expect(silent).toEqual({ room: b12, last: at('08:41'), for: 130_000 });
    expect(silentText.line('Salle B12', silent?.for ?? 0, '08:41')).toBe(
      'Salle B12\u202F: sans nouvelles depuis 2\u00A0min\u00A010, dernier contact 08:41',
    );
  });

  test('is told on other desks by what the relay said, as of when it said it', () => {
    expect(silentRooms(state, asks('08:41', '08:42'), { now: at('08:43'), morning })).toEqual([]);
    const [silent] = silentRooms(state, asks('08:41', '08:44'), { now: at('08:45'), morning });
    expect(silent).toEqual({ room: b12, last: at('08:41'), for: 180_000 });
  });

  test('a relay that is not reached any more says nothing of the rooms, nor does a contact of the day before', () => {
    expect(silentRooms(state, asks('08:41', '08:44'), { now: at('08:50'), morning })).toEqual([]);
    const yesterday = {
      ...serves('08:41'),
      heard: [{ ...contact('08:41'), at: instant.of(at('08:41') - 86_400_000), address: '' }],
    };
    expect(silentRooms(state, yesterday, { now: at('08:50'), morning })).toEqual([]);
  });

  test('moments are told in the centre’s time, whatever this machine’s clock says', () => {
    const late = inCentreTime({ ...serves('08:39'), ahead: 120_000 });
    expect(late.heard[0]?.at).toBe(at('08:41'));
    expect(inCentreTime({ ...asks('08:39', '08:40'), ahead: 120_000 }).relays[0]).toMatchObject({
      heardAt: at('08:42'),
      heard: [{ at: at('08:41') }],
      nextTry: null,
    });
  });
});
