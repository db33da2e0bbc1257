import { existsSync } from 'node:fs';
import path from 'node:path';
import { aGesture, kill, launchJournal, told } from '../support/deskJournal';
import { fill, forgetFilled } from '../support/filledProfile';
import { type Desk, expect, test } from '../support/launch';
import { needsMount, putBallast, RealDisk, withoutPermission } from '../support/realDisks';

test.afterAll(forgetFilled);

const refusedFor = (reason: 'full' | 'read-only') => ({
  ok: false,
  fault: { kind: 'storage', reason },
  ids: [],
  kept: null,
});
const short = { ok: false, fault: { kind: 'disk-short' }, ids: [], kept: null };

/** Writes one gesture in the desk's page; a large one does not fit in what is left of a file's last block. */
function write({ page }: Desk, text: string, size: 'small' | 'large' = 'small') {
  const drafts = aGesture(text, size === 'small' ? 1 : 20);
  return page.evaluate((gesture) => window.journalPage.write(JSON.parse(gesture)), JSON.stringify(drafts));
}

async function writeSome(desk: Desk, count: number): Promise<readonly string[]> {
  const ids: string[] = [];
  for (let number = 0; number < count; number++) {
    const written = await write(desk, `${number}`);
    expect(written.ok).toBe(true);
    ids.push(...written.ids);
  }
  return ids;
}

/** Each of the next starts has every acknowledged entry, and no other, in file and database. */
async function keptAtStarts(profile: string, acknowledged: readonly string[], starts: number): Promise<void> {
  for (let start = 1; start <= starts; start++) {
    const desk = await launchJournal(profile);
    expect(await desk.page.evaluate(() => window.journalPage.idsInFile()), `start ${start}`).toEqual(acknowledged);
    expect(await desk.page.evaluate(() => window.journalPage.census()), `start ${start}`).toEqual({
      entries: acknowledged.length,
      sound: true,
    });
    if (start === starts) expect((await write(desk, 'once there is room')).ok).toBe(true);
    await kill(desk);
  }
}

test('FAULT 13 the disk fills up: the write that meets its end is kept on the ballast’s room, the next are refused, a full disk at start opens for reading, all is there at three starts', async ({
  profile,
}) => {
  needsMount();
  const disk = new RealDisk(profile);
  try {
    putBallast(path.join(profile, 'journal'));
    const desk = await launchJournal(profile);
    const acknowledged = [...(await writeSome(desk, 10))];
    disk.fill();
    const last = await write(desk, 'at the end of the disk', 'large');
    expect(last.ok).toBe(true);
    acknowledged.push(...last.ids);
    expect(existsSync(path.join(profile, 'journal/ballast'))).toBe(false);
    expect(disk.free).toBeGreaterThan(50_000_000);
    expect(await write(desk, 'after it')).toEqual(short);
    disk.fill();
    expect(await write(desk, 'without any room')).toEqual(short);
    await kill(desk);

    const full = await launchJournal(profile);
    expect(await told(full.page)).toContainEqual(expect.stringMatching(/^Rien ne peut être enregistré sur ce poste/));
    expect(await full.page.evaluate(() => window.journalPage.idsInFile())).toEqual(acknowledged);
    expect(await write(full, 'at a full start')).toEqual(short);
    await kill(full);

    disk.clear();
    await keptAtStarts(profile, acknowledged, 3);
  } finally {
    disk.unmount();
  }
});

test('FAULT 14 only the journal’s disk is full: refused with its reason, taken out of the database too, never back', async ({
  profile,
}) => {
  needsMount();
  const disk = new RealDisk(path.join(profile, 'journal'));
  try {
    const desk = await launchJournal(profile);
    const acknowledged = await writeSome(desk, 5);
    disk.fill();
    expect(await write(desk, 'refused', 'large')).toEqual(refusedFor('full'));
    expect(await write(desk, 'refused before it is tried')).toEqual(short);
    disk.clear();
    const again = await write(desk, 'taken again at once');
    expect(again.ok).toBe(true);
    await kill(desk);
    await keptAtStarts(profile, [...acknowledged, ...again.ids], 2);
  } finally {
    disk.unmount();
  }
});

test('FAULT 15 a disk that was remounted read-only opens for reading, says so, and goes on once it may be written', async ({
  profile,
}) => {
  needsMount();
  const disk = new RealDisk(profile);
  try {
    const acknowledged = await fill(profile);
    disk.writable(false);
    const reading = await launchJournal(profile);
    expect(await told(reading.page)).toContainEqual(
      expect.stringContaining('le dossier de données est en lecture seule'),
    );
    expect(await reading.page.evaluate(() => window.journalPage.idsInFile())).toEqual(acknowledged);
    expect(await write(reading, 'refused')).toEqual(refusedFor('read-only'));
    await kill(reading);
    disk.writable(true);
    await keptAtStarts(profile, acknowledged, 1);
  } finally {
    disk.unmount();
  }
});

test('FAULT 16 the journal’s folder may no longer be written: the same, and the database does not keep what the file refused', async ({
  profile,
}) => {
  needsMount();
  const acknowledged = await fill(profile);
  const giveBack = withoutPermission(path.join(profile, 'journal'));
  try {
    const reading = await launchJournal(profile);
    expect(await told(reading.page)).toContainEqual(
      expect.stringContaining('le dossier de données est en lecture seule'),
    );
    expect(await reading.page.evaluate(() => window.journalPage.idsInFile())).toEqual(acknowledged);
    expect(await write(reading, 'refused')).toEqual(refusedFor('read-only'));
    await kill(reading);
  } finally {
    giveBack();
  }
  await keptAtStarts(profile, acknowledged, 1);
});
