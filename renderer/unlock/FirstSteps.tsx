import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import { fact, facts } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { usePorts } from '../app/ports';
import { Progress } from '../parts/Progress';
import { useTell } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { appText } from '../text/app';
import { notSaidText } from '../text/faults';
import { unlockText } from '../text/unlock';
import { FirstHead } from './FirstHead';
import { demonstrationPin } from './pin';
import { UnlockScreen } from './UnlockScreen';

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
          <UnlockScreen>
            <Progress label={appText.loading} value={null} />
          </UnlockScreen>
        }
      >
        <FirstRun onDone={() => setReady(true)} />
      </Suspense>
    );
  }
  return (
    <UnlockScreen>{session?.demonstration ? <DemonstrationAccess /> : <FirstHead onUnlock={onUnlock} />}</UnlockScreen>
  );
}

/** In a demonstration everyone is given the same code, which the screens show. */
function DemonstrationAccess() {
  const { bridge } = usePorts();
  const desk = useDesk();
  const tell = useTell();
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    const grant = async () => {
      const pinHash = await bridge.hashPin({ pin: demonstrationPin });
      const { state } = desk.store.getState();
      const people = [...facts(state, 'staff', 'session').values()];
      const said = await desk.say(
        ...people.map(({ id, roles }) => ({
          kind: 'access.granted' as const,
          about: { person: id },
          data: { roles, pinHash },
        })),
      );
      if (!said.ok) tell({ text: notSaidText(said.error, state), tone: 'fault' });
    };
    void grant();
  }, [bridge, desk, tell]);
  return <Progress label={unlockText.first.preparing} value={null} />;
}
