import { expect, test } from 'vitest';
import { hashOf, type Route, routeOf } from '../../../renderer/app/routes';
import { roomId, sittingId } from '../../../shared/kernel/ids';

const sitting = sittingId.of('2025-06-17-matin');
const room = roomId.of('A101');

test('every place comes back from its own address', () => {
  const places: readonly Route[] = [
    { path: 'centre', sitting: null },
    { path: 'centre', sitting },
    { path: 'salle', sitting: null, room: null },
    { path: 'salle', sitting, room: null },
    { path: 'salle', sitting, room },
    { path: 'clock', sitting, room },
    { path: 'pages', part: null, sitting: null, room: null },
    { path: 'pages', part: 'roomReport', sitting: null, room: null },
    { path: 'pages', part: 'roomReport', sitting, room },
    { path: 'preparation', part: 'salles' },
    { path: 'siege', part: 'messages' },
    { path: 'reseau' },
    { path: 'journal' },
    { path: 'team' },
  ];
  for (const place of places) expect(routeOf(hashOf(place))).toEqual(place);
});

test('an address that names no place leads home, and a bad id names no sitting or room', () => {
  expect(routeOf('')).toEqual({ path: 'centre', sitting: null });
  expect(routeOf('#/nowhere/at/all')).toEqual({ path: 'centre', sitting: null });
  expect(routeOf('#/salle/%E0%A4%A/..%2F..')).toEqual({ path: 'salle', sitting: null, room: null });
});
