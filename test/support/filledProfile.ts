import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { aGesture, kill, launchJournal } from './deskJournal';

/** How many gestures of one entry a filled profile holds. */
export const filledWith = 40;

let kept: { readonly folder: string; readonly ids: readonly string[] } | null = null;

/**
 * Makes the profile one whose journal holds entries in file and database and whose application was killed; gives their
 * ids. It is filled once and copied for whoever asks again.
 */
export async function fill(profile: string): Promise<readonly string[]> {
  kept ??= await filled();
  cpSync(kept.folder, profile, { recursive: true });
  return kept.ids;
}

async function filled() {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'cachet-filled-'));
  const desk = await launchJournal(folder);
  const ids = await desk.page.evaluate(
    async ({ gesture, gestures }) => {
      const written: string[] = [];
      for (let number = 0; number < gestures; number++) {
        const about = { session: 'BCG-2026', number };
        const result = await window.journalPage.write([{ ...JSON.parse(gesture)[0], about }]);
        written.push(...result.ids);
      }
      return written;
    },
    { gesture: JSON.stringify(aGesture('Damaged')), gestures: filledWith },
  );
  await kill(desk);
  return { folder, ids };
}

/** To be called once nobody asks any more. */
export function forgetFilled(): void {
  if (kept) rmSync(kept.folder, { recursive: true, force: true, maxRetries: 5 });
  kept = null;
}
