import { CircleAlert } from 'lucide-react';
import { Button } from '../../renderer/parts/Button';
import { Dialog } from '../../renderer/parts/Dialog';
import { EmptyState } from '../../renderer/parts/EmptyState';
import { Progress } from '../../renderer/parts/Progress';
import { Shape } from '../../renderer/parts/Tag';
import { dueText } from '../../renderer/text/times';
import { type Message, messageOf } from '../../shared/exam/messages/messages';
import { roomsConcerned } from '../../shared/exam/messages/rooms';
import { roomNameOf } from '../../shared/exam/rooms/contested';
import { zoneOf } from '../../shared/exam/session/today';
import type { CentreState } from '../../shared/exam/state';
import type { MessageId } from '../../shared/kernel/ids';
import { useJournal } from '../centre/useJournal';
import { useLive, useNow } from '../live/useLive';
import { centreText } from '../text/centre';
import { messagesText as text } from '../text/messages';
import { refusalText } from '../text/vigie';
import type { Addressee } from './addressed';
import styles from './RoomsTold.module.css';

/** The rooms that a message concerns in one centre, each with the hour at which it was read there. */
export function RoomsTold({ state, message }: { readonly state: CentreState; readonly message: Message }) {
  const now = useNow();
  const zone = zoneOf(state);
  const rooms = roomsConcerned(state, message);
  if (rooms.length === 0) return <p className={styles.quiet}>{text.noRoom}</p>;
  return (
    <ul className={styles.rooms} aria-label={text.rooms}>
      {rooms.map(({ sitting, room, reading, over }) => (
        <li key={`${sitting} ${room}`}>
          <Shape tone={reading ? 'present' : over ? 'absent' : 'late'} />
          <b>{roomNameOf(state, room)}</b>
          <span className={styles.quiet}>
            {reading ? text.readInRoom(dueText(reading.at, now, zone)) : over ? text.roomOver : text.roomAwaited}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The same over the screen, for a centre whose journal is read for it. */
export function RoomsDialog(props: { readonly message: MessageId; readonly addressee: Addressee; onClose(): void }) {
  const { message, addressee, onClose } = props;
  const told = useLive().known.centres.get(addressee.centre) ?? null;
  const opened = useJournal(addressee.centre, told);
  const found = opened.kind === 'open' ? messageOf(opened.journal.state, message) : null;
  return (
    <Dialog
      isOpen
      onClose={onClose}
      title={text.roomsTitle(addressee.name)}
      footer={<Button onPress={onClose}>{text.close}</Button>}
    >
      {opened.kind === 'opening' && <Progress label={centreText.opening} value={null} />}
      {opened.kind === 'failed' && (
        <EmptyState icon={CircleAlert} title={centreText.failed}>
          {refusalText(opened.refusal)}
        </EmptyState>
      )}
      {opened.kind === 'open' && found && <RoomsTold state={opened.journal.state} message={found} />}
    </Dialog>
  );
}
