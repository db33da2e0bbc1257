import { expectAccessible } from '../support/accessible';
import { agent, expect, test } from '../support/vigie';

test('the way in asks for name, password and code, says no without saying which, and lets in who knows all three', async ({
  headquarters,
  vigie: { page },
}) => {
  await expectAccessible(page);
  await page.getByLabel('Identifiant').fill(agent.person);
  await page.getByLabel('Mot de passe').fill('un autre mot de passe');
  await page.getByLabel('Code à six chiffres').fill('000000');
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByRole('alert').filter({ hasText: 'inexact' })).toBeVisible();
  await expect(page.getByLabel('Code à six chiffres')).toHaveValue('');
  await page.getByLabel('Mot de passe').fill(agent.password);
  await page.getByLabel('Code à six chiffres').fill(headquarters.totp());
  await page.getByRole('button', { name: 'Se connecter' }).click();
  await expect(page.getByText(agent.name)).toBeVisible();
});

test('a code of invitation makes an account, which signs in by itself and out by a press', async ({
  headquarters,
  vigie: { page },
}) => {
  const { code } = await headquarters.invited('p.garnier', 'Paul Garnier');
  await page.getByRole('button', { name: 'J’ai reçu un code d’invitation' }).click();
  await page.getByLabel('Code d’invitation').fill(code);
  await page.getByRole('button', { name: 'Continuer' }).click();
  await expect(page.getByRole('img', { name: /application d’authentification/ })).toBeVisible();
  await expectAccessible(page);
  const key = await page.getByTestId('totp-key').innerText();
  await page.getByLabel('Mot de passe', { exact: true }).fill('trois mots et un lac');
  await page.getByLabel('Mot de passe, une seconde fois').fill('trois mots et un lac');
  await page.getByLabel('Code à six chiffres').fill(headquarters.totpFor(key));
  await page.getByRole('button', { name: 'Ouvrir le compte' }).click();
  await expect(page.getByText('Paul Garnier')).toBeVisible();
  await page.reload();
  await expect(page.getByText('Paul Garnier')).toBeVisible();
  await page.getByRole('button', { name: 'Se déconnecter' }).click();
  await expect(page.getByRole('button', { name: 'Se connecter' })).toBeVisible();
});
