import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { z } from 'zod';
import type { Database } from '../../../headquarters/database/database';
import { entriesOf, readCentre } from '../../../headquarters/journal/readCentre';
import { grantsOf, standingOf } from '../../../shared/centre/grants';
import { termsOfMachine } from '../../../shared/centre/machineTerms';
import { facts, reading } from '../../../shared/exam/state';
import { type CentreCode, centreCode } from '../../../shared/exchange/names';
import { demonstration } from '../../../shared/formats/demonstration/demonstration';
import { encode, signedBytes } from '../../../shared/journal/entry';
import { deviceId } from '../../../shared/journal/launch';
import { verifyEntry } from '../../../shared/journal/verify';
import { day, personId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import type { Actor, Draft } from '../../../shared/kernel/statement';
import { aCentre } from '../../support/copies';
import { aDraft, aSigner, Writer } from '../../support/devices';
import { check } from '../../support/exchange';
import {
  begunAlone,
  deviceNamed,
  published as dossierOf,
  grantedTo,
  Headquarters,
  terms,
  wrapped,
  wrappingOf,
} from '../../support/grants';
import { type Ground, grounds } from '../../support/headquartersGrounds';
import { startTestNode, TestDevice, type TestNode } from '../../support/headquartersNode';
import { VigieClient } from '../../support/vigieClient';

const head: Actor = { person: personId.of('P-0001'), role: 'centreHead', unlocked: 'pin' };
const sample = demonstration({ size: 'S', seed: 3, day: day.of('2026-06-16') });
const codes = z.object({ code: z.string() });

describe.each(grounds)(
  'machines that write what is not theirs to write, on $name',
  { timeout: 60_000 },
  ({ ground }) => {
    let folder: string;
    let database: Database;
    let end: Ground['end'];
    let node: TestNode;
    let page: VigieClient;
    let made = 0;
    beforeAll(async () => {
      folder = await mkdtemp(path.join(tmpdir(), 'cachet-attacks-'));
      ({ database, end } = await ground());
      node = await startTestNode(database, folder);
      page = new VigieClient(node.url);
      await page.join((await node.firstCode()) ?? '', 'a.moreau', 'un mot de passe bien long');
      await page.post('/sessions', { id: 'bcp-2026', name: 'Juin 2026', year: 2026, authority: 'Rectorat' });
    });
    afterAll(async () => {
      await node?.stop();
      await end?.();
      await rm(folder, { recursive: true });
    });

    /** A centre of its own, to which a dossier was published. */
    async function published(): Promise<CentreCode> {
      const code = `${String(++made).padStart(7, '0')}A`;
      const session = { ...sample.session, demonstration: false, centre: { code, name: 'Lycée', town: 'Paris' } };
      const content = Buffer.from(JSON.stringify({ ...sample, session })).toString('base64');
      const said = await page.post('/sessions/bcp-2026/publish', { files: [{ name: 'd.json', content }] });
      expect(said.status).toBe(200);
      return centreCode.of(code);
    }
    async function enrolled(name: string, centre: CentreCode, asked: object = {}): Promise<TestDevice> {
      const device = new TestDevice(name, node, centre);
      const { code } = codes.parse((await page.post(`/centres/${centre}/codes`, asked)).body);
      expect(await device.enrol(code)).toMatchObject({ type: 'enrolled' });
      await device.untilLevel();
      return device;
    }
    const believed = (centre: CentreCode) => readCentre(node.journals.of(centre), deviceId.of(node.server));
    const reasons = async (centre: CentreCode) => {
      const rows = z.array(z.object({ because: z.string(), held: z.string() }));
      const { quarantined } = z
        .object({ quarantined: rows })
        .parse((await page.get(`/centres/${centre}/quarantine`)).body);
      return quarantined.map(({ because, held }) => `${because} ${held}`);
    };

    test('a room’s laptop takes back what the office published: the journal keeps it, and nobody believes it', async () => {
      const centre = await published();
      const laptop = await enrolled('of room 13', centre, { roles: ['invigilator', 'roomLeadInvigilator'] });
      const { state } = await believed(centre);
      const paper = [...facts(state, 'papers', 'session').keys()][0] ?? '';
      const target = reading(state, 'papers', 'session', paper);
      if (target.kind !== 'known') throw new Error('the dossier was published once');
      const keys = [wrapped('marks', wrappingOf('of room 13').publicKey)];
      const given = new Headquarters().gives(deviceNamed('of room 13'), terms(keys));
      const stolen = grantedTo('of room 13', [dossierOf(), given]);
      const undo = { kind: 'entry.withdrawn', about: { entry: target.by }, data: { reason: 'pour voir' } } as const;
      const invigilator: Actor = { ...head, role: 'invigilator' };
      for (const into of ['session', 'rooms', 'marks'] as const) {
        const writer = new Writer('of room 13', 'AAAAAAAAAAA', null, into, stolen);
        const draft = { channel: into, supersedes: [], ...undo };
        unwrap(await laptop.journal.append([writer.next('', draft, invigilator, Date.now() + 60_000)]));
      }
      await laptop.later();
      expect(await reasons(centre)).toEqual(['not-granted in-chain']);
      const after = (await believed(centre)).state;
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
      expect(after.withdrawn.size).toBe(0);
    });

    test('a machine that the head let in is one of the centre’s; one that a room’s laptop let in is none', async () => {
      const centre = await published();
      const chief = await enrolled('of the head', centre, { roles: ['centreHead'] });
      const laptop = await enrolled('of room 12', centre, { roles: ['invigilator'] });
      const days = { centre, from: day.of('2020-01-01'), until: day.of('2099-12-31') };
      const letIn = (by: string, launch: string) => {
        const writer = new Writer(by, launch, null, 'session');
        return (name: string, minutes: number) => {
          const about = { device: deviceNamed(name) };
          const given = { name, rooms: [], wrapping: wrappingOf(name).publicKey, replaces: null };
          const data = { ...given, terms: termsOfMachine('room', days) };
          const draft = aDraft('', { channel: 'session', kind: 'admission.given', about, data });
          return writer.next('', draft, head, Date.now() + minutes * 60_000);
        };
      };
      const [byHead, byLaptop] = [letIn('of the head', 'BBBBBBBBBBB'), letIn('of room 12', 'BBBBBBBBBBB')];
      const called = aDraft('', { kind: 'attendance.recorded', channel: 'rooms' });
      const entered = (name: string) =>
        new Writer(name).next('', called, { ...head, role: 'invigilator' }, Date.now() + 180_000);
      const [room, unknown] = [entered('let in'), entered('smuggled in')];
      unwrap(await chief.journal.append([byHead('let in', 1), room]));
      await chief.later();
      unwrap(await laptop.journal.append([byLaptop('smuggled in', 2), unknown]));
      await laptop.later();
      const frontier = await node.journals.of(centre).frontier();
      expect([room, unknown].map(({ entry }) => frontier.has(entry.stream))).toEqual([true, false]);
      expect(await reasons(centre)).toEqual(expect.arrayContaining(['not-enrolled aside']));
    });

    test('FAULT 41 what a later version writes, in a role nobody knows here, is kept and changes nothing', async () => {
      const centre = await published();
      const device = await enrolled('of tomorrow', centre);
      const { state } = await believed(centre);
      const paper = [...facts(state, 'papers', 'session').keys()][0] ?? '';
      const writer = new Writer('of tomorrow', 'AAAAAAAAAAA', null, 'session');
      const { sealed } = writer.next(
        '',
        { channel: 'session', kind: 'paper.removed', about: { paper }, data: {} },
        head,
      );
      const body = { ...JSON.parse(new TextDecoder().decode(sealed.bytes)), by: { ...head, role: 'juryObserver' } };
      const bytes = encode(body);
      const later = verifyEntry(check, null, { bytes, signature: aSigner('of tomorrow').sign(signedBytes(bytes)) });
      unwrap(await device.journal.append([unwrap(later)]));
      await device.later();
      expect(await reasons(centre)).toEqual([]);
      const after = (await believed(centre)).state;
      expect(after.unread.has(unwrap(later).entry.id)).toBe(true);
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
      const other = await enrolled('beside tomorrow', centre);
      await other.untilLevel();
      const [held] = await other.journal.after(unwrap(later).entry.stream, 0, 1);
      expect(held?.sealed.bytes).toEqual(bytes);
    });

    test('a room’s laptop that claims an hour before its grant is judged by its grant all the same', async () => {
      const centre = await published();
      const laptop = await enrolled('of room 14', centre, { roles: ['invigilator', 'roomLeadInvigilator'] });
      const { state } = await believed(centre);
      const writer = new Writer('of room 14', 'AAAAAAAAAAA', null, 'session');
      for (const paper of facts(state, 'papers', 'session').keys()) {
        const struck = {
          channel: 'session',
          kind: 'paper.removed',
          about: { paper },
          data: {},
        } satisfies Partial<Draft>;
        unwrap(await laptop.journal.append([writer.next('', struck, head, Date.UTC(2001, 0, 1))]));
      }
      await laptop.later();
      expect(new Set(await reasons(centre))).toEqual(new Set(['not-granted in-chain']));
      const after = (await believed(centre)).state;
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
    });

    test('a centre that began alone: once its head has named headquarters, its machines get their grants', async () => {
      const centre = centreCode.of(aCentre.code);
      const desk = new TestDevice('desk', node, centre);
      const began = begunAlone('desk');
      unwrap(await desk.journal.append([began]));
      const room = new TestDevice('its room', node, centre);
      for (const each of [desk, room])
        expect(await each.enrol(await node.code(centre))).toMatchObject({ type: 'enrolled' });
      await desk.untilLevel();
      const standing = async (of: TestDevice) =>
        standingOf(grantsOf(await entriesOf(node.journals.of(centre), 'session')), of.device);
      expect((await standing(desk)).kind).toBe('alone');
      const named = {
        channel: 'session',
        kind: 'headquarters.named',
        about: { session: aCentre.session },
        data: { signingKeys: [{ label: 'Siège', publicKey: node.server }] },
      } satisfies Partial<Draft>;
      unwrap(await desk.journal.append([new Writer('desk', 'HHHHHHHHHHH', null, 'session').next('', named, head)]));
      await desk.later();
      for (const each of [desk, room]) await expect.poll(async () => (await standing(each)).kind).toBe('granted');
      const given = await standing(desk);
      expect(given.kind === 'granted' && given.terms[0]?.begun).toContainEqual([began.entry.stream, 1]);
      await desk.later();
      const held = await entriesOf(desk.journal, 'session');
      expect(standingOf(grantsOf(held), desk.device).kind).toBe('granted');
    });
  },
);
