import { describe, expect, test } from 'vitest';
import { LineBook } from '../../../renderer/chronicle/lines';
import { sentenceOf, topicOf, topics } from '../../../renderer/text/chronicle';
import type { Names } from '../../../renderer/text/sentences/sentence';
import { catalogue, isEntryKind } from '../../../shared/exam/catalogue';
import { emptyState } from '../../../shared/exam/state';
import { entryId, personId } from '../../../shared/kernel/ids';
import { instant } from '../../../shared/kernel/instant';
import type { Statement } from '../../../shared/kernel/statement';
import { b07, french, secretary, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';

const names: Names = {
  candidate: (id) => `<${id}>`,
  person: (id) => `<${id}>`,
  room: (id) => `<${id}>`,
  machine: (device) => `poste <${device.slice(0, 6)}>`,
  paper: (id) => `<${id}>`,
  sitting: (id) => `<${id}>`,
  day: (on) => on,
  hour: () => '09:40',
  due: () => 'jeudi à 09:00',
  message: (id) => (id === 'm1' ? 'Question 3' : null),
  whoWentOut: (exit) => (exit.startsWith('a') ? '<c1>' : null),
  entry: () => 'X\u202F: présent',
};

const place = { sitting: 's1', room: 'B12' };
const one = { ...place, candidate: 'c1' };

const newcomer = 'n'.repeat(43);
const admitted = {
  name: 'B12',
  rooms: ['r1'],
  wrapping: 'w'.repeat(43),
  terms: {
    ...{ centre: '0010001A', roles: ['invigilator'], reads: [], writes: [], keys: [] },
    ...{ from: '2019-06-16', until: '2019-08-16' },
  },
  replaces: null,
};

function tell(kind: string, about: unknown, data: unknown, version = newest(kind)): string {
  return sentenceOf({ kind, version, about, data }, names);
}

function newest(kind: string): number {
  return isEntryKind(kind) ? catalogue[kind].version : 1;
}

describe('every kind of entry has its sentence', () => {
  const examples: readonly (readonly [string, unknown, unknown, string])[] = [
    ['attendance.recorded', place, { status: 'present', candidates: ['c1'] }, '<c1>\u202F: présent'],
    [
      'attendance.recorded',
      place,
      { status: 'absent', candidates: ['c1', 'c2', 'c3', 'c4', 'c5'] },
      '5\u00A0candidats absents\u202F: <c1>, <c2>, <c3> et 2\u00A0autres',
    ],
    [
      'identity.recorded',
      one,
      { outcome: 'owed', due: 1 },
      '<c1> n’a pas de pièce d’identité, à présenter avant jeudi à 09:00',
    ],
    ['latecomer.decided', one, { granted: true, reason: 'grève' }, 'Entrée tardive de <c1> autorisée – grève'],
    [
      'seat.asked',
      one,
      {
        familyName: 'Ngo',
        givenNames: 'Linh',
        birthDate: null,
        diploma: 'bac-pro',
        paper: 'p1',
        explanation: 'convocation',
      },
      'NGO Linh, hors liste, n’a pas de table ici\u202F: place demandée au chef de centre (<p1>) – convocation',
    ],
    ['seat.denied', one, { reason: 'autre centre' }, 'Place refusée à <c1>, hors liste – autre centre'],
    ['notice.read', place, {}, 'Notice lue aux candidats'],
    ['admission.given', { device: newcomer }, admitted, `Poste ${'n'.repeat(6)} admis au centre\u202F: B12, pour <r1>`],
    [
      'admission.given',
      { device: newcomer },
      { ...admitted, rooms: [], replaces: 'o'.repeat(43), name: 'Secours 1' },
      `Poste ${'n'.repeat(6)} admis au centre à la place du poste <${'o'.repeat(6)}>\u202F: Secours 1`,
    ],
    [
      'admission.given',
      { device: newcomer },
      { ...admitted, rooms: ['r1', 'r2'], changes: 'rooms' },
      'Salles du poste B12\u202F: <r1> et <r2>',
    ],
    [
      'admission.given',
      { device: newcomer },
      { ...admitted, rooms: [], changes: 'rooms' },
      'Salles du poste B12\u202F: aucune',
    ],
    ['exit.ended', { ...place, exit: 'a'.repeat(64) }, { at: 1 }, '<c1> revient en salle à 09:40'],
    ['exit.ended', { ...place, exit: 'b'.repeat(64) }, { at: 1 }, 'Retour en salle à 09:40'],
    [
      'start.corrected',
      { ...place, paper: 'p1' },
      { boardStart: 2, instead: 1, distributedAt: 1, reason: 'sujet incomplet' },
      'Début au tableau corrigé\u202F: 09:40 au lieu de 09:40 (<p1>) – sujet incomplet',
    ],
    ['report.reopened', place, { reason: 'oubli' }, 'Procès-verbal rouvert – oubli'],
    [
      'entry.withdrawn',
      { entry: 'a'.repeat(64) },
      { reason: 'erreur' },
      'Annulation de «\u202FX\u202F: présent\u202F» – erreur',
    ],
    [
      'message.sent',
      { message: 'm1' },
      { at: 1, subject: 'erratum', title: 'Question 3', text: '…', papers: ['p1'], readOut: true },
      'Erratum du siège\u202F: «\u202FQuestion 3\u202F», <p1>, à lire aux candidats',
    ],
    [
      'message.withdrawn',
      { message: 'm1' },
      { at: 1, reason: 'erreur' },
      'Message du siège retiré\u202F: «\u202FQuestion 3\u202F» – erreur',
    ],
    [
      'message.acknowledged',
      { message: 'm1', ...place, person: 'p1' },
      { at: 1, read: ['a'.repeat(64)] },
      'Message du siège lu à 09:40 en salle <B12>\u202F: «\u202FQuestion 3\u202F»',
    ],
    [
      'message.acknowledged',
      { message: 'm2', sitting: null, room: null, person: 'p1' },
      { at: 1, read: ['a'.repeat(64)] },
      'Message du siège lu à 09:40',
    ],
    ['sitting.removed', { sitting: 's1' }, {}, 'Séance retirée du calendrier\u202F: <s1>'],
    ['access.withdrawn', { person: 'p1' }, { reason: 'départ' }, 'Accès retiré à <p1> – départ'],
    ['paper.removed', { paper: 'p1' }, {}, 'Épreuve retirée\u202F: <p1>'],
    [
      'rule.overridden',
      { rule: 'R-067', ...place },
      { reason: 'malentendants' },
      'Règle R\u2011067 écartée – malentendants',
    ],
  ];
  test.each(examples)('%s', (kind, about, data, sentence) => {
    expect(isEntryKind(kind)).toBe(true);
    expect(tell(kind, about, data)).toBe(sentence);
  });
});

test('a kind, a version or a content of a later program is told as such, not dropped', () => {
  const newer = /^Saisie d’une version plus récente/;
  expect(tell('drone.seen', {}, {})).toMatch(newer);
  expect(tell('notice.read', place, {}, 2)).toMatch(newer);
  expect(tell('notice.read', { sitting: 's1' }, {})).toMatch(newer);
});

test('FAULT 42 what an earlier version said is told as it was', () => {
  expect(tell('rule.overridden', { rule: 'R-067' }, { reason: 'malentendants', place: 's1|B12' }, 1)).toBe(
    'Règle R\u2011067 écartée – malentendants',
  );
});

test('every kind belongs to one subject of the filter', () => {
  for (const kind of Object.keys(catalogue)) expect(topics).toContain(topicOf(kind));
  expect(topicOf('drone.seen')).toBeNull();
});

function said(id: string, over: Partial<Statement>): Statement {
  return {
    id: entryId.of(id.repeat(64)),
    kind: 'notice.read',
    version: 1,
    about: place,
    data: {},
    supersedes: [],
    at: { wall: instant.of(0), logical: [instant.of(0), 0], zone: 'Europe/Paris', offset: null },
    by: { person: personId.of('p1'), role: 'invigilator', unlocked: 'pin' },
    ...over,
  };
}

test('an undo stands in the room of what it takes back, and quotes it', () => {
  const notice = said('a', {});
  const undo = said('b', { kind: 'entry.withdrawn', about: { entry: notice.id }, data: { reason: 'erreur' } });
  const book = new LineBook();
  book.meet([notice, undo]);
  const line = book.lineOf(undo, emptyState);
  expect(line.room).toBe('B12');
  expect(line.sentence).toBe('Annulation de «\u202FNotice lue aux candidats\u202F» – erreur');
});

test('a sitting, a paper or a room that was removed keeps its name in what was said of it', () => {
  const day = new ExamDay();
  const removed = [
    { kind: 'sitting.removed', about: { sitting }, data: {} },
    { kind: 'paper.removed', about: { paper: french }, data: {} },
    { kind: 'room.removed', about: { room: b07 }, data: {} },
  ] as const;
  const book = new LineBook();
  const said = day.says(secretary, ...removed);
  book.meet(said);
  expect(said.map((each) => book.lineOf(each, day.state).sentence)).toEqual([
    'Séance retirée du calendrier\u202F: lun. 17\u00A0juin, 09:00',
    'Épreuve retirée\u202F: Français (bac pro)',
    'Salle retirée\u202F: Salle B07',
  ]);
});
