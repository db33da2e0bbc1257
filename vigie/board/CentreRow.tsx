import { memo } from 'react';
import { Shape, Tag } from '../../renderer/parts/Tag';
import { hourText } from '../../renderer/text/times';
import type { Instant } from '../../shared/kernel/instant';
import { boardText } from '../text/vigie';
import styles from './CentreRow.module.css';
import { Contact } from './Contact';
import type { Row } from './troubles';

/** One centre in one line. */
export const CentreRow = memo(function CentreRow({ row, now }: { readonly row: Row; readonly now: Instant }) {
  const { watched, line, figures } = row;
  return (
    <div className={styles.row} data-gravity={row.gravity >= 4 ? 'high' : row.gravity > 0 ? 'some' : 'none'}>
      <div className={styles.centre}>
        <b>{line?.name ?? watched.centre}</b>
        <span>
          {watched.centre}
          {line && line.town !== '' && ` · ${line.town}`}
          {line?.session.demonstration && ` · ${boardText.demonstration}`}
        </span>
      </div>
      {line && figures ? (
        <>
          <Stage row={row} />
          <Rooms row={row} />
          <div className={styles.candidates}>
            <span>
              <Shape tone="present" /> {boardText.present(figures.candidates.present)}
            </span>
            <span>
              <Shape tone="absent" /> {boardText.absent(figures.candidates.absent)}
            </span>
          </div>
          <div className={styles.troubles}>
            <Troubles row={row} />
            <Entered row={row} />
          </div>
        </>
      ) : (
        <span className={styles.unread}>{watched.line === 'reading' ? boardText.reading : boardText.unpublished}</span>
      )}
      <Contact contact={row.contact} silent={row.silent} now={now} />
    </div>
  );
});

function Stage({ row: { line, stage } }: { readonly row: Row }) {
  const zone = line?.session.zone ?? 'Europe/Paris';
  return (
    <div className={styles.stage}>
      <b>{boardText.stage[stage]}</b>
      {line?.start && (stage === 'ahead' || stage === 'open') && (
        <span>{boardText.begins(hourText(line.start, zone))}</span>
      )}
      {line?.lastEnd && stage === 'running' && <span>{boardText.until(hourText(line.lastEnd, zone))}</span>}
    </div>
  );
}

/** How many of the rooms have come how far: open, in their exam, over, one over the other. */
function Rooms({ row: { figures } }: { readonly row: Row }) {
  if (!figures || figures.rooms.planned === 0) return <div />;
  const { planned, open, started, ended } = figures.rooms;
  return (
    <div className={styles.rooms}>
      <span className="unseen">{boardText.roomsSaid(open, started, ended, planned)}</span>
      <span className={styles.reached} aria-hidden="true">
        {boardText.rooms(ended > 0 ? ended : started > 0 ? started : open, planned)}
      </span>
      <progress className={styles.open} max={planned} value={open} aria-hidden="true" />
      <progress className={styles.started} max={planned} value={started} aria-hidden="true" />
      <progress className={styles.ended} max={planned} value={ended} aria-hidden="true" />
    </div>
  );
}

function Troubles({ row: { figures, incidents, delay, late } }: { readonly row: Row }) {
  if (!figures) return null;
  const { candidates, awaiting, rooms } = figures;
  return (
    <>
      {incidents > 0 && (
        <Tag
          tone={figures.incidents.subject + figures.incidents.fraud + figures.incidents.health > 0 ? 'seal' : 'late'}
        >
          {boardText.incidents(incidents)}
        </Tag>
      )}
      {late && delay !== null && <Tag tone="late">{boardText.late(delay)}</Tag>}
      {rooms.notStarted > 0 && (
        <Tag tone="late" bare>
          {boardText.notStarted(rooms.notStarted)}
        </Tag>
      )}
      {candidates.contested > 0 && <Tag tone="seal">{boardText.contested(candidates.contested)}</Tag>}
      {awaiting.overdue > 0 && <Tag tone="late">{boardText.overdue(awaiting.overdue)}</Tag>}
    </>
  );
}

/** What was typed in of it, as such: it is in no figure and in no total. */
function Entered({ row: { watched, line } }: { readonly row: Row }) {
  if (!watched.entered) return null;
  const { form, at, rooms, candidates } = watched.entered;
  const hour = hourText(at, line?.session.zone ?? 'Europe/Paris');
  return (
    <span className={styles.entered}>
      <Tag tone="blue" bare>
        {form === 'dictated' ? boardText.enteredAt(hour) : boardText.shownAt(hour)}
      </Tag>{' '}
      {boardText.enteredSays(
        boardText.enteredRooms(rooms.started, rooms.ended, rooms.planned),
        candidates.present,
        candidates.absent,
      )}
    </span>
  );
}
