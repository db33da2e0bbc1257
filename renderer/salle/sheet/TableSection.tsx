import { useState } from 'react';
import { openTables } from '../../../shared/exam/rooms/openTables';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import { fact } from '../../../shared/exam/state';
import { Select } from '../../parts/Select';
import { useCentre } from '../../store/useDesk';
import { listedName } from '../../text/salle';
import { unlistedSeatText } from '../../text/unlistedSeat';
import { Act } from '../room/Act';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';

const text = unlistedSeatText.move;

/** Gives somebody off the list another table of the room: a free one, or an absentee's. */
export function TableSection({ line }: { readonly line: RollLine }) {
  const { view, here, readOnly } = useRoom();
  const person = useCentre(({ state }) => fact(state, 'provisional', here.sitting, line.id));
  const [chosen, setChosen] = useState<string | null>(null);
  if (!person || readOnly) return null;
  const { free, absentees } = openTables(view.room, view.roll, view.withoutPaper);
  const options = [
    ...free.map((table) => ({ value: String(table), label: text.free(table) })),
    ...absentees.map((each) => ({
      value: String(each.table),
      label: unlistedSeatText.lend(each.table, listedName(each)),
    })),
  ];
  const { room: _room, ...who } = person;
  const { table: _table, ...asking } = who;
  const table = options.some(({ value }) => value === chosen) ? Number(chosen) : null;
  return (
    <Section title={text.title}>
      {options.length === 0 ? (
        <>
          <p>{text.none}</p>
          <Act command={{ kind: 'seat.asked', about: { ...here, candidate: line.id }, data: asking }}>
            {unlistedSeatText.ask}
          </Act>
        </>
      ) : (
        <Select label={text.table} value={chosen} options={options} onChange={(value: string) => setChosen(value)} />
      )}
      {table !== null && (
        <Act
          command={{
            kind: 'candidate.admittedProvisionally',
            about: { ...here, candidate: line.id },
            data: { ...who, table },
          }}
          onSaid={() => setChosen(null)}
        >
          {text.say(table)}
        </Act>
      )}
    </Section>
  );
}
