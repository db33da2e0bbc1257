import { memo } from 'react';
import { isRoomContested, roomNameOf } from '../../../shared/exam/rooms/contested';
import { steps, stepsDone } from '../../../shared/exam/rooms/phase';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import { hashOf } from '../../app/routes';
import { Bar } from '../../parts/Progress';
import { useCentre } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { roomsText } from '../../text/rooms';
import { deskText } from '../../text/salleDesk';
import { useRoomView } from '../room/useRoomView';
import styles from './RoomChoice.module.css';

/** A room to enter: its papers, how many candidates, where it stands. */
export const RoomCard = memo(function RoomCard(props: { readonly sitting: SittingId; readonly room: RoomId }) {
  const view = useRoomView(props.sitting, props.room);
  const state = useCentre((store) => store.state);
  if (!view && isRoomContested(state, props.room)) {
    return (
      <a className={styles.room} href={hashOf({ path: 'salle', sitting: props.sitting, room: props.room })}>
        <b>{roomTitle(roomNameOf(state, props.room))}</b>
        <span>{roomsText.contested.title}</span>
      </a>
    );
  }
  if (!view) return null;
  return (
    <a className={styles.room} href={hashOf({ path: 'salle', sitting: props.sitting, room: props.room })}>
      <b>{roomTitle(view.room.name)}</b>
      <span>{view.papers.map((each) => each.title).join(', ')}</span>
      <Bar value={stepsDone(view.phase) / steps.length} />
      <span className={styles.foot}>
        <span>{deskText.choose.candidates(view.tally.expected + view.withoutPaper.length)}</span>
        <span>{deskText.phase[view.phase.kind]}</span>
      </span>
    </a>
  );
});
