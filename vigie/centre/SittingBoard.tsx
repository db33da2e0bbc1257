import { useMemo } from 'react';
import { Kpi, Kpis } from '../../renderer/parts/Kpi';
import { type Column, Table } from '../../renderer/parts/Table';
import { Shape, Tag } from '../../renderer/parts/Tag';
import { phaseText } from '../../renderer/text/phases';
import { hourText } from '../../renderer/text/times';
import { awaitingHead } from '../../shared/exam/rooms/awaiting';
import { phaseOf } from '../../shared/exam/rooms/phase';
import { type TimedSitting, zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import type { CentreCode } from '../../shared/exchange/names';
import type { Instant } from '../../shared/kernel/instant';
import { sittingStatusOf } from '../../shared/watch/centreStatus';
import { incidentsIn } from '../../shared/watch/figures';
import type { RoomStatus } from '../../shared/watch/roomStatus';
import { hashOf } from '../frame/routes';
import { centreText } from '../text/centre';
import { boardText } from '../text/vigie';
import { Incidents } from './Incidents';
import styles from './SittingBoard.module.css';

/** Minutes from which a room's delay is shown. */
const shownDelay = 1;

/** A sitting of a centre: its figures, each room with where it stands, and what happened there. */
export function SittingBoard(props: {
  readonly centre: CentreCode;
  readonly state: CentreState;
  readonly sitting: TimedSitting;
  readonly now: Instant;
}) {
  const { centre, state, sitting, now } = props;
  const zone = zoneOf(state);
  const status = useMemo(() => sittingStatusOf(state, sitting, awaitingHead(state, now), now), [state, sitting, now]);
  const { figures, papers, rooms } = status;
  const { kpi } = boardText;
  const columns: readonly Column<RoomStatus>[] = [
    {
      id: 'room',
      head: centreText.room,
      names: true,
      cell: ({ room, name, building }) => (
        <>
          <a href={hashOf({ path: 'centre', centre, sitting: sitting.id, room })}>{name}</a>
          {building && <span className={styles.building}> {building}</span>}
        </>
      ),
    },
    {
      id: 'phase',
      head: centreText.phase,
      cell: ({ room }) => {
        const words = phaseText(phaseOf(state, sitting.id, room), now, zone);
        return (
          <>
            <b>{words.name}</b> <span className={styles.detail}>{words.detail}</span>
          </>
        );
      },
    },
    { id: 'start', head: centreText.start, cell: ({ startedAt }) => hourOr(startedAt, zone) },
    { id: 'end', head: centreText.end, cell: ({ endedAt, endsAt }) => hourOr(endedAt ?? endsAt, zone) },
    { id: 'present', head: centreText.present, align: 'end', cell: ({ candidates }) => candidates.present },
    { id: 'absent', head: centreText.absent, align: 'end', cell: ({ candidates }) => candidates.absent },
    { id: 'unmarked', head: centreText.unmarked, align: 'end', cell: ({ candidates }) => candidates.unmarked || '' },
    { id: 'watch', head: boardText.head.troubles, cell: (room) => <Troubles room={room} /> },
  ];
  return (
    <>
      <p className={styles.papers}>{papers.map(({ code, title }) => `${code} ${title}`).join(' · ')}</p>
      <Kpis label={centreText.figures}>
        <Kpi value={figures.rooms.planned} label={kpi.rooms(figures.rooms.planned)} />
        <Kpi value={figures.rooms.open} label={kpi.open(figures.rooms.open)} />
        <Kpi value={figures.rooms.started} label={kpi.started(figures.rooms.started)} />
        <Kpi value={figures.rooms.ended} label={kpi.ended(figures.rooms.ended)} />
        <Kpi value={figures.rooms.closed} label={kpi.closed(figures.rooms.closed)} />
        <Kpi value={figures.candidates.present} label={kpi.present(figures.candidates.present)} />
        <Kpi value={figures.candidates.absent} label={kpi.absent(figures.candidates.absent)} />
        <Kpi
          value={figures.candidates.contested}
          label={kpi.contested(figures.candidates.contested)}
          urgent={figures.candidates.contested > 0}
        />
        <Kpi
          value={incidentsIn(figures.incidents)}
          label={kpi.incidents(incidentsIn(figures.incidents))}
          urgent={figures.incidents.subject > 0}
        />
      </Kpis>
      {rooms.length === 0 ? (
        <p className={styles.none}>{centreText.noRoom}</p>
      ) : (
        <Table caption={centreText.rooms} columns={columns} rows={rooms} idOf={({ room }) => room} />
      )}
      <Incidents state={state} sitting={sitting.id} zone={zone} />
    </>
  );
}

function hourOr(moment: Instant | null, zone: string): string {
  return moment === null ? '–' : hourText(moment, zone);
}

function Troubles({ room }: { readonly room: RoomStatus }) {
  const { incidents, candidates, awaiting, delay, lateArrivals } = room;
  const count = incidentsIn(incidents);
  return (
    <div className={styles.troubles}>
      {count > 0 && (
        <Tag tone={incidents.subject + incidents.fraud + incidents.health > 0 ? 'seal' : 'late'}>
          {boardText.incidents(count)}
        </Tag>
      )}
      {delay !== null && delay >= shownDelay && <Tag tone="late">{boardText.late(delay)}</Tag>}
      {candidates.contested > 0 && <Tag tone="seal">{boardText.contested(candidates.contested)}</Tag>}
      {awaiting.total > 0 && <Tag tone="late">{centreText.awaiting(awaiting.total)}</Tag>}
      {candidates.out > 0 && (
        <span>
          <Shape tone="late" /> {centreText.out(candidates.out)}
        </span>
      )}
      {lateArrivals > 0 && (
        <Tag tone="plain" bare>
          {centreText.lateArrivals(lateArrivals)}
        </Tag>
      )}
    </div>
  );
}
