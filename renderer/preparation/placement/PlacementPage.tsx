import { CalendarDays, DoorOpen, Users } from 'lucide-react';
import { useMemo, useState } from 'react';
import type { Day } from '../../../shared/kernel/ids';
import { EmptyState } from '../../parts/EmptyState';
import { useCentre } from '../../store/useDesk';
import { placementText } from '../../text/placement';
import { PageHead } from '../PageHead';
import { PageLink } from '../PageLink';
import { DayPicker } from './DayPicker';
import { examDays, placementOn } from './dayPlacement';
import { PlacementBoard } from './PlacementBoard';

/** Who sits where, one day at a time. */
export function PlacementPage() {
  const state = useCentre((store) => store.state);
  const days = useMemo(() => examDays(state), [state]);
  const [chosen, setChosen] = useState<Day | null>(null);
  const on = chosen && days.includes(chosen) ? chosen : (days[0] ?? null);
  const placement = useMemo(() => (on ? placementOn(state, on) : null), [state, on]);
  if (!placement) {
    return (
      <>
        <PageHead title={placementText.title} />
        <EmptyState
          icon={CalendarDays}
          title={placementText.noDayTitle}
          action={<PageLink to="epreuves">{placementText.toCalendar}</PageLink>}
        >
          {placementText.noDay}
        </EmptyState>
      </>
    );
  }
  const picker = <DayPicker days={days} chosen={placement.day} onChoose={setChosen} />;
  if (placement.rooms.length === 0 || placement.expected.size === 0) {
    const noRoom = placement.rooms.length === 0;
    return (
      <>
        <PageHead title={placementText.title} actions={picker} />
        <EmptyState
          icon={noRoom ? DoorOpen : Users}
          title={noRoom ? placementText.noRoomTitle : placementText.nobodyTitle}
          action={
            <PageLink to={noRoom ? 'salles' : 'epreuves'}>
              {noRoom ? placementText.toRooms : placementText.toCalendar}
            </PageLink>
          }
        >
          {noRoom ? placementText.noRoom : placementText.nobody}
        </EmptyState>
      </>
    );
  }
  return <PlacementBoard key={placement.day} placement={placement} picker={picker} />;
}
