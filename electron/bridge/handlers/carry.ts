import type { WebContents } from 'electron';
import type { carryMethods } from '../../../shared/bridge/carry';
import { err } from '../../../shared/kernel/result';
import { centreRoles } from '../../../shared/kernel/role';
import type { Carrying } from '../../carry/carrying';
import type { UsbKey } from '../../carry/usbKey';
import type { OpenJournal } from '../../journal/openJournal';
import type { Handlers } from '../serve';

type CarryHandlers = Pick<Handlers, keyof typeof carryMethods>;

/** Where a person says their key is; null when they thought better of it. */
export type AskKey = (asker: WebContents) => Promise<UsbKey | null>;

/** Answers for the USB key. Anybody of the centre may: what is written opens on its machines alone, and what is read is judged. */
export function carryHandlers(
  opening: Promise<Carrying>,
  journal: Promise<Pick<OpenJournal, 'lock'>>,
  askKey: AskKey,
): CarryHandlers {
  const allowed = async () => {
    const actor = (await journal).lock.actor();
    return actor !== null && centreRoles.includes(actor.role);
  };
  const notAllowed = err({ kind: 'not-allowed' } as const);
  return {
    carryState: async () => (await opening).state(),
    async chooseKey(_nothing, asker) {
      const key = await askKey(asker);
      if (!key) return { outcome: 'cancelled' };
      (await opening).choose(key);
      return { outcome: 'chosen' };
    },
    writeKey: async () => ((await allowed()) ? (await opening).write() : notAllowed),
    readKey: async () => ((await allowed()) ? (await opening).look() : notAllowed),
    takeFromKey: async () => ((await allowed()) ? (await opening).take() : notAllowed),
    leaveKey: async () => (await opening).leave(),
  };
}
