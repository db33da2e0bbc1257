import { useEffect, useMemo, useState } from 'react';
import type { BridgeOutput } from '../../shared/bridge/bridge';
import { fact } from '../../shared/exam/state';
import { usePorts } from '../app/ports';
import { useCentre } from '../store/useDesk';

/** Milliseconds for which entries that come one after the other are waited for. */
const gathering = 1_000;

type Branching = BridgeOutput<'branchings'>[number];

/** A machine that wrote several histories, of which nobody has taken note yet. */
export interface Clone {
  readonly device: string;
  /** The earliest of its branchings that nobody has taken note of. */
  readonly branching: Branching;
  /** The first entry of every history of that machine. */
  readonly seen: Branching['branches'][number]['first']['id'][];
}

/** The machines whose cloning awaits a head. */
export function useClones(): readonly Clone[] {
  const { bridge } = usePorts();
  const [branchings, setBranchings] = useState<readonly Branching[]>([]);
  const state = useCentre((store) => store.state);
  useEffect(() => {
    let here = true;
    let waiting: number | undefined;
    const look = () => {
      waiting = undefined;
      void bridge.branchings().then((found) => here && setBranchings(found));
    };
    look();
    const end = bridge.on.entriesCame(() => {
      waiting ??= window.setTimeout(look, gathering);
    });
    return () => {
      here = false;
      window.clearTimeout(waiting);
      end();
    };
  }, [bridge]);
  return useMemo(() => {
    const clones = new Map<string, Clone>();
    for (const branching of branchings) {
      const { device, branches } = branching;
      const settled = new Set(fact(state, 'clones', 'session', device)?.seen);
      const first = branches.map((each) => each.first.id);
      const known = clones.get(device);
      if (known) known.seen.push(...first);
      else if (!first.every((id) => settled.has(id))) clones.set(device, { device, branching, seen: first });
    }
    return [...clones.values()];
  }, [branchings, state]);
}
