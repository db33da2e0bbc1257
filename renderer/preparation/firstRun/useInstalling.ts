import { useState } from 'react';
import type { CentreState } from '../../../shared/exam/state';
import type { ImportContent } from '../../../shared/formats/content';
import { planImport } from '../../../shared/formats/plan';
import { useDesk } from '../../store/useDesk';
import { planFaultText } from '../../text/importPlan';
import { type Part, useWriting } from '../importing/useWriting';
import { staffLast } from './staffLast';

/** How much of the bar the centre itself takes, before what `after` makes of it. */
const shareOfCentre = 0.4;

/** Writes a centre's content onto a machine that has none, then what `after` makes of it; can be taken up again. */
export function useInstalling(after: (state: CentreState) => readonly Part[]) {
  const desk = useDesk();
  const { writing, write, interrupt } = useWriting();
  const [begun, setBegun] = useState<ImportContent | null>(null);
  const [fault, setFault] = useState<string | null>(null);

  /** True once all is written. */
  async function install(content: ImportContent): Promise<boolean> {
    setBegun(content);
    const plan = planImport(content, desk.store.getState().state);
    if (!plan.ok) {
      setFault(planFaultText(plan.error));
      return false;
    }
    const commands = staffLast(plan.value.commands);
    if (!(await write([() => commands], 0, shareOfCentre))) return false;
    return write(after(desk.store.getState().state), shareOfCentre, 1);
  }

  return {
    writing,
    interrupt,
    install,
    /** Goes on with what was interrupted. */
    resume: async () => begun !== null && (await install(begun)),
    fault,
  };
}
