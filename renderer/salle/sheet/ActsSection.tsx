import { useMemo } from 'react';
import type { RollLine } from '../../../shared/exam/rooms/roll';
import { useCentre } from '../../store/useDesk';
import { sheetText } from '../../text/salleSheet';
import { ActsList } from '../acts/ActsList';
import { concerns } from '../acts/concerns';
import { useRoom } from '../room/RoomContext';
import { Section } from './Section';

const shown = 12;

/** The last things noted about a candidate here, each of which may be taken back with a reason. */
export function ActsSection({ line }: { readonly line: RollLine }) {
  const { here } = useRoom();
  const statements = useCentre((store) => store.statements);
  const acts = useMemo(
    () =>
      statements
        .filter((each) => concerns(each, here, line.id))
        .slice(-shown)
        .reverse(),
    [statements, here, line.id],
  );
  return (
    <Section title={sheetText.acts.title}>
      <ActsList acts={acts} />
    </Section>
  );
}
