import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Trouble } from '../../../shared/exchange/trouble';
import { unwrap } from '../../../shared/kernel/result';
import { contents } from '../../contract/journalBench';
import { Writer } from '../../support/devices';
import { anotherCentre } from '../../support/headquarters';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';

describe.each(grounds)('headquarters on $name', ({ ground }) => {
  let folder: string;
  let under: Ground;
  let node: TestNode;
  beforeAll(async () => {
    folder = await mkdtemp(path.join(tmpdir(), 'cachet-sixty-'));
    under = await ground();
    node = await startTestNode(under.database, folder);
  });
  afterAll(async () => {
    await node?.stop();
    await under?.end();
    await rm(folder, { recursive: true });
  });

  test('FAULT 33 sixty machines of one centre that come at once are told to wait at worst, and each gets its receipt', async () => {
    const centre = anotherCentre();
    const sides: { readonly device: TestDevice; readonly writer: Writer }[] = [];
    for (let count = 0; count < 60; count++) {
      const [device, writer] = [new TestDevice(`machine ${count}`, node, centre), new Writer(`machine ${count}`)];
      expect(await device.enrol(await node.code(centre))).toMatchObject({ type: 'enrolled' });
      unwrap(await device.journal.append(writer.run(20)));
      sides.push({ device, writer });
    }
    const met: Trouble[] = [];
    const comes = async ({ device, writer }: (typeof sides)[number]) => {
      let talk = await device.untilLevel();
      for (let tries = 0; talk.trouble && tries < 200; tries++) {
        met.push(talk.trouble);
        talk = await device.later();
      }
      expect(talk.receipts.get(writer.stream)?.map(({ seq }) => seq)).toEqual([20]);
    };
    await Promise.all(sides.map(comes));
    for (const trouble of met) expect(trouble).toMatchObject({ kind: 'refused', refusal: { because: 'busy' } });
    const held = await contents(node.journals.of(centre));
    expect(held.streams).toHaveLength(60);
    const [first] = sides;
    await first?.device.later();
    expect(first && (await contents(first.device.journal))).toEqual(held);
  }, 180_000);
});
