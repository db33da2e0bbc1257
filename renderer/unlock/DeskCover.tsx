import { type ReactNode, useMemo } from 'react';
import { coverOf } from '../../shared/centre/cover';
import { fetchFirstDesk } from '../app/desks';
import { usePorts } from '../app/ports';
import { useCentre } from '../store/useDesk';
import type { Door } from './UnlockForm';
import { UnlockScreen } from './UnlockScreen';

/** The cover as the open journal tells it. */
export function useCover() {
  const state = useCentre((store) => store.state);
  return useMemo(() => coverOf(state), [state]);
}

/** The door of a desk whose journal is open. */
export function useDoor(): Door {
  const { unlock } = usePorts().bridge;
  return useMemo(() => ({ unlock, expected: (role) => void fetchFirstDesk(role) }), [unlock]);
}

/** The unlock screen of a desk whose journal is open. */
export function DeskCover(props: { readonly children: ReactNode; readonly note?: ReactNode; readonly over?: boolean }) {
  return <UnlockScreen cover={useCover()} now={usePorts().clock.now} {...props} />;
}
