import { expect, test } from 'vitest';
import { reasonText, refusalText } from '../../../renderer/text/refusals';
import { type Because, refusal } from '../../../shared/exam/refusal';
import { entryId } from '../../../shared/kernel/ids';
import { at, b12, french, head, invigilator, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';

const { state } = new ExamDay();
const candidate = number('B12', 1);
const moment = at('10:00');

/** One reason of each kind: forgetting one is a compile error. */
const reasons: { readonly [K in Because['kind']]: Extract<Because, { kind: K }> } = {
  'not-entitled': { kind: 'not-entitled', role: 'invigilator' },
  malformed: { kind: 'malformed', field: 'zone' },
  'unknown-subject': { kind: 'unknown-subject', what: 'candidate' },
  'nothing-new': { kind: 'nothing-new' },
  'report-closed': { kind: 'report-closed', closedAt: moment },
  'room-not-checked': { kind: 'room-not-checked' },
  'check-incomplete': { kind: 'check-incomplete', missing: ['spacing', 'boardWritten'] },
  'roll-incomplete': { kind: 'roll-incomplete', missing: 2 },
  'notice-not-read': { kind: 'notice-not-read' },
  'envelope-not-checked': { kind: 'envelope-not-checked', paper: french },
  'envelope-mismatch': { kind: 'envelope-mismatch', paper: french },
  'not-started': { kind: 'not-started' },
  'already-started': { kind: 'already-started', boardStart: moment },
  'start-on-the-board': { kind: 'start-on-the-board', boardStart: moment },
  'not-present': { kind: 'not-present', candidate },
  'started-so-late': { kind: 'started-so-late', distributedAt: moment },
  'paper-ended': { kind: 'paper-ended', at: moment },
  'paper-not-ended': { kind: 'paper-not-ended', paper: french },
  'nobody-sits': { kind: 'nobody-sits', paper: french },
  'already-present': { kind: 'already-present', candidate },
  'late-without-leave': { kind: 'late-without-leave', candidate, limit: moment },
  'late-refused': { kind: 'late-refused', candidate },
  'not-announced': { kind: 'not-announced' },
  'due-too-late': { kind: 'due-too-late', limit: at('2019-06-19 09:00') },
  'identity-not-owed': { kind: 'identity-not-owed' },
  'too-late': { kind: 'too-late', limit: moment, arrivedAt: at('10:05') },
  'somebody-left': { kind: 'somebody-left', candidate },
  'late-not-evaluated': { kind: 'late-not-evaluated' },
  'first-hour': { kind: 'first-hour', until: moment },
  'held-until-next-subject': { kind: 'held-until-next-subject', paper: french },
  'someone-is-out': { kind: 'someone-is-out', candidate },
  'sheets-not-taken': { kind: 'sheets-not-taken' },
  'not-accompanied': { kind: 'not-accompanied' },
  'measure-not-granted': { kind: 'measure-not-granted' },
  'not-out': { kind: 'not-out' },
  'already-left': { kind: 'already-left', candidate },
  'nothing-handed-in': { kind: 'nothing-handed-in' },
  'before-the-end': { kind: 'before-the-end', endsAt: moment },
  'candidates-still-composing': { kind: 'candidates-still-composing', candidates: [candidate, number('B12', 2)] },
  'count-differs': { kind: 'count-differs', present: 21, absent: 3, scripts: 18, blank: 2, absentSheets: 3 },
  'count-missing': { kind: 'count-missing', paper: french },
  contested: { kind: 'contested', candidates: [candidate] },
  'signature-missing': { kind: 'signature-missing', person: head.person },
  'stated-otherwise': { kind: 'stated-otherwise' },
  'list-unheld': { kind: 'list-unheld', candidates: [candidate] },
  'not-closed': { kind: 'not-closed' },
  'table-taken': { kind: 'table-taken', table: 4, by: candidate },
  'table-lent': { kind: 'table-lent', table: 4, to: candidate },
  'table-off': { kind: 'table-off', table: 30 },
  'room-contested': { kind: 'room-contested', room: b12 },
  'room-in-use': { kind: 'room-in-use', room: b12 },
  'recorded-there': { kind: 'recorded-there', recorded: 'attendance', room: b12 },
  'paper-scheduled': { kind: 'paper-scheduled', sitting },
  'paper-awaited': { kind: 'paper-awaited', by: french },
  'teaches-here': { kind: 'teaches-here', person: invigilator.person, division: 'TMEL' },
  'oral-needs-agreement': { kind: 'oral-needs-agreement' },
  'already-on-the-list': { kind: 'already-on-the-list', candidate },
  'already-withdrawn': { kind: 'already-withdrawn', entry: entryId.of('0'.repeat(64)) },
  'last-head': { kind: 'last-head', person: head.person },
  'not-yours': { kind: 'not-yours' },
  'head-settles': { kind: 'head-settles' },
  'facts-contested': { kind: 'facts-contested', count: 2 },
  'message-changed': { kind: 'message-changed' },
};

const all = Object.values(reasons).map((because) => [because.kind, refusalText(refusal('house', because), state)]);

test.each(all)('« %s » is told in one careful French sentence', (_kind, sentence) => {
  expect(sentence).toMatch(/^[A-ZÀÉ].*\.$/su);
  expect(sentence).not.toMatch(/(?<!\u202F)[:;!?»](?!\d)/u);
  expect(sentence).not.toMatch(/«[^\u202F]/u);
  expect(sentence).not.toMatch(/'|undefined|null|\[object/u);
});

test('no two reasons are told alike', () => {
  expect(new Set(all.map(([, sentence]) => sentence)).size).toBe(all.length);
});

test('R-071 a refusal has its facts, its rule, and says when nobody may set it aside', () => {
  expect(reasonText(refusal('R-071', reasons['too-late']), state)).toBe(
    'Arrivée à 10:05\u202F: personne n’entre plus après 10:00, même avec l’accord du chef de centre (R\u2011071).',
  );
});

test('who may set a rule aside is told after the reason', () => {
  expect(refusalText(refusal('R-076', reasons['first-hour'], ['centreHead', 'deputyCentreHead']), state)).toBe(
    'Personne ne sort avant 10:00, même pour rendre une copie blanche (R\u2011076). Seul le chef de centre peut passer outre, avec un motif.',
  );
  expect(
    refusalText(refusal('R-067', reasons['notice-not-read'], ['roomLeadInvigilator', 'centreHead']), state),
  ).toContain('Le surveillant responsable de salle ou le chef de centre peut passer outre');
});

test('people, papers and rooms are called by their names', () => {
  expect(refusalText(refusal('R-041', reasons['teaches-here']), state)).toContain('EVRARD Léa enseigne en TMEL');
  expect(refusalText(refusal('R-009', reasons['table-taken']), state)).toContain('ALLARD Camille');
  expect(refusalText(refusal('R-085', reasons['paper-not-ended']), state)).toMatch(/«\u202FFrançais.*\u202F»/u);
});
