import { CircleAlert } from 'lucide-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { Command } from '../../shared/exam/catalogue';
import { fact, facts } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { Button } from '../parts/Button';
import { EmptyState } from '../parts/EmptyState';
import { Progress } from '../parts/Progress';
import { useCentre, useDesk } from '../store/useDesk';
import { appText } from '../text/app';
import { notSaidText } from '../text/faults';
import { unlockText } from '../text/unlock';
import { DeskCover } from './DeskCover';
import { demonstrationPin } from './demonstrationPin';
import { FirstHead } from './FirstHead';
import { staffByName } from './people';

/** Loaded on first runs only: it brings the imports and the demonstration's names with it. */
const FirstRun = lazy(async () => ({ default: (await import('../preparation/FirstRun')).FirstRun }));

/** A machine that nobody has unlocked yet: first a session, then a first code. */
export function FirstSteps({ onUnlock }: { onUnlock(actor: Actor): void }) {
  const session = useCentre(({ state }) => fact(state, 'session', 'session', 'session'));
  const staffed = useCentre(({ state }) => facts(state, 'staff', 'session').size > 0);
  const [ready, setReady] = useState(session !== null && staffed);
  if (!ready) {
    return (
      <Suspense
        fallback={
          <DeskCover>
            <Progress label={appText.loading} value={null} />
          </DeskCover>
        }
      >
        <FirstRun onDone={() => setReady(true)} />
      </Suspense>
    );
  }
  return <DeskCover>{session?.demonstration ? <DemonstrationAccess /> : <FirstHead onUnlock={onUnlock} />}</DeskCover>;
}

/** In a demonstration everyone is given the same code, which the screens show. */
function DemonstrationAccess() {
  const { bridge } = usePorts();
  const desk = useDesk();
  const [fault, setFault] = useState<string | null>(null);
  const [attempt, setAttempt] = useState(1);
  const begun = useRef(0);
  useEffect(() => {
    if (begun.current === attempt) return;
    begun.current = attempt;
    const grant = async () => {
      const pinHash = await bridge.hashPin({ pin: demonstrationPin });
      const { state } = desk.store.getState();
      const said = await desk.say(
        ...staffByName(state).map(
          ({ id, roles }): Command => ({ kind: 'access.granted', about: { person: id }, data: { roles, pinHash } }),
        ),
      );
      setFault(said.ok ? null : notSaidText(said.error, state));
    };
    void grant();
  }, [attempt, bridge, desk]);
  if (fault === null) return <Progress label={unlockText.first.preparing} value={null} />;
  return (
    <EmptyState
      icon={CircleAlert}
      title={unlockText.first.notPrepared}
      action={
        <Button look="primary" onPress={() => setAttempt(attempt + 1)}>
          {unlockText.first.retry}
        </Button>
      }
    >
      {fault}
    </EmptyState>
  );
}
