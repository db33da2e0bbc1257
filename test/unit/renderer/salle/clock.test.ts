import { describe, expect, test } from 'vitest';
import { type ClockFace, clockFace, clockFaceOf } from '../../../../renderer/salle/clock/clockFace';
import { lastMinutes } from '../../../../renderer/salle/clock/lastMinutes';
import { roomViewOf } from '../../../../renderer/salle/room/roomView';
import { lastMinutesText } from '../../../../renderer/text/clock';
import { clockTime } from '../../../../shared/kernel/instant';
import { at, b12, number, sitting, zone } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';

const third = [{ kind: 'extraTime', minutesPerHour: 20 }] as const;

function faceOf(day: ExamDay): ClockFace {
  const view = roomViewOf(day.state, sitting, b12);
  if (!view) throw new Error('the room is known');
  return clockFace.parse(JSON.parse(JSON.stringify(clockFaceOf(view, ''))));
}

const ends = (face: ClockFace) => face.papers[0]?.ends.map((end) => `${end.of} ${clockTime(end.at, zone)}`);

describe('the room’s clock', () => {
  test('E-32, R-086 projects extra time only when a candidate of this room needs it', () => {
    const without = new ExamDay({ sitters: [{ name: 'Allard' }] });
    expect(ends(faceOf(without.begun()))).toEqual(['all 13:00']);
    const sitters = [{ name: 'Allard' }, { name: 'Caron', accommodations: third }];
    const needed = new ExamDay({ sitters, minutes: 120 });
    expect(ends(faceOf(needed.begun()))).toEqual(['all 11:00', 'extraTime 11:40']);
    const absent = new ExamDay({ sitters, minutes: 120 });
    expect(ends(faceOf(absent.begun([number('B12', 2)])))).toEqual(['all 11:00']);
  });

  test('A-86 tells an end that is not on a whole minute to the second', () => {
    const sitters = [{ name: 'Caron', accommodations: third }];
    const day = new ExamDay({ sitters, minutes: 50, start: '10:00' });
    expect(ends(faceOf(day.begun()))).toEqual(['all 10:50', 'extraTime 11:06:40']);
  });

  test('R-076 tells from when one may leave, once the subjects are given out', () => {
    const day = new ExamDay();
    expect(faceOf(day).exitsFrom).toBeNull();
    expect(faceOf(day).papers[0]?.started).toBe(false);
    const started = faceOf(day.begun());
    expect(started.exitsFrom).toBe(at('10:00'));
    expect(started.papers[0]?.started).toBe(true);
  });

  test('announces the last quarter of an hour, the last five minutes and the end, each end in its turn', () => {
    const sitters = [{ name: 'Allard' }, { name: 'Caron', accommodations: third }];
    const face = faceOf(new ExamDay({ sitters, minutes: 120 }).begun());
    const said = (time: string) => lastMinutesText(lastMinutes(face, at(time)));
    expect(said('10:44')).toBe('');
    expect(said('10:45')).toBe('Dernier quart d’heure.');
    expect(said('10:55')).toBe('Cinq dernières minutes.');
    expect(said('11:00')).toMatch(/^C’est l’heure\. /);
    expect(said('11:05')).toBe('');
    expect(said('11:25')).toBe('Dernier quart d’heure, temps majoré.');
    expect(said('11:40')).toMatch(/^C’est l’heure, temps majoré\. /);
  });
});
