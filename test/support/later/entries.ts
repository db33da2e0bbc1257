import type { Page } from '@playwright/test';
import type { RoomId, SittingId } from '../../../shared/kernel/ids';
import type { Draft } from '../../../shared/kernel/statement';

/** What the later version alone can read: two entries of a kind of its own, and one of a kind that it has raised. */
export function laterDrafts(sitting: SittingId, room: RoomId): readonly Draft[] {
  const said = (kind: string, version: number, about: Draft['about'], data: Draft['data']): Draft => ({
    channel: 'rooms',
    ...{ kind, version, about, data },
    supersedes: [],
  });
  return [
    said('corridor.checked', 1, { sitting }, { remark: 'calme' }),
    said('corridor.checked', 1, { sitting }, { remark: 'toujours calme' }),
    said('observation.written', 2, { sitting, room }, { words: 'Stores baissés.' }),
  ];
}

/** Has drafts written by main, past the window, under whoever is unlocked. */
export async function inscribe(page: Page, drafts: readonly Draft[]): Promise<void> {
  await page.evaluate(async (given) => {
    const written = await window.cachet.inscribe({ drafts: JSON.parse(given), delivery: null });
    if (!written.ok || !written.value.kept.ok) throw new Error(JSON.stringify(written));
  }, JSON.stringify(drafts));
}
