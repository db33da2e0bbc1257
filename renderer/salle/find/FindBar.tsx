import { Grid3x3 } from 'lucide-react';
import { useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import type { Found } from '../../../shared/exam/rooms/find';
import { roomsUnheld } from '../../../shared/exam/rooms/heldLists';
import type { CandidateId } from '../../../shared/kernel/ids';
import { IconButton } from '../../parts/Button';
import { SearchField } from '../../parts/SearchField';
import { useCentre, useDesk } from '../../store/useDesk';
import { roomTitle } from '../../text/preparation';
import { listedName } from '../../text/salle';
import { sheetText } from '../../text/salleSheet';
import { unheldText } from '../../text/unheld';
import { seatElementId } from '../plan/Seat';
import { useRoom } from '../room/RoomContext';
import styles from './FindBar.module.css';
import { NumberPad } from './NumberPad';
import { search } from './search';
import { useTypeAnywhere } from './typeAnywhere';

const text = sheetText.find;
/** How long the answer to a scan stays in sight, in milliseconds. */
const stays = 7000;

/** Finds by scanner, number, table or name, from anywhere on the screen; Enter takes the one found. */
export function FindBar(props: { onArrive(candidate: CandidateId): void; onOpen(candidate: CandidateId): void }) {
  const { view } = useRoom();
  const desk = useDesk();
  const state = useCentre((store) => store.state);
  const input = useRef<HTMLInputElement>(null);
  useTypeAnywhere(input);
  const [typed, setTyped] = useState('');
  const [padOpen, setPadOpen] = useState(false);
  const [told, setTold] = useState<{ readonly text: string; readonly tone: 'good' | 'bad' } | null>(null);
  const looked = useDeferredValue(typed);
  useEffect(() => {
    if (told === null) return;
    const timer = window.setTimeout(() => setTold(null), stays);
    return () => window.clearTimeout(timer);
  }, [told]);
  const someUnheld = useMemo(() => roomsUnheld(state, view.sitting.id).length > 0, [state, view.sitting.id]);
  const results = useMemo(() => search(state, view, looked), [state, view, looked]);

  function take(found: Found) {
    const name = listedName(found);
    setTyped('');
    if (found.unheld && !(found.here && view.roll.some(({ id }) => id === found.candidate))) {
      const { elsewhere, here } = unheldText.find;
      const where = found.here ? here(found.table) : elsewhere(roomTitle(found.roomName), found.table);
      setTold({ text: where, tone: 'bad' });
      return;
    }
    if (!found.here) {
      setTold({ text: text.elsewhere(name, found.table, roomTitle(found.roomName)), tone: 'bad' });
      return;
    }
    props.onArrive(found.candidate);
    setTold({ text: text.here(name, found.table, ''), tone: 'good' });
    document.getElementById(seatElementId(found.candidate))?.focus();
  }

  function submit(value: string) {
    if (value.trim() === '') return;
    const found = search(desk.store.getState().state, view, value);
    const [only] = found;
    if (only && found.length === 1) take(only);
    else if (only) setTold({ text: text.several, tone: 'bad' });
    else {
      setTyped('');
      const nobody = text.nobody(value.trim());
      setTold({ text: someUnheld ? `${nobody} ${unheldText.find.names}` : nobody, tone: 'bad' });
    }
  }

  return (
    <div className={styles.bar}>
      {typed !== '' && results.length > 0 && (
        <ul className={styles.results}>
          {results.slice(0, 8).map((found) => (
            <li key={`${found.candidate} ${found.room}`}>
              <button type="button" onClick={() => take(found)}>
                <b>{found.table}</b>
                <span>{listedName(found)}</span>
                {!found.here && <em>{found.roomName}</em>}
              </button>
            </li>
          ))}
        </ul>
      )}
      {padOpen && <NumberPad value={typed} onChange={setTyped} onDone={() => submit(typed)} />}
      {told && typed === '' && !padOpen && (
        <p className={told.tone === 'bad' ? styles.bad : styles.good} aria-hidden="true">
          {told.text}
        </p>
      )}
      <p className="unseen" role="status">
        {told?.text}
      </p>
      <div className={styles.field}>
        <SearchField label={text.label} value={typed} onChange={setTyped} onSubmit={submit} inputRef={input} />
        <IconButton icon={Grid3x3} label={text.pad} aria-expanded={padOpen} onPress={() => setPadOpen(!padOpen)} />
      </div>
    </div>
  );
}
