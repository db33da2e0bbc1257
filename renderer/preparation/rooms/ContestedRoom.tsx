import { usableTables } from '../../../shared/allocation/tables';
import type { Command } from '../../../shared/exam/catalogue';
import type { ContestedRoom as Contested } from '../../../shared/exam/rooms/contested';
import { roomNameOf } from '../../../shared/exam/rooms/contested';
import type { Room } from '../../../shared/exam/rooms/kinds';
import type { SessionId } from '../../../shared/kernel/ids';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { Card } from '../../parts/Card';
import { RefusalNote } from '../../parts/RefusalNote';
import { useCentre, useDesk } from '../../store/useDesk';
import { reasonText } from '../../text/refusals';
import { roomsText } from '../../text/rooms';
import styles from './RoomsPage.module.css';

const text = roomsText.contested;

/** A room that two machines describe differently: both descriptions, and the way to keep one. */
export function ContestedRoom({ room, session }: { readonly room: Contested; readonly session: SessionId }) {
  const desk = useDesk();
  const say = useSay();
  const state = useCentre((store) => store.state);
  const name = roomNameOf(state, room.id);
  return (
    <Card urgent label={text.label(name)}>
      <b className={styles.name}>{name}</b>
      <p>{text.title}</p>
      <ul className={styles.versions}>
        {room.versions.map(({ id, value }) => {
          const keep = keeping(room, value, session);
          const refusal = desk.refusalOf(keep);
          return (
            <li key={id}>
              <span>{describe(value)}</span>
              <Button
                size="small"
                isDisabled={refusal !== null}
                aria-label={`${text.keep}\u202F: ${describe(value)}`}
                onPress={() => void say([keep], text.kept(name))}
              >
                {text.keep}
              </Button>
              {refusal && <RefusalNote sentence={reasonText(refusal, state)} />}
            </li>
          );
        })}
      </ul>
    </Card>
  );
}

function keeping(room: Contested, version: Room | null, session: SessionId): Command {
  return version
    ? { kind: 'rooms.published', about: { session }, data: { rooms: [version] } }
    : { kind: 'room.removed', about: { room: room.id }, data: {} };
}

function describe(version: Room | null): string {
  if (!version) return text.removed;
  const { name, building, rows, columns, extraTime } = version;
  return [
    building ? `${name}, ${building}` : name,
    text.grid(rows, columns),
    roomsText.capacity(usableTables(version).length),
    extraTime ? roomsText.extraTime : '',
  ]
    .filter((part) => part !== '')
    .join(' · ');
}
