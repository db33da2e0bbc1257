import { DoorOpen } from 'lucide-react';
import { useCallback, useState } from 'react';
import { isRoomContested } from '../../../shared/exam/rooms/contested';
import { type Step, stepOf } from '../../../shared/exam/rooms/phase';
import type { CandidateId, RoomId, SittingId } from '../../../shared/kernel/ids';
import { RoomContests } from '../../contests/RoomContests';
import { RoomDecisions } from '../../decisions/RoomDecisions';
import { RoomMessages } from '../../headquarters/messages/RoomMessages';
import { EmptyState } from '../../parts/EmptyState';
import { useCentre } from '../../store/useDesk';
import { roomsText } from '../../text/rooms';
import { deskText } from '../../text/salleDesk';
import { useClockFeed } from '../clock/useClockFeed';
import { ReportStep } from '../report/ReportStep';
import { ScriptsStep } from '../report/ScriptsStep';
import { CandidateSheet } from '../sheet/CandidateSheet';
import { CompositionStep } from '../steps/CompositionStep';
import { DistributionStep } from '../steps/DistributionStep';
import { EnvelopeStep } from '../steps/EnvelopeStep';
import { NoticeStep } from '../steps/NoticeStep';
import { OffListPanel } from '../steps/OffListPanel';
import { RollStep } from '../steps/RollStep';
import { RoomCheckStep } from '../steps/RoomCheckStep';
import { RoomProvider, useRoom } from './RoomContext';
import styles from './RoomDesk.module.css';
import { RoomHead } from './RoomHead';
import { RoomSteps } from './RoomSteps';
import { UnheldRoom } from './UnheldRoom';
import { useRoomView } from './useRoomView';

const text = deskText.room;

/** One room at one sitting: the whole procedure, one next step after another. */
export function RoomDesk({ sitting, room }: { readonly sitting: SittingId; readonly room: RoomId }) {
  const view = useRoomView(sitting, room);
  const contested = useCentre(({ state }) => isRoomContested(state, room));
  if (!view && contested) {
    return (
      <EmptyState icon={DoorOpen} title={roomsText.contested.title}>
        {roomsText.contested.say}
      </EmptyState>
    );
  }
  if (!view) {
    return (
      <EmptyState icon={DoorOpen} title={text.unknown}>
        {text.unknownSay}
      </EmptyState>
    );
  }
  if (view.listUnheld) return <UnheldRoom sitting={sitting} name={view.room.name} />;
  return (
    <RoomProvider view={view}>
      <Procedure />
    </RoomProvider>
  );
}

function Procedure() {
  const { view } = useRoom();
  const [message, setMessage] = useState('');
  useClockFeed(message);
  const reached = view.phase.kind === 'closed' ? 'report' : (stepOf(view.phase) ?? 'check');
  // the screen stays where the person is until they ask for the next step: the last tap of a roll may still be undone
  const [chosen, setChosen] = useState<Step | null>(reached);
  const shown = chosen ?? reached;
  if (chosen === null) setChosen(reached);
  const [sheet, setSheet] = useState<CandidateId | null>(null);
  const open = useCallback((candidate: CandidateId) => setSheet(candidate), []);
  const onwards = useCallback(() => setChosen(null), []);
  return (
    <div className={styles.desk} data-density="roomy">
      <RoomHead message={message} onMessage={setMessage} />
      <RoomDecisions sitting={view.sitting.id} room={view.room.id} />
      <RoomMessages sitting={view.sitting.id} room={view.room.id} />
      <RoomContests sitting={view.sitting.id} room={view.room.id} />
      {view.phase.kind === 'empty' ? (
        <div className={styles.empty}>
          <EmptyState icon={DoorOpen} title={text.empty}>
            {text.emptySay}
          </EmptyState>
          <OffListPanel />
        </div>
      ) : (
        <>
          <RoomSteps shown={shown} onShow={setChosen} />
          <StepScreen step={shown} onDone={onwards} onShow={setChosen} onOpen={open} />
        </>
      )}
      <CandidateSheet candidate={sheet} onClose={() => setSheet(null)} />
    </div>
  );
}

function StepScreen(props: {
  readonly step: Step;
  onDone(): void;
  onShow(step: Step): void;
  onOpen(candidate: CandidateId): void;
}) {
  switch (props.step) {
    case 'check':
      return <RoomCheckStep onDone={props.onDone} />;
    case 'roll':
      return <RollStep onDone={props.onDone} onOpen={props.onOpen} />;
    case 'notice':
      return <NoticeStep onDone={props.onDone} />;
    case 'envelope':
      return <EnvelopeStep onDone={props.onDone} />;
    case 'distribution':
      return <DistributionStep onDone={props.onDone} />;
    case 'composition':
      return (
        <CompositionStep
          onDone={props.onDone}
          onDistribute={() => props.onShow('distribution')}
          onOpen={props.onOpen}
        />
      );
    case 'scripts':
      return <ScriptsStep onDone={props.onDone} />;
    case 'report':
      return <ReportStep />;
  }
}
