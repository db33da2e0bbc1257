import { expectAccessible, expectNothingCutOff } from '../support/accessible';
import { csv, sampleText } from '../support/cycladesFiles';
import { bundledHeadquarters, type HeadquartersProcess } from '../support/headquartersProcess';
import { expect, launch, test } from '../support/launch';
import { importFirst } from '../support/preparation';

test.describe('a centre that began alone, from a Cyclades list', () => {
  let program: Awaited<ReturnType<typeof bundledHeadquarters>>;
  let headquarters: HeadquartersProcess;
  test.beforeAll(async () => {
    program = await bundledHeadquarters();
    headquarters = await program.start(null, { codeFor: '0921234A' });
  });
  test.afterAll(async () => {
    await headquarters.kill();
    await program.remove();
  });

  test('enrolled later by its head, says whom it takes for headquarters, and its machine gets a grant that counts', async ({
    profile,
  }, info) => {
    test.setTimeout(240_000);
    const { app, page, complaints } = await launch(profile);
    await importFirst(page, csv(sampleText));
    const known = headquarters.key.slice(0, 16).replace(/.{4}(?=.)/g, '$& ');

    await test.step('what the code will mean is told before it is shown', async () => {
      await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Siège' }).click();
      const form = page.getByRole('form', { name: 'Rattacher cette machine au siège' });
      await expect(form).toContainText('Votre session ne dit pas qui est le siège');
      await expectAccessible(page);
      await expectNothingCutOff(page);
      await page.screenshot({ path: info.outputPath('form.png') });
      await page.getByLabel('Adresse du siège').fill(headquarters.url);
      await page.getByLabel('Code de rattachement').fill(headquarters.code);
      await page.keyboard.press('Enter');
    });

    await test.step('the standing tells the key by which headquarters is known from now on', async () => {
      const standing = page.getByRole('region', { name: 'Où en est l’échange' });
      await expect(standing).toContainText(`${known}, reconnue par le centre`);
      await expect(standing.getByRole('button', { name: 'Reconnaître ce siège' })).toHaveCount(0);
      await expectAccessible(page);
      await expectNothingCutOff(page);
      await page.screenshot({ path: info.outputPath('standing.png') });
    });

    await test.step('the head’s act is in the main courante, and headquarters’ grant follows it there', async () => {
      await page.getByRole('navigation', { name: 'Bureaux' }).getByRole('link', { name: 'Journal' }).click();
      const lines = page.getByRole('listbox', { name: 'Main courante' }).getByRole('option');
      await expect(lines.filter({ hasText: `Siège reconnu par sa clé\u202F: ${known}` })).toHaveCount(1);
      await expect(lines.filter({ hasText: 'Droits' })).toHaveCount(1);
      await page.screenshot({ path: info.outputPath('journal.png') });
    });

    await test.step('nothing of it is kept aside on either side', async () => {
      const state = await page.evaluate(() => window.cachet.exchangeState());
      expect(state).toMatchObject({ kind: 'enrolled', asideHere: [], asideThere: [] });
    });
    await app.close();
    expect(complaints).toEqual([]);
  });
});
