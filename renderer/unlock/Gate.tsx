import { useEffect, useState } from 'react';
import { facts } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { Frame } from '../app/Frame';
import { usePorts } from '../app/ports';
import { useRestorationsSaid } from '../copies/useRestorationsSaid';
import { useRoomStates } from '../copies/useRoomStates';
import { useHush } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { useMachineSaid } from '../vault/useMachineSaid';
import { FirstSteps } from './FirstSteps';
import { UnlockForm } from './UnlockForm';
import { UnlockScreen } from './UnlockScreen';
import { useIdle } from './useIdle';
import { Veil } from './Veil';

/** How long a machine that nobody touches stays open, in milliseconds. */
const idleAfter = 3 * 60_000;

/** Lets through whoever unlocks; while locked again, what was open stays as it is behind the veil. */
export function Gate({ unlocked }: { readonly unlocked: Actor | null }) {
  const { bridge } = usePorts();
  const desk = useDesk();
  const hush = useHush();
  const nobody = useCentre(({ state }) => facts(state, 'access', 'session').size === 0);
  const [actor, setActor] = useState<Actor | null>(unlocked?.role === 'setup' ? null : unlocked);
  const [locked, setLocked] = useState(false);

  function enter(next: Actor): void {
    desk.act(next);
    setActor(next);
    setLocked(false);
  }

  async function lock(): Promise<void> {
    setLocked(true);
    hush();
    await bridge.lock();
  }

  const open = actor !== null && !locked;
  useMachineSaid(open ? actor : null);
  useRestorationsSaid(open ? actor : null);
  useRoomStates();
  useIdle(idleAfter, open, () => void lock());
  useLockKey(open, () => void lock());

  if (!actor) {
    if (nobody) return <FirstSteps onUnlock={enter} />;
    return (
      <UnlockScreen>
        <UnlockForm last={null} onUnlock={enter} />
      </UnlockScreen>
    );
  }
  return (
    <>
      <Frame key={`${actor.person} ${actor.role}`} actor={actor} onLock={() => void lock()} />
      {locked && <Veil actor={actor} onUnlock={enter} />}
    </>
  );
}

/** Ctrl+L (⌘L) locks from anywhere. */
function useLockKey(watching: boolean, onLock: () => void): void {
  useEffect(() => {
    if (!watching) return;
    const hear = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() !== 'l' || !(event.ctrlKey || event.metaKey) || event.altKey) return;
      event.preventDefault();
      onLock();
    };
    window.addEventListener('keydown', hear, { capture: true });
    return () => window.removeEventListener('keydown', hear, { capture: true });
  });
}
