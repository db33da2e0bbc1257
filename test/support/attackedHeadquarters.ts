import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../headquarters/database/database';
import { readCentre } from '../../headquarters/journal/readCentre';
import { type CentreCode, centreCode } from '../../shared/exchange/names';
import { demonstration } from '../../shared/formats/demonstration/demonstration';
import { deviceId } from '../../shared/journal/launch';
import { day } from '../../shared/kernel/ids';
import type { Ground } from './headquartersGrounds';
import { startTestNode, TestDevice, type TestNode } from './headquartersNode';
import { VigieClient } from './vigieClient';

const sample = demonstration({ size: 'S', seed: 3, day: day.of('2026-06-16') });
const codes = z.object({ code: z.string() });
const quarantine = z.object({ quarantined: z.array(z.object({ because: z.string(), held: z.string() })) });

/** Headquarters of one file of tests, with a session and somebody signed in; each test has a centre of its own there. */
export class AttackedHeadquarters {
  private made = 0;

  private constructor(
    readonly database: Database,
    readonly node: TestNode,
    readonly page: VigieClient,
    private readonly end: () => Promise<void>,
  ) {}

  /** Gives it for as long as the tests run. */
  static forTests(ground: () => Promise<Ground>): () => AttackedHeadquarters {
    let headquarters: AttackedHeadquarters | undefined;
    beforeAll(async () => {
      headquarters = await AttackedHeadquarters.begin(await ground());
    });
    afterAll(() => headquarters?.end());
    return () => {
      if (!headquarters) throw new Error('headquarters are there during a test alone');
      return headquarters;
    };
  }

  private static async begin({ database, end }: Ground): Promise<AttackedHeadquarters> {
    const folder = await mkdtemp(path.join(tmpdir(), 'cachet-attacks-'));
    const node = await startTestNode(database, folder);
    const page = new VigieClient(node.url);
    await page.join((await node.firstCode()) ?? '', 'a.moreau', 'un mot de passe bien long');
    await page.post('/sessions', { id: 'bcp-2026', name: 'Juin 2026', year: 2026, authority: 'Rectorat' });
    return new AttackedHeadquarters(database, node, page, async () => {
      await node.stop();
      await end();
      await rm(folder, { recursive: true });
    });
  }

  /** A centre of its own, to which a dossier was published. */
  async published(): Promise<CentreCode> {
    const code = `${String(++this.made).padStart(7, '0')}A`;
    const session = { ...sample.session, demonstration: false, centre: { code, name: 'Lycée', town: 'Paris' } };
    const content = Buffer.from(JSON.stringify({ ...sample, session })).toString('base64');
    const said = await this.page.post('/sessions/bcp-2026/publish', { files: [{ name: 'd.json', content }] });
    expect(said.status).toBe(200);
    return centreCode.of(code);
  }

  /** A machine of a centre, level. @param asked what its code is for */
  async enrolled(name: string, centre: CentreCode, asked: object = {}): Promise<TestDevice> {
    const device = new TestDevice(name, this.node, centre);
    const { code } = codes.parse((await this.page.post(`/centres/${centre}/codes`, asked)).body);
    expect(await device.enrol(code)).toMatchObject({ type: 'enrolled' });
    await device.untilLevel();
    return device;
  }

  /** What desks believe of a centre's journal. */
  believed(centre: CentreCode) {
    return readCentre(this.node.journals.of(centre), deviceId.of(this.node.server));
  }

  /** Why entries of a centre are in quarantine, and how they are held. */
  async reasons(centre: CentreCode): Promise<string[]> {
    const { quarantined } = quarantine.parse((await this.page.get(`/centres/${centre}/quarantine`)).body);
    return quarantined.map(({ because, held }) => `${because} ${held}`);
  }
}
