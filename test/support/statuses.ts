import fc from 'fast-check';
import { paperId, roomId, sessionId, sittingId } from '../../shared/kernel/ids';
import { instant, MINUTE } from '../../shared/kernel/instant';
import type { CentreStatus } from '../../shared/watch/centreStatus';
import { type CandidateFigures, together } from '../../shared/watch/figures';
import { figuresOf, type RoomStatus, stages } from '../../shared/watch/roomStatus';
import { at, examDay } from './pageCentre';

const few = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.nat(9) });

const candidates: fc.Arbitrary<CandidateFigures> = fc
  .record({
    expected: fc.integer({ min: 1, max: 40 }),
    absent: fc.nat(3),
    unmarked: few,
    contested: few,
    provisional: few,
    out: few,
  })
  .map(({ expected, absent, unmarked, contested, provisional, out }) => {
    const present = Math.max(0, expected - absent - unmarked - contested);
    const registered = present + absent + unmarked + contested - Math.min(provisional, present);
    return {
      registered,
      provisional: Math.min(provisional, present),
      present,
      absent,
      unmarked,
      contested,
      late: { awaiting: 0, granted: out, refused: 0 },
      out,
      left: 0,
      identityOwed: 0,
    };
  });

const counted = fc.record({
  stage: fc.constantFrom(...stages),
  delay: fc.option(fc.integer({ min: -10, max: 90 })),
  candidates,
  incidents: fc.record({ subject: few, fraud: few, health: few, disruption: few, premises: few, other: few }),
  awaiting: fc.record({ total: few, overdue: fc.constant(0) }),
});

const phases = { waiting: 'check', open: 'roll', started: 'composition', ended: 'report', closed: 'closed' } as const;

function rooms(most: number): fc.Arbitrary<readonly RoomStatus[]> {
  return fc.array(counted, { minLength: most, maxLength: most }).map((all) =>
    all.map(({ stage, ...others }, index) => ({
      room: roomId.of(`R${index}`),
      name: `Salle ${String.fromCharCode(65 + (index % 6))}${100 + index}`,
      building: null,
      stage,
      phase: phases[stage],
      startedAt: null,
      endsAt: null,
      endedAt: null,
      closedAt: null,
      notStarted: (stage === 'waiting' || stage === 'open') && (others.delay ?? 0) > 0,
      lateArrivals: 0,
      ...others,
    })),
  );
}

/** The status of a made-up morning in so many rooms, all figures agreeing. */
export function statuses(roomCount: number): fc.Arbitrary<CentreStatus> {
  return fc.tuple(rooms(roomCount), fc.integer({ min: 0, max: 600 })).map(([held, minute]) => {
    const figures = together(held.map(figuresOf));
    return {
      at: instant.of(at('07:00') + minute * MINUTE),
      session: {
        id: sessionId.of('session-2026'),
        name: 'Session 2026',
        year: 2026,
        zone: 'Europe/Paris',
        demonstration: false,
      },
      centre: { code: '0990012V', name: 'Lycée Anne-Sylvestre', town: 'Saint-Alban' },
      halfDay: { day: examDay, half: 'morning' as const },
      sittings: [
        {
          sitting: sittingId.of('mardi-matin'),
          papers: [{ id: paperId.of('fr'), diploma: 'bac-pro' as const, code: 'E51', title: 'Français' }],
          start: at('09:00'),
          lastEnd: at('13:00'),
          figures,
          rooms: [...held],
        },
      ],
      figures,
      unread: 0,
    };
  });
}
