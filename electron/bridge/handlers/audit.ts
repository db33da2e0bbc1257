import type { auditMethods } from '../../../shared/bridge/audit';
import { FilesAudit } from '../../audit/filesAudit';
import type { OpenJournal } from '../../journal/openJournal';
import type { Handlers } from '../serve';

type AuditHandlers = Pick<Handlers, keyof typeof auditMethods>;

/** How long main works for the verifier at a stretch, in milliseconds: a window's question waits no longer. */
const stretch = 12;

/** Answers for the verifier; `elapsed` counts milliseconds from some fixed moment. */
export function auditHandlers(opening: Promise<OpenJournal>, elapsed: () => number): AuditHandlers {
  let running: FilesAudit | null = null;
  return {
    startAudit: async () => {
      const { files, casing, check, box, granted } = await opening;
      const ends = await box.frontier();
      running = await FilesAudit.begin({ files, casing, check, cipher: granted, ends });
    },
    continueAudit: async () => {
      if (!running) throw new Error('no audit was begun');
      const until = elapsed() + stretch;
      const step = await running.advance(() => elapsed() >= until);
      if (step.kind === 'finished') running = null;
      return step;
    },
    branchings: async () => {
      const { box, centre } = await opening;
      return box.stored.branchings((device) => centre.isHeadquarters(device));
    },
  };
}
