import { useState } from 'react';
import type { Command } from '../../../shared/exam/catalogue';
import type { CentreState } from '../../../shared/exam/state';
import type { ImportContent } from '../../../shared/formats/content';
import { planImport } from '../../../shared/formats/plan';
import { useDesk } from '../../store/useDesk';
import { planFaultText } from '../../text/importPlan';
import { useWriting } from '../importing/useWriting';
import { staffLast } from './staffLast';

/** Writes a centre's content onto a machine that has none, then what `after` makes of it. Can be taken up again. */
export function useInstalling(after: (state: CentreState) => readonly Command[]) {
  const desk = useDesk();
  const { writing, write, interrupt } = useWriting();
  const [fault, setFault] = useState<string | null>(null);

  /** True once all is written. */
  async function install(content: ImportContent): Promise<boolean> {
    const plan = planImport(content, desk.store.getState().state);
    if (!plan.ok) {
      setFault(planFaultText(plan.error));
      return false;
    }
    return (await write(staffLast(plan.value.commands))) && (await write(after(desk.store.getState().state)));
  }

  return { writing, interrupt, install, fault };
}
