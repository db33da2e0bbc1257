import { useCallback, useEffect, useState } from 'react';
import { accessOfPerson } from '../../shared/exam/staff/access';
import { facts } from '../../shared/exam/state';
import type { Actor } from '../../shared/kernel/statement';
import { Frame } from '../app/Frame';
import { usePorts } from '../app/ports';
import { useRestorationsSaid } from '../copies/useRestorationsSaid';
import { useRoomStates } from '../copies/useRoomStates';
import { useHanding } from '../network/useHanding';
import { useListeningSaid } from '../network/useListeningSaid';
import { useHush } from '../parts/Toasts';
import { useCentre, useDesk } from '../store/useDesk';
import { useMachineSaid } from '../vault/useMachineSaid';
import { DeskCover, useCover, useDoor } from './DeskCover';
import { FirstSteps } from './FirstSteps';
import { UnlockForm } from './UnlockForm';
import { useIdle } from './useIdle';
import { Veil } from './Veil';

/**
 * How long a machine that nobody touches stays open, in milliseconds: three minutes. The plan of faults wants it
 * (session lock: PIN after 3 min idle, nothing typed is lost).
 */
const idleAfter = 3 * 60_000;

/**
 * Lets through whoever unlocks; while locked again, what was open stays as it is behind the veil. Whoever loses the
 * access they act by is shown out, and nothing of theirs stays.
 */
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

  const veil = useCallback(() => {
    setLocked(true);
    hush();
  }, [hush]);
  useEffect(() => bridge.on.locked(veil), [bridge, veil]);

  async function lock(): Promise<void> {
    veil();
    await bridge.lock();
  }

  const shutOut = useCentre(
    ({ state, saving }) =>
      actor !== null && saving === 0 && !accessOfPerson(state, actor.person)?.roles.includes(actor.role),
  );
  useEffect(() => {
    if (!shutOut) return;
    desk.act(null);
    setActor(null);
    setLocked(false);
    hush();
    void bridge.lock();
  }, [shutOut, desk, hush, bridge]);

  const open = actor !== null && !locked;
  useMachineSaid(open ? actor : null);
  useListeningSaid(open ? actor : null);
  useHanding(open ? actor : null);
  useRestorationsSaid(open ? actor : null);
  useRoomStates();
  useIdle(idleAfter, open, () => void lock());
  useLockKey(open, () => void lock());

  if (!actor) {
    if (nobody) return <FirstSteps onUnlock={enter} />;
    return <Choice onUnlock={enter} />;
  }
  return (
    <>
      <Frame key={`${actor.person} ${actor.role}`} actor={actor} onLock={() => void lock()} />
      {locked && <Veil actor={actor} onUnlock={enter} />}
    </>
  );
}

function Choice({ onUnlock }: { onUnlock(actor: Actor): void }) {
  const { people } = useCover();
  const door = useDoor();
  return (
    <DeskCover>
      <UnlockForm people={people} last={null} door={door} onUnlock={onUnlock} />
    </DeskCover>
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
