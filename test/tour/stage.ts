import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { expect, type Page } from '@playwright/test';
import { roleText } from '../../renderer/text/roles';
import { displayName } from '../../shared/exam/people/names';
import type { Person } from '../../shared/exam/staff/kinds';
import type { PersonId } from '../../shared/kernel/ids';
import type { Role } from '../../shared/kernel/role';
import { type Desk, type LaunchOptions, launch, root } from '../support/launch';

const zone = 'Europe/Paris';

interface StageOptions extends Pick<LaunchOptions, 'dist' | 'env'> {
  /** The file by which the machine's clock goes, where it shares one with others: who sets it writes it. */
  readonly clock?: string;
}

/** A centre's machine that a scripted morning is played on: its clock obeys, and it leaves pictures and PDFs. */
export class Stage {
  private pictures = 0;
  private unlocked: PersonId | null = null;

  private constructor(
    readonly desk: Desk,
    readonly folder: string,
    private readonly day: string,
    private readonly clock: string | null,
  ) {}

  /** Starts the app on an empty profile at a time (`HH:MM`, Paris) of a day; what it leaves goes to `out/tour/<name>`. */
  static async open(
    profile: string,
    name: string,
    day: string,
    time: string,
    { env = {}, clock, ...more }: StageOptions = {},
  ): Promise<Stage> {
    const folder = path.join(root, 'out/tour', name);
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
    const copies = path.join(folder, 'clé de secours');
    mkdirSync(copies);
    const own = { CACHET_SAVE_TO: folder, CACHET_COPY_TO: copies, TZ: zone };
    const desk = await launch(profile, { ...more, env: { ...own, ...env } });
    const stage = new Stage(desk, folder, day, clock ?? null);
    await desk.page.clock.install({ time: clock === undefined ? stage.instant(time) : told(clock) });
    if (clock === undefined) await stage.timeIs(time);
    return stage;
  }

  get page(): Page {
    return this.desk.page;
  }

  /** Sets every clock of the machine; time goes on from there. */
  async timeIs(time: string): Promise<void> {
    const target = this.clock === null ? this.instant(time) : told(this.clock);
    if (this.clock === null)
      await this.desk.app.evaluate((_electron, to) => {
        const behind = to - performance.timeOrigin - performance.now();
        Date.now = () => Math.round(performance.timeOrigin + performance.now() + behind);
      }, target);
    const aMinute = 61_000; // the desk looks at its clock every minute
    await this.page.clock.setSystemTime(target - aMinute);
    await this.page.clock.runFor(aMinute);
  }

  async picture(name: string): Promise<void> {
    this.pictures += 1;
    const file = `${String(this.pictures).padStart(2, '0')}-${name}.png`;
    await expect(this.page.getByText('Ouverture du bureau…')).toBeHidden();
    await this.page.mouse.move(0, 0);
    await this.page.screenshot({ path: path.join(this.folder, file) });
  }

  /** Opens the room's clock as a projector shows it, and takes its picture. */
  async wallClock(name: string): Promise<void> {
    const opened = this.desk.app.waitForEvent('window');
    await this.press('Horloge');
    const wall = await opened;
    await expect(wall.getByText('Fin').first()).toBeVisible();
    const now = await this.page.evaluate(() => Date.now());
    await wall.clock.install({ time: now });
    await wall.reload();
    await expect(wall.getByText('Fin').first()).toBeVisible();
    this.pictures += 1;
    await wall.screenshot({ path: path.join(this.folder, `${String(this.pictures).padStart(2, '0')}-${name}.png`) });
    await wall.close();
    await this.page.keyboard.press('Escape');
    await expect(this.page.getByRole('dialog')).toBeHidden();
  }

  async open(hash: string): Promise<void> {
    await this.page.evaluate((to) => {
      location.hash = to;
    }, hash);
  }

  async press(name: string | RegExp): Promise<void> {
    await this.page.getByRole('button', { name }).first().click();
  }

  async unlock(person: Person, role: Role, pin: string): Promise<void> {
    await this.page.getByRole('searchbox', { name: 'Tapez votre nom' }).fill(displayName(person));
    await this.page.getByRole('option', { name: displayName(person) }).click();
    if (person.roles.length > 1) await this.page.getByRole('radio', { name: roleText[role] }).check({ force: true });
    await this.page.getByLabel('Code', { exact: true }).fill(pin);
    await this.page.keyboard.press('Enter');
    await this.entered(person);
  }

  /** Waits for the desks of somebody who was let in. */
  async entered(person: Person): Promise<void> {
    await expect(this.page.getByRole('navigation', { name: 'Bureaux' })).toBeVisible();
    this.unlocked = person.id;
  }

  /** Locks the machine and lets another person in, as one does at a desk that several share. */
  async handOver(person: Person, role: Role, pin: string): Promise<void> {
    if (person.id === this.unlocked) return;
    await this.page.keyboard.press('Control+l');
    await this.press('Une autre personne');
    await this.unlock(person, role, pin);
  }

  /** Whoever was let in is still there; where the machine has locked itself meanwhile, they type their code again. */
  async attend(pin: string): Promise<void> {
    if (this.unlocked === null) return;
    await this.page.mouse.move(1, 1);
    await this.page.mouse.move(0, 0);
    if (!(await this.page.getByText('Poste verrouillé').isVisible())) return;
    await this.page.getByLabel('Code', { exact: true }).fill(pin);
    await this.page.keyboard.press('Enter');
    await expect(this.page.getByText('Poste verrouillé')).toBeHidden();
  }

  /** Draws a document of the « Pages » desk and saves it as a PDF, with a picture of its preview where one is named. */
  async save(document: string, rooms: readonly string[] | 'all', picture?: string): Promise<void> {
    await this.open('#/pages');
    await this.page.getByRole('radio', { name: document }).check({ force: true });
    if (rooms !== 'all') {
      await this.page.getByRole('button', { name: 'Aucune', exact: true }).click();
      for (const room of rooms) await this.page.getByRole('checkbox', { name: room }).check({ force: true });
    }
    const shown = this.page.getByRole('region', { name: 'Aperçu' });
    const kind = document.split(' ').slice(0, 2).join(' ');
    await expect(shown.getByRole('img', { name: new RegExp(`^Aperçu, ${kind}`) })).toBeVisible({ timeout: 120_000 });
    if (picture) await this.picture(picture);
    await this.press('Enregistrer le PDF');
    await expect(this.page.getByText(/^Enregistré.*\.pdf$/).first()).toBeVisible();
  }

  async close(): Promise<void> {
    await this.desk.app.close();
    expect(this.desk.complaints).toEqual([]);
  }

  private instant(time: string): number {
    return Date.parse(`${this.day}T${time}:00+02:00`);
  }
}

/** What a clock says that goes by a file. */
function told(clock: string): number {
  return Date.now() + Number(readFileSync(clock, 'utf8'));
}
