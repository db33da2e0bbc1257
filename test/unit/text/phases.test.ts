import { expect, test } from 'vitest';
import { phaseText } from '../../../renderer/text/phases';
import type { PaperClock } from '../../../shared/exam/rooms/phase';
import { day, paperId } from '../../../shared/kernel/ids';
import { type Instant, instantOf } from '../../../shared/kernel/instant';

const zone = 'Europe/Paris';
const at = (time: string): Instant => instantOf(day.of('2025-06-17'), time, zone);

const clock: PaperClock = {
  paper: {
    id: paperId.of('fr'),
    diploma: 'cap',
    specialities: [],
    code: 'EG1',
    title: 'Français',
    form: 'written',
    durationMinutes: 180,
    coefficient: 300,
    scale: 20,
    optional: false,
    heldUntil: null,
  },
  boardStart: at('09:00'),
  distributedAt: at('09:00'),
  end: at('12:00'),
  lastEnd: at('13:00'),
  endedAt: null,
  composing: 8,
};
const composing = {
  kind: 'composition',
  firstStart: at('09:00'),
  lastEnd: at('13:00'),
  papers: [clock],
} as const;

test('a room that composes tells the time left to those without extra time, then the last end', () => {
  expect(phaseText(composing, at('09:42'), zone)).toEqual({
    name: 'En cours',
    detail: 'encore 2\u00A0h\u00A018',
  });
  expect(phaseText(composing, at('12:00'), zone)).toEqual({
    name: 'Temps majoré',
    detail: 'fin 13:00 · 8\u00A0candidats',
  });
  expect(phaseText(composing, at('13:00'), zone).name).toBe('Heure atteinte');
});

test('a sealed room says when, and what arrived after', () => {
  const closedAt = at('13:20');
  expect(phaseText({ kind: 'closed', closedAt, lateArrivals: 0 }, at('14:00'), zone).detail).toBe(
    'procès-verbal scellé à 13:20',
  );
  expect(phaseText({ kind: 'closed', closedAt, lateArrivals: 2 }, at('14:00'), zone).detail).toContain(
    '2\u00A0saisies arrivées après',
  );
});
