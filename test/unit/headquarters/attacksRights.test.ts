import { describe, expect, test } from 'vitest';
import { entriesOf } from '../../../headquarters/journal/readCentre';
import { grantsOf, standingOf } from '../../../shared/centre/grants';
import { termsOfMachine } from '../../../shared/centre/machineTerms';
import { facts, reading } from '../../../shared/exam/state';
import { centreCode } from '../../../shared/exchange/names';
import { encode, signedBytes } from '../../../shared/journal/entry';
import { verifyEntry } from '../../../shared/journal/verify';
import { day, personId } from '../../../shared/kernel/ids';
import { unwrap } from '../../../shared/kernel/result';
import type { Actor, Draft } from '../../../shared/kernel/statement';
import { AttackedHeadquarters } from '../../support/attackedHeadquarters';
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
import { grounds } from '../../support/headquartersGrounds';
import { TestDevice } from '../../support/headquartersNode';
import { soon } from '../../support/soon';

const head: Actor = { person: personId.of('P-0001'), role: 'centreHead', unlocked: 'pin' };

describe.each(grounds)(
  'machines that write what is not theirs to write, on $name',
  { timeout: 60_000 },
  ({ ground }) => {
    const attacked = AttackedHeadquarters.forTests(ground);

    test('a room’s laptop takes back what the office published: the journal keeps it, and nobody believes it', async () => {
      const centre = await attacked().published();
      const laptop = await attacked().enrolled('of room 13', centre, { roles: ['invigilator', 'roomLeadInvigilator'] });
      const { state } = await attacked().believed(centre);
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
      expect(await attacked().reasons(centre)).toEqual(['not-granted in-chain']);
      const after = (await attacked().believed(centre)).state;
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
      expect(after.withdrawn.size).toBe(0);
    });

    test('a machine that the head let in is one of the centre’s; one that a room’s laptop let in is none', async () => {
      const centre = await attacked().published();
      const chief = await attacked().enrolled('of the head', centre, { roles: ['centreHead'] });
      const laptop = await attacked().enrolled('of room 12', centre, { roles: ['invigilator'] });
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
      const frontier = await attacked().node.journals.of(centre).frontier();
      expect([room, unknown].map(({ entry }) => frontier.has(entry.stream))).toEqual([true, false]);
      expect(await attacked().reasons(centre)).toEqual(expect.arrayContaining(['not-enrolled aside']));
    });

    test('FAULT 41 what a later version writes, in a role nobody knows here, is kept and changes nothing', async () => {
      const centre = await attacked().published();
      const device = await attacked().enrolled('of tomorrow', centre);
      const { state } = await attacked().believed(centre);
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
      expect(await attacked().reasons(centre)).toEqual([]);
      const after = (await attacked().believed(centre)).state;
      expect(after.unread.has(unwrap(later).entry.id)).toBe(true);
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
      const other = await attacked().enrolled('beside tomorrow', centre);
      await other.untilLevel();
      const [held] = await other.journal.after(unwrap(later).entry.stream, 0, 1);
      expect(held?.sealed.bytes).toEqual(bytes);
    });

    test('a room’s laptop that claims an hour before its grant is judged by its grant all the same', async () => {
      const centre = await attacked().published();
      const laptop = await attacked().enrolled('of room 14', centre, { roles: ['invigilator', 'roomLeadInvigilator'] });
      const { state } = await attacked().believed(centre);
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
      expect(new Set(await attacked().reasons(centre))).toEqual(new Set(['not-granted in-chain']));
      const after = (await attacked().believed(centre)).state;
      expect(facts(after, 'papers', 'session').size).toBe(facts(state, 'papers', 'session').size);
    });

    test('a centre that began alone: once its head has named headquarters, its machines get their grants', async () => {
      const centre = centreCode.of(aCentre.code);
      const desk = new TestDevice('desk', attacked().node, centre);
      const began = begunAlone('desk');
      unwrap(await desk.journal.append([began]));
      const room = new TestDevice('its room', attacked().node, centre);
      for (const each of [desk, room])
        expect(await each.enrol(await attacked().node.code(centre))).toMatchObject({ type: 'enrolled' });
      await desk.untilLevel();
      const standing = async (of: TestDevice) =>
        standingOf(grantsOf(await entriesOf(attacked().node.journals.of(centre), 'session')), of.device);
      expect((await standing(desk)).kind).toBe('alone');
      const named = {
        channel: 'session',
        kind: 'headquarters.named',
        about: { session: aCentre.session },
        data: { signingKeys: [{ label: 'Siège', publicKey: attacked().node.server }] },
      } satisfies Partial<Draft>;
      unwrap(await desk.journal.append([new Writer('desk', 'HHHHHHHHHHH', null, 'session').next('', named, head)]));
      await desk.later();
      for (const each of [desk, room]) await expect.poll(async () => (await standing(each)).kind, soon).toBe('granted');
      const given = await standing(desk);
      expect(given.kind === 'granted' && given.terms[0]?.begun).toContainEqual([began.entry.stream, 1]);
      await desk.later();
      const held = await entriesOf(desk.journal, 'session');
      expect(standingOf(grantsOf(held), desk.device).kind).toBe('granted');
    });
  },
);
