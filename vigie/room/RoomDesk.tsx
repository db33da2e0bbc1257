import { ArrowLeft } from 'lucide-react';
import { useMemo } from 'react';
import { phaseText } from '../../renderer/text/phases';
import { roomReportModel } from '../../shared/documents/roomReport';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { phaseFrom } from '../../shared/exam/rooms/phase';
import { papersInRoom, rollOf } from '../../shared/exam/rooms/roll';
import { type TimedSitting, zoneOf } from '../../shared/exam/session/today';
import type { CentreCode } from '../../shared/exchange/names';
import type { RoomId } from '../../shared/kernel/ids';
import type { Instant } from '../../shared/kernel/instant';
import type { CentreJournal } from '../centre/journal';
import { hashOf } from '../frame/routes';
import { centreText, roomText } from '../text/centre';
import styles from './RoomDesk.module.css';
import { RoomReport } from './RoomReport';

/** One room at a sitting: where it stands, and what its report says by now, paper by paper. */
export function RoomDesk(props: {
  readonly journal: CentreJournal;
  readonly centre: CentreCode;
  readonly sitting: TimedSitting;
  readonly room: RoomId;
  readonly now: Instant;
}) {
  const { journal, centre, sitting, room, now } = props;
  const { state, statements } = journal;
  const roll = rollOf(state, sitting.id, room);
  const zone = zoneOf(state);
  const words = phaseText(phaseFrom(state, sitting.id, room, roll), now, zone);
  const reports = useMemo(
    () =>
      papersInRoom(rollOf(state, sitting.id, room)).flatMap(
        (paper) => roomReportModel(state, statements, sitting.id, room, paper.id) ?? [],
      ),
    [state, statements, sitting.id, room],
  );
  return (
    <>
      <a className={styles.back} href={hashOf({ path: 'centre', centre, sitting: sitting.id, room: null })}>
        <ArrowLeft size={15} aria-hidden="true" /> {centreText.backToCentre}
      </a>
      <header className={styles.head}>
        <h3>{roomNameOf(state, room)}</h3>
        <p>
          <b>{words.name}</b> {words.detail}
        </p>
      </header>
      {reports.length === 0 && <p>{roomText.unknown}</p>}
      {reports.map((model) => (
        <RoomReport key={model.id} model={model} />
      ))}
    </>
  );
}
