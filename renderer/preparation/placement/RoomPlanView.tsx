import { type KeyboardEvent, useEffect, useRef } from 'react';
import { isUsable } from '../../../shared/allocation/tables';
import { listedFamilyName } from '../../../shared/exam/people/names';
import { Tag } from '../../parts/Tag';
import { placementText } from '../../text/placement';
import { roomTitle } from '../../text/preparation';
import { roomsText } from '../../text/rooms';
import { TableGrid } from '../grid/TableGrid';
import type { DayPlacement, RoomPlan } from './dayPlacement';
import styles from './RoomPlanView.module.css';
import { SeatCell } from './SeatCell';
import type { PlacementGestures } from './usePlacementGestures';

/** The plan of one room: every table, who sits there, and where someone in hand may be put down. */
export function RoomPlanView(props: {
  readonly placement: DayPlacement;
  readonly plan: RoomPlan;
  /** The table to bring the keyboard to. */
  readonly focused: { readonly number: number; readonly asked: number } | null;
  readonly gestures: PlacementGestures;
}) {
  const { plan, focused, gestures } = props;
  const { room, tables } = plan;
  const { held, hold, seatAt, unseat } = gestures;
  const view = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!focused) return;
    const table = view.current?.querySelector<HTMLElement>(`[data-table="${focused.number}"]`);
    table?.scrollIntoView({ block: 'nearest' });
    table?.focus();
  }, [focused]);

  function act(table: number): void {
    const seated = tables.get(table);
    if (held) void seatAt(held, { room: room.id, table });
    else if (seated) hold(seated);
  }

  function onKey(table: number, event: KeyboardEvent): void {
    const seated = tables.get(table);
    if (event.key === 'Delete' && seated && !held) {
      event.preventDefault();
      void unseat(seated);
    }
  }

  const specialities = new Set([...tables.values()].map((candidate) => candidate.speciality));
  return (
    <section ref={view} className={styles.view} aria-label={placementText.plan(room.name)}>
      <header className={styles.head}>
        <h3>{roomTitle(room.name)}</h3>
        {room.building && <span>{room.building}</span>}
        {room.extraTime && (
          <Tag tone="blue" bare>
            {roomsText.extraTime}
          </Tag>
        )}
        <span>{placementText.specialitiesHere(specialities.size)}</span>
      </header>
      <TableGrid
        rows={room.rows}
        columns={room.columns}
        label={placementText.plan(room.name)}
        help={placementText.gridHelp}
        board={placementText.board}
        onKey={onKey}
      >
        {(table, tabIndex) => (
          <SeatCell
            table={table}
            tabIndex={tabIndex}
            usable={isUsable(room, table)}
            candidate={tables.get(table) ?? null}
            extraTimeRoom={room.extraTime}
            isHeld={held !== null && tables.get(table)?.id === held.id}
            target={targetOf(table)}
            onPress={() => act(table)}
            onDragStart={hold}
            onDragEnd={gestures.release}
          />
        )}
      </TableGrid>
    </section>
  );

  function targetOf(table: number): string | null {
    if (!held || !isUsable(room, table)) return null;
    const other = tables.get(table);
    if (!other) return placementText.seatHere;
    if (other.id === held.id || !props.placement.seats.has(held.id)) return null;
    return placementText.swapWith(listedFamilyName(other));
  }
}
