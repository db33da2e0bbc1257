import { useMemo, useState } from 'react';
import { displayName } from '../../../shared/exam/people/names';
import type { Seat } from '../../../shared/exam/rooms/kinds';
import { Button } from '../../parts/Button';
import { Dialog } from '../../parts/Dialog';
import { Kpi, Kpis } from '../../parts/Kpi';
import { Radios } from '../../parts/Radios';
import { useCentre } from '../../store/useDesk';
import { placementText } from '../../text/placement';
import { dayInWords, inFigures, preparationWords } from '../../text/preparation';
import { NamedRow } from '../NamedRow';
import { VirtualRows } from '../VirtualRows';
import styles from './AllocateDialog.module.css';
import { proposal } from './changes';
import type { DayPlacement } from './dayPlacement';
import { planOf } from './moves';
import type { PlacementGestures } from './usePlacementGestures';

const { preview } = placementText;

/** Proposes seats for the day and shows what they change; nothing is written before it is agreed to. */
export function AllocateDialog(props: {
  readonly placement: DayPlacement;
  readonly gestures: PlacementGestures;
  onClose(): void;
}) {
  const { placement, gestures, onClose } = props;
  const state = useCentre((store) => store.state);
  const someSeated = placement.seats.size > 0;
  const [keep, setKeep] = useState<'seats' | 'nothing'>('seats');
  const [saving, setSaving] = useState(false);
  const changes = useMemo(() => proposal(state, placement, keep), [state, placement, keep]);
  const rows = [...changes.moved, ...changes.seated];

  async function apply(): Promise<void> {
    setSaving(true);
    const count = changes.seated.length + changes.moved.length;
    const saved = await gestures.assign(changes.seats, { kind: 'allocated', count });
    setSaving(false);
    if (saved) onClose();
  }

  return (
    <Dialog
      isOpen
      shape="wide"
      onClose={onClose}
      title={preview.title(dayInWords(placement.day))}
      footer={
        <>
          <Button look="primary" isDisabled={saving || changes.seats.length === 0} onPress={() => void apply()}>
            {saving ? preparationWords.saving : preview.apply}
          </Button>
          <Button onPress={onClose}>{preparationWords.cancel}</Button>
        </>
      }
    >
      <div className={styles.body}>
        <p>{preview.order}</p>
        {someSeated && (
          <Radios<'seats' | 'nothing'>
            label={preview.already}
            value={keep}
            onChange={setKeep}
            options={[
              { value: 'seats', label: preview.keep, detail: preview.keepHint },
              { value: 'nothing', label: preview.fresh, detail: preview.freshHint },
            ]}
          />
        )}
        <Kpis label={preview.title(dayInWords(placement.day))}>
          <Kpi value={inFigures(changes.seated.length)} label={preview.placedNow(changes.seated.length)} />
          <Kpi value={inFigures(changes.moved.length)} label={preview.moved(changes.moved.length)} />
          <Kpi value={inFigures(changes.kept)} label={preview.kept(changes.kept)} />
          <Kpi value={inFigures(changes.left)} label={preview.unplaced(changes.left)} urgent={changes.left > 0} />
        </Kpis>
        {rows.length === 0 ? (
          <p className={styles.nothing}>{preview.nothing}</p>
        ) : (
          <VirtualRows
            label={preview.changes}
            rows={rows}
            rowHeight={36}
            maxHeight={252}
            idOf={(change) => change.candidate.id}
            draw={({ candidate, from, to }) => (
              <NamedRow name={displayName(candidate)}>
                {from ? `${where(from)} → ` : ''}
                {where(to)}
              </NamedRow>
            )}
          />
        )}
      </div>
    </Dialog>
  );

  function where(seat: Seat | null): string {
    if (!seat) return preview.none;
    return placementText.at(planOf(placement, seat.room)?.room.name ?? seat.room, seat.table);
  }
}
