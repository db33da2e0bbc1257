import type { WebContents } from 'electron';
import type { copiesMethods } from '../../../shared/bridge/copies';
import { permit } from '../../../shared/centre/permit';
import { err, ok } from '../../../shared/kernel/result';
import type { OpenCopies } from '../../copies/openCopies';
import { writeRoomStates } from '../../copies/roomStates';
import type { OpenJournal } from '../../journal/openJournal';
import type { Handlers } from '../serve';

type CopiesHandlers = Pick<Handlers, keyof typeof copiesMethods>;

/** Where a person says where things are; null when they thought better of it. */
export interface AskPath {
  folder(asker: WebContents): Promise<string | null>;
  file(asker: WebContents): Promise<string | null>;
}

/** Answers for the safe copies. Only who may set them up may take one back: a copy holds everything. */
export function copiesHandlers(
  opening: Promise<OpenCopies>,
  journal: Promise<OpenJournal>,
  askPath: AskPath,
): CopiesHandlers {
  let folder: string | null = null;
  const allowed = async () => {
    const actor = (await journal).lock.actor();
    return actor !== null && permit(actor.role, 'safeCopy.configured');
  };
  const notAllowed = err({ kind: 'not-allowed' } as const);
  return {
    safeCopyState: async () => (await opening).safe.state,
    async chooseCopyFolder(_nothing, asker) {
      folder = await askPath.folder(asker);
      return { folder };
    },
    async startSafeCopy({ rooms }) {
      if (!(await allowed())) return notAllowed;
      return folder === null ? err({ kind: 'no-folder' }) : (await opening).safe.start(folder, rooms);
    },
    async newCopyCode() {
      return (await allowed()) ? (await opening).safe.newCode() : notAllowed;
    },
    async stopSafeCopy() {
      return (await allowed()) ? ok(await (await opening).safe.stop()) : notAllowed;
    },
    copyNow: async () => (await opening).safe.copy(),
    async keepRoomStates({ pages }) {
      const { safe } = await opening;
      const beside = safe.roomsFolder;
      if (beside === null || safe.state.trouble !== null) return false;
      try {
        await writeRoomStates(beside, pages, safe.pages);
      } catch {
        return false; // the key is gone or full: the copy beside it says which
      }
      await safe.wrotePages(pages.map(({ name }) => name));
      return true;
    },
    async chooseCopy(_nothing, asker) {
      const file = await askPath.file(asker);
      return file === null ? { outcome: 'cancelled' } : (await opening).restoring.choose(file);
    },
    async openCopy({ code }) {
      return (await allowed()) ? (await opening).restoring.open(code) : notAllowed;
    },
    async restoreCopy() {
      if (!(await allowed())) return notAllowed;
      const { safe, restoring } = await opening;
      const restored = await restoring.restore();
      if (!restored.ok) return restored;
      const { madeAt, device: from, entries, added, beside } = restored.value;
      await safe.tookBack({ madeAt, from, entries, added });
      return ok({ added, beside });
    },
    leaveCopy: async () => (await opening).restoring.leave(),
  };
}
