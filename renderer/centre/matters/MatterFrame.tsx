import { DoorOpen } from 'lucide-react';
import type { ReactNode } from 'react';
import type { Awaiting } from '../../../shared/exam/rooms/awaiting';
import { timedSittings, zoneOf } from '../../../shared/exam/session/today';
import { useNow } from '../../app/ports';
import { hashOf } from '../../app/routes';
import { briefRoomName } from '../../chronicle/names';
import { Card } from '../../parts/Card';
import { Tag } from '../../parts/Tag';
import { useCentre } from '../../store/useDesk';
import { awaitingText, centreText } from '../../text/centre';
import { dayText, hourText, shortDayText } from '../../text/times';
import styles from './MatterFrame.module.css';

/** The card around a matter: its room, what it is, since when, a way to the room, and the answers. */
export function MatterFrame(props: {
  readonly matter: Awaiting;
  readonly title: string;
  readonly children: ReactNode;
  readonly rule?: ReactNode;
  readonly answers?: ReactNode;
}) {
  const { matter, title, children, rule, answers } = props;
  const state = useCentre((store) => store.state);
  const now = useNow();
  const zone = zoneOf(state);
  const room = briefRoomName(state, matter.room);
  const start = timedSittings(state).find((each) => each.id === matter.sitting)?.start ?? now;
  const today = dayText(start, zone) === dayText(now, zone);
  const since = today ? hourOf(matter, zone) : shortDayText(start, zone);
  return (
    <Card urgent={matter.overdue} label={`${room} · ${title}`}>
      <header className={styles.head}>
        <b>
          {room} · {title}
        </b>
        {matter.overdue && <Tag tone="seal">{awaitingText.overdue}</Tag>}
        {!matter.overdue && since && (
          <Tag tone="late" bare>
            {since}
          </Tag>
        )}
        <a
          className={styles.open}
          href={hashOf({ path: 'salle', sitting: matter.sitting, room: matter.room })}
          title={centreText.decide.openRoom}
        >
          <DoorOpen size={17} aria-hidden="true" />
          <span className="unseen">
            {centreText.decide.openRoom} {room}
          </span>
        </a>
      </header>
      <div className={styles.say}>{children}</div>
      {rule && <div className={styles.rule}>{rule}</div>}
      {answers && <div className={styles.answers}>{answers}</div>}
    </Card>
  );
}

/** When it began, where that is a moment of its own and not the sitting's. */
function hourOf(matter: Awaiting, zone: string): string | null {
  const dated = matter.kind === 'latecomer' || matter.kind === 'incident';
  return dated && matter.since ? hourText(matter.since, zone) : null;
}
