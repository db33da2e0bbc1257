import { Check, Printer, Users } from 'lucide-react';
import { memo } from 'react';
import { Button } from 'react-aria-components';
import type { RoomCard as Card } from '../../shared/exam/rooms/board';
import { isRoomContested } from '../../shared/exam/rooms/contested';
import { type TimedSitting, zoneOf } from '../../shared/exam/session/today';
import { fact } from '../../shared/exam/state';
import type { Instant } from '../../shared/kernel/instant';
import { useNow } from '../app/ports';
import { hashOf } from '../app/routes';
import { briefRoomName, personName } from '../chronicle/names';
import { pagesReaders } from '../pages/readers';
import { classes } from '../parts/classes';
import { Bar } from '../parts/Progress';
import { Shape, Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { centreText } from '../text/centre';
import { phaseText } from '../text/phases';
import { roomsText } from '../text/rooms';
import styles from './RoomCard.module.css';

const words = centreText.card;

/** A room at a glance; Enter or a press opens it in Salle. */
export const RoomCard = memo(function RoomCard(props: {
  readonly card: Card;
  readonly sitting: TimedSitting;
  onTeam(): void;
}) {
  const { card, sitting, onTeam } = props;
  const now = useNow();
  const state = useCentre((store) => store.state);
  const zone = zoneOf(state);
  const team = fact(state, 'teams', sitting.id, card.room);
  const lead = team && personName(state, team.lead);
  const phase = phaseText(card.phase, now, zone);
  const urgent = card.awaiting > 0;
  const { tally } = card;
  return (
    <li className={classes(styles.card, urgent && styles.urgent, card.phase.kind === 'closed' && styles.closed)}>
      <header className={styles.head}>
        <a className={styles.name} href={hashOf({ path: 'salle', sitting: sitting.id, room: card.room })}>
          {briefRoomName(state, card.room)}
        </a>
        {urgent && (
          <Tag tone="seal" bare>
            {words.awaiting(card.awaiting)}
          </Tag>
        )}
        {!urgent && card.phase.kind === 'closed' && (
          <Tag tone="present" bare>
            <Check size={12} strokeWidth={3} aria-hidden="true" /> {words.sealed}
          </Tag>
        )}
      </header>
      <p className={styles.phase}>
        <strong>{phase.name}</strong>
        <span>{phase.detail}</span>
      </p>
      <Bar value={elapsedShare(card, now)} />
      <p className={styles.tally}>
        {card.phase.kind === 'check' ? (
          <span>{words.expected(tally.expected)}</span>
        ) : (
          <>
            <span>
              <Shape tone="present" /> {words.present(tally.present)}
            </span>
            <span>
              <Shape tone="absent" /> {words.absent(tally.absent)}
            </span>
          </>
        )}
        {isRoomContested(state, card.room) && (
          <span className={styles.alert}>
            <Shape tone="seal" /> {roomsText.contested.title}
          </span>
        )}
        {tally.contested > 0 && (
          <span className={styles.alert}>
            <Shape tone="seal" /> {words.contested(tally.contested)}
          </span>
        )}
        {card.exits > 0 && (
          <span>
            <Shape tone="late" /> {words.exits(card.exits)}
          </span>
        )}
        {card.incidents > 0 && <span>{words.incidents(card.incidents)}</span>}
      </p>
      <Button
        className={classes(styles.team, !lead && styles.missing)}
        aria-label={`${words.team(card.name)}\u202F: ${lead ?? words.noLead}`}
        onPress={onTeam}
      >
        <Users size={13} aria-hidden="true" />
        <span>{lead ?? words.noLead}</span>
      </Button>
      {card.phase.kind === 'closed' && <Report card={card} sitting={sitting} />}
    </li>
  );
});

/** Leads to the sealed report's printed page, for those who print. */
function Report({ card, sitting }: { readonly card: Card; readonly sitting: TimedSitting }) {
  const reads = useCentre(({ actor }) => actor !== null && pagesReaders.includes(actor.role));
  if (!reads) return null;
  return (
    <a
      className={styles.report}
      href={hashOf({ path: 'pages', part: 'roomReport', sitting: sitting.id, room: card.room })}
      aria-label={words.printReport(card.name)}
    >
      <Printer size={13} aria-hidden="true" /> {words.report}
    </a>
  );
}

/** How much of the composition is behind, from 0 to 1. */
function elapsedShare({ phase }: Card, now: Instant): number {
  if (phase.kind === 'closed' || phase.kind === 'report' || phase.kind === 'scripts') return 1;
  if (phase.kind !== 'composition') return 0;
  const share = (now - phase.firstStart) / Math.max(1, phase.lastEnd - phase.firstStart);
  return Math.min(1, Math.max(0, share));
}
