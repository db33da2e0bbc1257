import { Check, Printer, Users } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { RoomId, SittingId } from '../../shared/kernel/ids';
import { hashOf } from '../app/routes';
import { pagesReaders } from '../pages/readers';
import { classes } from '../parts/classes';
import { Bar } from '../parts/Progress';
import { Shape, Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import { decisionsText } from '../text/decisions';
import { roomsText } from '../text/rooms';
import styles from './RoomCard.module.css';
import type { RoomFace } from './roomFace';

const words = centreText.card;

/** A room at a glance; Enter or a press opens it in Salle. Drawn again only when it shows something else. */
export const RoomCard = memo(function RoomCard(
  props: RoomFace & {
    /** Decisions that nobody in the room has seen yet. */
    readonly toSee: number;
    onTeam(room: RoomId): void;
  },
) {
  const { lead, awaiting, contested, exits, incidents, onTeam } = props;
  const urgent = awaiting > 0 || contested > 0;
  return (
    <li className={classes(styles.card, urgent && styles.urgent, props.phase === 'closed' && styles.closed)}>
      <header className={styles.head}>
        <a className={styles.name} href={hashOf({ path: 'salle', sitting: props.sitting, room: props.room })}>
          {props.name}
        </a>
        {awaiting > 0 && (
          <Tag tone="seal" bare>
            {words.awaiting(awaiting)}
          </Tag>
        )}
        {!urgent && props.phase === 'closed' && (
          <Tag tone="present" bare>
            <Check size={12} strokeWidth={3} aria-hidden="true" /> {words.sealed}
          </Tag>
        )}
      </header>
      <p className={styles.phase}>
        <strong>{props.phaseName}</strong>
        <span>{props.phaseDetail}</span>
      </p>
      <Bar value={props.elapsed / 100} />
      <p className={styles.tally}>
        {props.phase === 'check' ? (
          <span>{words.expected(props.expected)}</span>
        ) : (
          <>
            <span>
              <Shape tone="present" /> {words.present(props.present)}
            </span>
            <span>
              <Shape tone="absent" /> {words.absent(props.absent)}
            </span>
          </>
        )}
        {props.describedTwice && (
          <span className={styles.alert}>
            <Shape tone="seal" /> {roomsText.contested.title}
          </span>
        )}
        {contested > 0 && (
          <span className={styles.alert}>
            <Shape tone="seal" /> {words.contested(contested)}
          </span>
        )}
        {props.toSee > 0 && (
          <span>
            <Shape tone="late" /> {decisionsText.card(props.toSee)}
          </span>
        )}
        {exits > 0 && (
          <span>
            <Shape tone="late" /> {words.exits(exits)}
          </span>
        )}
        {incidents > 0 && <span>{words.incidents(incidents)}</span>}
      </p>
      <Button
        className={classes(styles.team, !lead && styles.missing)}
        aria-label={`${words.team(props.fullName)}\u202F: ${lead ?? words.noLead}`}
        onPress={() => onTeam(props.room)}
      >
        <Users size={13} aria-hidden="true" />
        <span>{lead ?? words.noLead}</span>
      </Button>
      {props.phase === 'closed' && <Report name={props.fullName} room={props.room} sitting={props.sitting} />}
    </li>
  );
});

/** Leads to the sealed report's printed page, for those who print. */
function Report(props: { readonly name: string; readonly room: RoomId; readonly sitting: SittingId }) {
  const { name, room, sitting } = props;
  const reads = useCentre(({ actor }) => actor !== null && pagesReaders.includes(actor.role));
  if (!reads) return null;
  return (
    <a
      className={styles.report}
      href={hashOf({ path: 'pages', part: 'roomReport', sitting, room })}
      aria-label={words.printReport(name)}
    >
      <Printer size={13} aria-hidden="true" /> {words.report}
    </a>
  );
}
