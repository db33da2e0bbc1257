import { readdir } from 'node:fs/promises';
import { z } from 'zod';
import type { Database } from '../../headquarters/database/database';
import { openPglite } from '../../headquarters/database/pgliteDatabase';
import { totpAt } from '../../headquarters/staff/totp';
import type { CentreCode } from '../../shared/exchange/names';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { day } from '../../shared/kernel/ids';
import { inForm } from './headquarters';
import { startTestNode, type TestNode } from './headquartersNode';
import type { Plan } from './smallCentre';
import { firstStep, secretOf, VigieClient } from './vigieClient';
import { type Published, WatchedCentre } from './watchedCentre';

export const agent = { person: 'm.lenoir', name: 'Maud Lenoir', password: 'une phrase assez longue' } as const;

const invitation = z.object({ code: z.string() });

/** A node of headquarters in memory, with one administrator. */
export interface StartedHeadquarters {
  readonly node: TestNode;
  readonly database: Database;
  /** The six digits of the next sign-in: no step is taken twice. */
  totp(): string;
  readonly client: VigieClient;
  /** A centre with an exam this morning, its machine enrolled. */
  centre(code: CentreCode, published?: Published, plan?: Plan): Promise<WatchedCentre>;
  /** A centre of which no machine was ever heard. */
  unheard(code: CentreCode, published?: Published): Promise<WatchedCentre>;
  /** A code that makes an account. */
  invited(person: string, name: string): Promise<{ readonly code: string }>;
  /** What an application shows at this moment for a key as the page shows it. */
  totpFor(key: string): string;
  /** A made-up centre's dossier, as a file has it. */
  dossier(): string;
  savedIn(folder: string): Promise<readonly string[]>;
  stop(): Promise<void>;
}

/** Starts headquarters and makes its first account, by the code that it prints. */
export async function startHeadquarters(folder: string): Promise<StartedHeadquarters> {
  const database = await inForm(await openPglite());
  const node = await startTestNode(database, folder);
  const code = await node.firstCode();
  if (code === null) throw new Error('headquarters has somebody already');
  const client = new VigieClient(node.url);
  const secret = await client.join(code, agent.person, agent.password, agent.name);
  let step = firstStep(Date.now());
  return {
    node,
    database,
    client,
    totp() {
      step = Math.max(step + 1, firstStep(Date.now()));
      return totpAt(secret, step);
    },
    async centre(code, published, plan) {
      const centre = await WatchedCentre.published(node, client, code, published, plan);
      return centre.enrol();
    },
    unheard: (code, published) => WatchedCentre.published(node, client, code, published),
    async invited(person, name) {
      const { body } = await client.post('/staff/invite', { person, name, role: 'watch' });
      return invitation.parse(body);
    },
    totpFor: (key) =>
      totpAt(secretOf(`otpauth://totp/x?secret=${key.replaceAll(' ', '')}`), Math.floor(Date.now() / 30_000)),
    dossier() {
      const made = demonstration({ size: 'S', seed: 1, day: day.of(`${new Date().getFullYear()}-06-16`) });
      return JSON.stringify({ ...made, session: { ...made.session, demonstration: false } });
    },
    savedIn: (folder) => readdir(folder),
    async stop() {
      await node.stop();
      await database.close();
    },
  };
}
