import { Undo2, Wand2 } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../../parts/Button';
import { Kpi, Kpis } from '../../parts/Kpi';
import { placementText } from '../../text/placement';
import { inFigures, preparationWords } from '../../text/preparation';
import { PageHead } from '../PageHead';
import { AllocateDialog } from './AllocateDialog';
import { CandidateFinder } from './CandidateFinder';
import type { DayPlacement } from './dayPlacement';
import { HeldBar } from './HeldBar';
import styles from './PlacementBoard.module.css';
import { RoomPlanView } from './RoomPlanView';
import { RoomRail } from './RoomRail';
import { SpecialityCounts } from './SpecialityCounts';
import { UnplacedPanel } from './UnplacedPanel';
import { usePlacementGestures } from './usePlacementGestures';
import { usePlacementKeys } from './usePlacementKeys';
import { useShownTable } from './useShownTable';

/** A day's rooms, the plan of one of them, and those who have no table, always in sight. */
export function PlacementBoard({
  placement,
  picker,
}: {
  readonly placement: DayPlacement;
  readonly picker: ReactNode;
}) {
  const gestures = usePlacementGestures(placement);
  const shown = useShownTable(placement);
  const [allocating, setAllocating] = useState(false);
  const seats = placement.rooms.reduce((sum, plan) => sum + plan.usable, 0);

  usePlacementKeys(gestures);

  return (
    <div className={styles.page}>
      <PageHead
        title={placementText.title}
        actions={
          <>
            {picker}
            <Button icon={Undo2} isDisabled={!gestures.canUndo} onPress={() => void gestures.undo()}>
              {preparationWords.undo}
            </Button>
            <Button look="primary" icon={Wand2} onPress={() => setAllocating(true)}>
              {placement.seats.size === 0 ? placementText.allocate : placementText.allocateAgain}
            </Button>
          </>
        }
      />
      <div className={styles.figures}>
        <Kpis label={placementText.title}>
          <Kpi value={inFigures(placement.expected.size)} label={placementText.expected(placement.expected.size)} />
          <Kpi value={inFigures(placement.seats.size)} label={placementText.placed(placement.seats.size)} />
          <Kpi
            value={inFigures(placement.unplaced.length)}
            label={placementText.unplaced}
            urgent={placement.unplaced.length > 0}
          />
          <Kpi
            value={inFigures(seats - placement.seats.size)}
            label={placementText.free(seats - placement.seats.size)}
          />
        </Kpis>
        <CandidateFinder placement={placement} onFind={shown.showCandidate} onHold={gestures.hold} />
      </div>
      <HeldBar placement={placement} gestures={gestures} />
      <div className={styles.columns}>
        <div className={styles.side}>
          <RoomRail placement={placement} shown={shown.room} onShow={shown.showRoom} gestures={gestures} />
        </div>
        {shown.plan && (
          <RoomPlanView placement={placement} plan={shown.plan} focused={shown.table} gestures={gestures} />
        )}
        <div className={styles.side}>
          <div className={styles.waiting}>
            <UnplacedPanel placement={placement} gestures={gestures} />
          </div>
          <div className={styles.counts}>
            <SpecialityCounts placement={placement} />
          </div>
        </div>
      </div>
      {allocating && <AllocateDialog placement={placement} gestures={gestures} onClose={() => setAllocating(false)} />}
    </div>
  );
}
