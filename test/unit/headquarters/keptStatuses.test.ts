import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import type { CentreCode } from '../../../shared/exchange/names';
import type { WatchedCentre as Shown } from '../../../shared/watch/live';
import { anotherCentre } from '../../support/headquarters';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, type TestNode } from '../../support/headquartersNode';
import { VigieClient } from '../../support/vigieClient';
import { Listening } from '../../support/vigieListening';
import { WatchedCentre as Centre } from '../../support/watchedCentre';

const soon = { timeout: 15_000, interval: 20 };
const row = z.object({ heads: z.string(), shown: z.string() });
const silent = () => undefined;

describe.each(grounds)('the statuses that nodes keep on $name', ({ ground }) => {
  let folder: string;
  let on: Ground;
  /** Where centres write; nobody looks at its vigie. */
  let quiet: TestNode;
  let client: VigieClient;
  let code: CentreCode;
  let centre: Centre;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-kept-'));
    on = await ground();
    quiet = await startTestNode(on.database, folder);
    client = new VigieClient(quiet.url);
    await client.join((await quiet.firstCode()) ?? '', 'm.lenoir', 'une phrase assez longue');
  });
  afterAll(async () => {
    await quiet?.stop();
    await on?.end();
    await rm(folder, { recursive: true });
  });
  beforeEach(async () => {
    code = anotherCentre();
    centre = await (await Centre.published(quiet, client, code)).enrol();
    await (await centre.begun()).sent();
  });

  /** What a node that starts shows of the centre, once nothing is left to read, and how many centres it read for it. */
  async function startedAnew(
    program = 'this one',
  ): Promise<{ shown: Shown | undefined; read: number; page: Listening }> {
    const node = await startTestNode(on.database, folder, silent, program);
    const there = new VigieClient(node.url);
    there.cookie = client.cookie;
    const page = await new Listening().open(there);
    const gauge = async (name: string) => {
      const text = await (await fetch(`${node.url}/metrics`)).text();
      return Number(new RegExp(`^cachet_${name} (\\d+)$`, 'm').exec(text)?.[1]);
    };
    await vi.waitFor(async () => {
      expect(page.centres.get(code)?.line).toMatchObject({ name: 'Lycée des Cèdres' });
      expect([...page.centres.values()].filter(({ line }) => line === 'reading')).toEqual([]);
      expect(await gauge('vigie_centres_to_read')).toBe(0);
    }, soon);
    const read = await gauge('vigie_centres_folded');
    page.close();
    await node.stop();
    return { shown: page.centres.get(code), read, page };
  }

  async function changeRow(column: 'heads' | 'shown', to: string): Promise<void> {
    const changed = await on.database.run(`update kept_statuses set ${column} = $2 where centre = $1`, [code, to]);
    expect(changed).toBe(1);
  }

  async function keptRow() {
    const [kept] = await on.database.rows(row, 'select heads, shown from kept_statuses where centre = $1', [code]);
    if (!kept) throw new Error('nothing was kept');
    return kept;
  }

  test('a node that starts shows what was kept, and reads only the centres in which something was written since', async () => {
    const before = await startedAnew();
    expect(before.read).toBeGreaterThan(0);
    expect(await startedAnew()).toMatchObject({ read: 0, shown: before.shown });
    await (await centre.incident('subject', 'Page manquante.')).sent();
    const after = await startedAnew();
    expect(after).toMatchObject({ read: 1, shown: { line: { figures: { incidents: { subject: 1 } } } } });
    expect(await startedAnew()).toMatchObject({ read: 0, shown: after.shown });
  });

  test('another program makes all of them anew, to the same', async () => {
    const { shown } = await startedAnew();
    const another = await startedAnew('another one');
    expect(another.read).toBeGreaterThan(0);
    expect(another.shown).toEqual(shown);
  });

  test('FAULT 31 what was kept of a journal that is not the one in the database is not shown', async () => {
    await startedAnew();
    const old = await keptRow();
    await (await centre.incident('subject', 'Page manquante.')).sent();
    const { shown } = await startedAnew();
    const later = await keptRow();
    expect(later.heads).not.toBe(old.heads);
    // As a database is that was put back to before the incident, and a node that still knew of it wrote what it showed
    await changeRow('shown', old.shown);
    await changeRow('heads', old.heads);
    expect(await startedAnew()).toMatchObject({ read: 1, shown });
  });

  test('a revocation is read like anything that changes rights; what the machine says after it counts for nothing', async () => {
    await startedAnew();
    const revoked = await client.post(`/devices/${centre.device.device}/revoke`, { reason: 'volé' });
    expect(revoked.status).toBe(200);
    const after = await startedAnew();
    expect(after.read).toBe(1);
    await (await centre.incident('subject', 'Dit après le vol.')).sent();
    expect(await startedAnew()).toMatchObject({ read: 0, shown: after.shown });
    expect((await startedAnew('another one')).shown).toEqual(after.shown);
  });

  test('what cannot be read, lacks a message or shows a half-day that is over is made anew', async () => {
    const { shown } = await startedAnew();
    const { shown: kept } = await keptRow();
    const spoilt = [
      '{',
      JSON.stringify({ ...JSON.parse(kept), line: { name: 'Lycée' } }),
      JSON.stringify({ ...JSON.parse(kept), messages: ['0'.repeat(64)] }),
      JSON.stringify({ ...JSON.parse(kept), turn: Date.now() - 1_000 }),
    ];
    for (const text of spoilt) {
      await changeRow('shown', text);
      expect(await startedAnew()).toMatchObject({ read: 1, shown });
    }
  });

  test('messages of headquarters are there with the statuses', async () => {
    await startedAnew();
    const session = JSON.parse((await keptRow()).shown).line.session.id;
    const message = {
      subject: 'erratum',
      ...{ title: 'Question 3', text: 'Lire « 25 kg ».', papers: [], readOut: true, centres: [code] },
    };
    expect((await client.post(`/sessions/${session}/messages`, message)).status).toBe(200);
    await centre.readsMessages();
    const { shown } = await startedAnew();
    expect(shown?.line).toMatchObject({ messages: [{ read: { by: expect.any(String) } }] });
    const again = await startedAnew();
    expect(again).toMatchObject({ read: 0, shown });
    expect([...again.page.messages.values()].map(({ text }) => text)).toContain('Lire « 25 kg ».');
  });
});
