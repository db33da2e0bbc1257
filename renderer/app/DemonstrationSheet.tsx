import { useMemo, useState } from 'react';
import { displayName } from '../../shared/exam/people/names';
import { currentSitting, timedSittings, zoneOf } from '../../shared/exam/session/today';
import { noShowsAt, type Surprise, surprisesAt } from '../../shared/formats/demonstration/morning';
import { instant, MINUTE } from '../../shared/kernel/instant';
import { personName, roomName } from '../chronicle/names';
import { Button } from '../parts/Button';
import { Dialog } from '../parts/Dialog';
import { Table } from '../parts/Table';
import { Tag } from '../parts/Tag';
import { useCentre } from '../store/useDesk';
import { demonstrationText as words } from '../text/demonstration';
import { hourText } from '../text/times';
import styles from './DemonstrationSheet.module.css';
import { useNow } from './ports';

/** Says that nothing here is real, and opens what is to be played at the present sitting. */
export function DemonstrationSheet() {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={styles.tag}
        aria-label={words.open}
        aria-haspopup="dialog"
        onClick={() => setOpen(true)}
      >
        <Tag tone="plain">{words.tag}</Tag>
      </button>
      {open && <Sheet onClose={() => setOpen(false)} />}
    </>
  );
}

function Sheet({ onClose }: { onClose(): void }) {
  const state = useCentre((store) => store.state);
  const now = useNow();
  const sitting = currentSitting(state, now);
  const { surprises, noShows } = useMemo(() => {
    if (!sitting) return { surprises: [], noShows: [] };
    const draw = timedSittings(state).indexOf(sitting); // each sitting of the session has its own
    return { surprises: surprisesAt(state, sitting.id, draw), noShows: noShowsAt(state, sitting.id, draw) };
  }, [state, sitting]);
  const zone = zoneOf(state);
  const arrival = (minutes: number) => hourText(instant.of((sitting?.start ?? now) + minutes * MINUTE), zone);
  return (
    <Dialog
      isOpen
      shape="wide"
      onClose={onClose}
      title={words.title}
      footer={<Button onPress={onClose}>{words.close}</Button>}
    >
      <p className={styles.say}>{surprises.length > 0 ? words.say : words.nothing}</p>
      {noShows.length > 0 && (
        <p className={styles.say}>
          {words.noShows(noShows.map(({ room, person }) => [personName(state, person), roomName(state, room)]))}
        </p>
      )}
      {surprises.length > 0 && (
        <Table
          caption={words.title}
          rows={surprises}
          idOf={(each) => each.candidate.id}
          columns={[
            { id: 'room', head: words.columns.room, cell: ({ room }) => roomName(state, room) },
            {
              id: 'table',
              head: words.columns.table,
              align: 'end',
              cell: ({ kind, table }) => (kind === 'unlisted' ? '–' : table),
            },
            { id: 'who', head: words.columns.who, names: true, cell: nameOf },
            { id: 'what', head: words.columns.what, cell: (each) => words.what(each, arrival) },
          ]}
        />
      )}
    </Dialog>
  );
}

function nameOf(each: Surprise): string {
  return displayName(each.kind === 'unlisted' ? { ...each.candidate, givenNames: each.givenNames } : each.candidate);
}
