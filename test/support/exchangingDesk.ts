import { aDraft } from './devices';
import { type Desk, expect } from './launch';

const state = ({ page }: Desk) => page.evaluate(() => window.cachet.exchangeState());

/** Asks anew at once; what came of it, once something did. */
async function askedAnew(desk: Desk) {
  await desk.page.evaluate(() => window.cachet.exchangeNow());
  return state(desk);
}

/** Shows a code at an address; what came of it. */
export function enrolledAt({ page }: Desk, address: string, code: string): Promise<unknown> {
  return page.evaluate((asked) => window.cachet.enrol(asked), { address, code });
}

/** Unlocks the desk as the head of the centre, once it knows who works there. */
export async function unlocked({ page }: Desk): Promise<void> {
  await page.reload();
  await page.getByText('Chef de centre', { exact: true }).click();
  await page.getByLabel('Code', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').waitFor();
}

/** Says so many things on the desk past its window, in one gesture. */
export function said({ page }: Desk, count: number): Promise<void> {
  const data = { category: 'premises', at: Date.UTC(2026, 5, 16, 8), candidates: [], text: 'Une alarme' };
  const about = { sitting: 'S-1', room: 'B12' };
  const draft = aDraft('', { channel: 'rooms', kind: 'incident.recorded', about, data });
  return page.evaluate(
    async (drafts) => {
      const written = await window.cachet.inscribe({ drafts: JSON.parse(drafts), delivery: null });
      if (!written.ok || !written.value.kept.ok) throw new Error(`it was not taken: ${JSON.stringify(written)}`);
    },
    JSON.stringify(Array.from({ length: count }, () => draft)),
  );
}

/** Waits until all is received at headquarters. @param inspected whether the connection is said to be opened on the way */
export async function levelOf(desk: Desk, inspected = false): Promise<void> {
  await expect
    .poll(() => askedAnew(desk), { timeout: 90_000 })
    .toMatchObject({ phase: 'level', awaited: { entries: 0 }, trouble: null, notices: { inspected } });
}

/** What was said and is not received stays awaited, and why is told. */
export async function heldUp(desk: Desk, trouble: object, entries: number): Promise<void> {
  await expect
    .poll(() => askedAnew(desk), { timeout: 90_000 })
    .toMatchObject({ phase: 'waiting', trouble: { what: trouble }, awaited: { entries } });
}
