import type { Page } from '@playwright/test';
import { packCased, unpackCased } from '../../shared/journal/cased';
import type { Head } from '../../shared/journal/frontier';
import { entryId, type StreamId, streamId } from '../../shared/kernel/ids';
import { err, ok } from '../../shared/kernel/result';
import { journalContract } from '../contract/journalContract';
import { hex, unhex } from '../support/carried';
import { type CasedCopy, opened } from '../support/casings';
import { aGesture, giveTools, journalOpen, pageScript } from '../support/deskJournal';
import { expect, test } from '../support/launch';

/** The page's database, from this side. */
function copyIn(page: Page, name: string): CasedCopy {
  return {
    async frontier() {
      const heads = await page.evaluate((base) => window.dexiePages[base]?.frontier() ?? [], name);
      return new Map(
        heads.map(({ stream, seq, id }): [StreamId, Head] => [streamId.of(stream), { seq, id: entryId.of(id) }]),
      );
    },
    async after(stream, seq, limit) {
      const asked = { base: name, stream, seq, limit };
      const packed = await page.evaluate(
        ({ base, ...ask }) => window.dexiePages[base]?.after(ask.stream, ask.seq, ask.limit),
        asked,
      );
      return unpackCased(unhex(packed ?? ''));
    },
    async forks() {
      return unpackCased(unhex((await page.evaluate((base) => window.dexiePages[base]?.forks(), name)) ?? ''));
    },
    async append(batch) {
      const asked = { base: name, packed: hex(packCased(batch)) };
      const result = await page.evaluate(({ base, packed }) => window.dexiePages[base]?.append(packed), asked);
      if (!result) throw new Error(`no database ${name} in the page`);
      if (result.fault) return err(result.fault);
      const { added, known, forked } = result;
      return ok({ added: unpackCased(unhex(added)), known, forked: unpackCased(unhex(forked)) });
    },
  };
}

test.describe('the local database, in the real window, keeps the contract of a journal', () => {
  test('all of it', async ({ desk: { page } }) => {
    await page.evaluate(
      `${await pageScript('dexiePage.ts')}; window.openDexiePage = pageTools.openDexiePage; window.dexiePages = {};`,
    );
    let databases = 0;
    for (const { name, run } of journalContract) {
      await test.step(name, () =>
        run(async () => {
          const base = `contract-${++databases}`;
          const open = () => page.evaluate(`window.dexiePages['${base}'] = window.openDexiePage('${base}'); null`);
          await open();
          return {
            journal: opened(copyIn(page, base)),
            async reopened() {
              await page.evaluate((closed) => window.dexiePages[closed]?.close(), base);
              await open();
              return opened(copyIn(page, base));
            },
          };
        }),
      );
    }
  });
});

test('F1 every transaction of the journal worker that writes is strictly durable', async ({ desk: { page } }) => {
  await journalOpen(page);
  const opened = page.waitForEvent('worker');
  await giveTools(page);
  const worker = await opened;
  await worker.evaluate(() => {
    const seen: string[] = [];
    Reflect.set(self, 'durabilities', seen);
    const begin = IDBDatabase.prototype.transaction;
    IDBDatabase.prototype.transaction = function (...given) {
      const transaction = begin.apply(this, given);
      if (transaction.mode === 'readwrite') seen.push(transaction.durability);
      return transaction;
    };
  });
  const gesture = JSON.stringify(aGesture('strict', 2));
  for (let number = 0; number < 3; number++) {
    const written = await page.evaluate((text) => window.journalPage.write(JSON.parse(text)), gesture);
    expect(written.kept).toBe('twice');
  }
  expect(await worker.evaluate(() => Reflect.get(self, 'durabilities'))).toEqual(['strict', 'strict', 'strict']);
});
