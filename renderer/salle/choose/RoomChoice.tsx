import { CalendarX2, DoorOpen } from 'lucide-react';
import { useMemo } from 'react';
import { compareText } from '../../../shared/exam/people/names';
import { roomNameOf } from '../../../shared/exam/rooms/contested';
import { expectedAt } from '../../../shared/exam/rooms/expected';
import { roomsUnheld } from '../../../shared/exam/rooms/heldLists';
import { currentSitting, timedSittings, zoneOf } from '../../../shared/exam/session/today';
import { type CentreState, fact } from '../../../shared/exam/state';
import type { PersonId, RoomId, SittingId } from '../../../shared/kernel/ids';
import { useNow } from '../../app/ports';
import { go } from '../../app/routes';
import { EmptyState } from '../../parts/EmptyState';
import { Select } from '../../parts/Select';
import { useCentre } from '../../store/useDesk';
import { deskText } from '../../text/salleDesk';
import { capital, dayText } from '../../text/times';
import { unheldText } from '../../text/unheld';
import { RoomCard } from './RoomCard';
import styles from './RoomChoice.module.css';
import { UnheldRooms } from './UnheldRooms';

const text = deskText.choose;

/** Which room does this machine hold now? Those assigned to me come first, those whose list is not here last. */
export function RoomChoice({ sitting: chosen }: { readonly sitting: SittingId | null }) {
  const state = useCentre((store) => store.state);
  const me = useCentre((store) => store.actor?.person ?? null);
  const now = useNow();
  const zone = zoneOf(state);
  const sittings = timedSittings(state);
  const sitting = sittings.find((each) => each.id === chosen)?.id ?? currentSitting(state, now)?.id ?? null;
  const rooms = useMemo(() => (sitting ? roomsAt(state, sitting, me) : []), [state, sitting, me]);
  const unheld = useMemo(() => (sitting ? unheldAt(state, sitting, me) : []), [state, sitting, me]);
  if (sitting === null) {
    return (
      <EmptyState icon={CalendarX2} title={text.noSession}>
        {text.noSessionSay}
      </EmptyState>
    );
  }
  const mine = rooms.filter((each) => each.mine);
  const others = rooms.filter((each) => !each.mine);
  const rest = unheld.length > 0 ? unheldText.rooms.ours : mine.length > 0 ? text.others : text.all;
  const cards = (some: typeof rooms) => (
    <div className={styles.rooms}>
      {some.map((each) => (
        <RoomCard key={each.room} sitting={sitting} room={each.room} />
      ))}
    </div>
  );
  return (
    <div className={styles.choice} data-density="roomy">
      <div className={styles.head}>
        <h1>{text.title}</h1>
        <Select
          label={text.sitting}
          value={String(sitting)}
          onChange={(id) => {
            const next = sittings.find((each) => each.id === id);
            if (next) go({ path: 'salle', sitting: next.id, room: null });
          }}
          options={sittings.map((each) => ({
            value: String(each.id),
            label: `${capital(dayText(each.start, zone))}, ${each.sitting.start}`,
          }))}
        />
      </div>
      {rooms.length === 0 && unheld.length > 0 && (
        <EmptyState icon={DoorOpen} title={unheldText.none.title}>
          {unheldText.none.say}
        </EmptyState>
      )}
      {rooms.length === 0 && unheld.length === 0 && (
        <EmptyState icon={DoorOpen} title={text.noRooms}>
          {text.noRoomsSay}
        </EmptyState>
      )}
      {mine.length > 0 && (
        <section aria-label={text.mine}>
          <h2>{text.mine}</h2>
          {cards(mine)}
        </section>
      )}
      {others.length > 0 && (
        <section aria-label={rest}>
          <h2>{rest}</h2>
          {cards(others)}
        </section>
      )}
      {unheld.length > 0 && <UnheldRooms rooms={unheld} alone={rooms.length === 0} />}
    </div>
  );
}

function roomsAt(state: CentreState, sitting: SittingId, me: PersonId | null) {
  const rooms = [...expectedAt(state, sitting).keys()].map((room: RoomId) => {
    return { room, mine: isMine(state, sitting, room, me), name: roomNameOf(state, room) };
  });
  return rooms.sort((a, b) => compareText(a.name, b.name));
}

/** Those that are mine first. */
function unheldAt(state: CentreState, sitting: SittingId, me: PersonId | null) {
  const rooms = roomsUnheld(state, sitting).map((room) => ({ room, mine: isMine(state, sitting, room, me) }));
  return rooms.sort((a, b) => Number(b.mine) - Number(a.mine));
}

function isMine(state: CentreState, sitting: SittingId, room: RoomId, me: PersonId | null): boolean {
  const team = fact(state, 'teams', sitting, room);
  return team !== null && me !== null && (team.lead === me || team.others.includes(me));
}
