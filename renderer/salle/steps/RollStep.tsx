import { ArrowRight, CheckCheck, IdCard, UserCheck } from 'lucide-react';
import { useCallback, useEffect, useRef, useState } from 'react';
import { isPresent } from '../../../shared/exam/rooms/roll';
import type { CandidateId } from '../../../shared/kernel/ids';
import { useSay } from '../../app/useSay';
import { Button } from '../../parts/Button';
import { salleText } from '../../text/salle';
import { goTo, stepsText } from '../../text/salleSteps';
import { unheldText } from '../../text/unheld';
import { FindBar } from '../find/FindBar';
import { RollBoard } from '../plan/RollBoard';
import { Foot } from '../room/Foot';
import { identityCommand } from '../room/identityCommand';
import { useRoom } from '../room/RoomContext';
import { OffListPanel } from './OffListPanel';
import { PendingPanel } from './PendingPanel';
import styles from './step.module.css';
import { type Tap, TapMode } from './TapMode';
import { WithoutPaperPanel } from './WithoutPaperPanel';

const text = stepsText.roll;
const atOnce = 20;

/** Entry and roll: a tap marks, everyone else present is one gesture, then the identity documents on the tables. */
export function RollStep(props: { onDone(): void; onOpen(candidate: CandidateId): void }) {
  const work = useRoom();
  const { view, here, say, readOnly } = work;
  const sayDone = useSay();
  const [tap, setTap] = useState<Tap>('attendance');
  const latest = useRef({ work, tap, open: props.onOpen });
  useEffect(() => {
    latest.current = { work, tap, open: props.onOpen };
  });

  const mark = useCallback((candidate: CandidateId) => {
    const { work, tap, open } = latest.current;
    const line = work.view.roll.find((each) => each.id === candidate);
    if (!line || work.readOnly) return open(candidate);
    const settled = line.attendance.kind !== 'contested' && line.late.kind === 'onTime' && line.departure === null;
    if (!settled) return open(candidate);
    if (tap === 'attendance') {
      const status = isPresent(line) ? 'absent' : 'present';
      void work.say({ kind: 'attendance.recorded', about: work.here, data: { status, candidates: [candidate] } });
    } else if (isPresent(line)) {
      void work.say(identityCommand(work, line, line.identity.kind === 'checked' ? 'owed' : 'checked'));
    } else open(candidate);
  }, []);

  const arrive = useCallback((candidate: CandidateId) => {
    const { work, open } = latest.current;
    const line = work.view.roll.find((each) => each.id === candidate);
    if (!line || work.readOnly || line.attendance.kind === 'contested') return open(candidate);
    if (isPresent(line)) return;
    const data = { status: 'present' as const, candidates: [candidate] };
    void work.say({ kind: 'attendance.recorded', about: work.here, data });
  }, []);

  const unmarked = view.roll.filter((line) => line.attendance.kind === 'unknown').map((line) => line.id);
  const alone = unmarked.filter((id) => view.roll.some((line) => line.id === id && line.unheld));
  const together = unmarked.filter((id) => !alone.includes(id));
  const unchecked = view.roll.filter((line) => isPresent(line) && line.identity.kind === 'unchecked');
  /** A few at a time: a hall of a hundred must not hold the screen still. */
  async function checkAll() {
    for (let at = 0; at < unchecked.length; at += atOnce) {
      const some = unchecked.slice(at, at + atOnce).map((line) => identityCommand(work, line, 'checked'));
      if (!(await say(...some))) return;
    }
  }

  const onwards = (
    <Button
      look={unmarked.length === 0 && unchecked.length === 0 ? 'primary' : 'plain'}
      size="big"
      icon={ArrowRight}
      isDisabled={unmarked.length > 0}
      onPress={props.onDone}
    >
      {goTo('notice')}
    </Button>
  );
  return (
    <>
      <div className={styles.columns}>
        <div className={styles.main}>
          <RollBoard onMark={mark} onOpen={props.onOpen}>
            <TapMode tap={tap} onTap={setTap} />
          </RollBoard>
        </div>
        <aside className={styles.aside}>
          <WithoutPaperPanel />
          <PendingPanel onOpen={props.onOpen} />
          <OffListPanel />
        </aside>
      </div>
      <Foot aside={<FindBar onArrive={arrive} onOpen={props.onOpen} />}>
        {together.length > 0 && (
          <Button
            look="primary"
            size="big"
            icon={UserCheck}
            isDisabled={readOnly}
            onPress={() =>
              void sayDone(
                [{ kind: 'attendance.recorded', about: here, data: { status: 'present', candidates: together } }],
                text.marked(together.length),
              )
            }
          >
            {together.length === view.roll.length ? salleText.everybodyHere : salleText.everybodyElseHere}
          </Button>
        )}
        {unmarked.length === 0 && unchecked.length > 0 && (
          <Button
            look="primary"
            size="big"
            icon={unchecked.length === 1 ? IdCard : CheckCheck}
            isDisabled={readOnly}
            onPress={() => void checkAll()}
          >
            {text.everybodyChecked(unchecked.length)}
          </Button>
        )}
        {onwards}
        {unmarked.length > 0 && <span className={styles.why}>{text.unmarkedLeft(unmarked.length)}</span>}
        {alone.length > 0 && <span className={styles.why}>{unheldText.person.everybodyBut(alone.length)}</span>}
      </Foot>
    </>
  );
}
