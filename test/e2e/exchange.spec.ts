import type { Page } from '@playwright/test';
import { centreCode, serverId } from '../../shared/exchange/names';
import { aDraft, someone, Writer } from '../support/devices';
import { TestDevice } from '../support/headquartersNode';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { type Desk, expect, launch, test } from '../support/launch';

const centre = centreCode.of('0929999Z');

/** An incident as a room reports it; its text tells it from others. */
function incident(text: string) {
  const about = { sitting: 'S-1', room: 'B12' };
  const data = { category: 'premises', at: Date.UTC(2026, 5, 16, 8), candidates: [], text };
  return aDraft('', { channel: 'rooms', kind: 'incident.recorded', about, data });
}

const state = (page: Page) => page.evaluate(() => window.cachet.exchangeState());
const enrolled = (page: Page, address: string, code: string) =>
  page.evaluate((asked) => window.cachet.enrol(asked), { address, code });

/** Says something on the desk past its window, as whoever is unlocked; resolves to its stream and number there. */
function said(page: Page, text: string): Promise<void> {
  return page.evaluate(
    async (draft) => {
      const written = await window.cachet.inscribe({ drafts: [JSON.parse(draft)], delivery: null });
      if (!written.ok || !written.value.kept.ok) throw new Error('the desk did not take it');
    },
    JSON.stringify(incident(text)),
  );
}

/** What was written on this machine and is received at headquarters, of all that was. */
function own(page: Page): Promise<{ readonly received: number; readonly written: number }> {
  return page.evaluate(async () => {
    const { device } = await window.cachet.machine();
    const heads = await window.cachet.frontier();
    const { chains } = await window.cachet.receivedThere();
    const sum = (all: readonly { readonly stream: string; readonly seq: number }[]) =>
      all.filter(({ stream }) => stream.startsWith(device)).reduce((total, { seq }) => total + seq, 0);
    return { received: sum(chains), written: sum(heads) };
  });
}

/** Waits for as long as a machine may wait before it tries again: a minute. */
async function levelOf(page: Page): Promise<void> {
  await expect
    .poll(() => state(page), { timeout: 90_000 })
    .toMatchObject({ phase: 'level', awaited: { entries: 0 }, trouble: null });
}

const lines = (page: Page) => page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');

/** Opens the main courante as the head of the centre. */
async function readAsHead(page: Page): Promise<void> {
  await page.getByText('Chef de centre', { exact: true }).click();
  await page.getByLabel('Code', { exact: true }).fill('2468');
  await page.keyboard.press('Enter');
  await page.getByRole('navigation').getByRole('link', { name: 'Journal' }).click();
  await lines(page).first().waitFor();
}

test.describe('a desk and its headquarters, each a process of its own', () => {
  let program: Awaited<ReturnType<typeof bundledHeadquarters>>;
  let headquarters: HeadquartersProcess;
  test.beforeAll(async () => {
    program = await bundledHeadquarters();
  });
  test.beforeEach(async () => {
    headquarters = await program.start(null, { codeFor: centre });
  });
  test.afterEach(() => headquarters.kill());
  test.afterAll(() => program.remove());

  const again = async () => {
    const { port } = new URL(headquarters.url);
    headquarters = await program.start(null, { port, codeFor: centre });
  };

  test('FAULT 29 enrolled by code it gets the session, what is said while headquarters is dead arrives once it is back, and what others say appears in the open window', async ({
    profile,
  }) => {
    const desk: Desk = await launch(profile);
    const { page } = desk;
    expect(await state(page)).toEqual({ kind: 'alone' });
    expect(await enrolled(page, headquarters.url, headquarters.code)).toEqual({
      ok: true,
      value: { centre, reads: ['session', 'rooms', 'lists', 'people'] },
    });
    await levelOf(page);
    await page.reload();
    await readAsHead(page);
    await levelOf(page);

    expect((await page.evaluate(() => window.cachet.environment())).requestsRefused).toBe(0);
    const open = await desk.app.evaluate(() => process.getActiveResourcesInfo());
    expect(open.filter((resource) => /^(TCP|UDP)/.test(resource))).toEqual([]);

    await headquarters.kill();
    await said(page, 'Dite pendant que le siège est mort');
    await expect
      .poll(async () => state(page))
      .toMatchObject({ phase: 'waiting', trouble: { what: { kind: 'unreachable' } }, awaited: { entries: 1 } });
    const cut = await own(page);
    expect(cut.received).toBe(cut.written - 1);
    await again();
    expect(headquarters.alive).toBe(true);
    await page.evaluate(() => window.cachet.exchangeNow());
    await levelOf(page);
    expect(await own(page)).toEqual({ received: cut.written, written: cut.written });

    const other = new TestDevice(
      'another machine',
      { url: headquarters.url, server: serverId.of(headquarters.key) },
      centre,
    );
    expect(await other.enrol(headquarters.code)).toMatchObject({ type: 'enrolled' });
    const writer = new Writer('another machine');
    await other.journal.append([writer.next('', incident('Fenêtre cassée dans une autre salle'), someone, Date.now())]);
    await other.untilLevel();
    await expect(lines(page).first()).toContainText('Fenêtre cassée dans une autre salle');

    await lines(page).first().click();
    const drawer = page.getByRole('dialog');
    await drawer.getByRole('button', { name: 'Annuler cette saisie…' }).click();
    await drawer.getByRole('textbox', { name: 'Motif' }).fill('Réparée depuis');
    await drawer.getByRole('button', { name: 'Annuler la saisie' }).click();
    await expect(lines(page).first()).toContainText('Annulation de «\u202FIncident (locaux)');
    await levelOf(page);
    await other.later();
    const kinds: string[] = [];
    for (const [stream, { seq }] of await other.journal.frontier())
      for (const { entry } of await other.journal.after(stream, 0, seq)) kinds.push(entry.kind);
    expect(kinds).toContain('entry.withdrawn');
    expect(kinds.filter((kind) => kind === 'incident.recorded')).toHaveLength(2);
    await desk.app.close();
    expect(desk.complaints).toEqual([]);

    const reopened = await launch(profile);
    await levelOf(reopened.page);
    const { received, written } = await own(reopened.page);
    expect(received).toBe(written);
    await reopened.app.close();
  });
});
