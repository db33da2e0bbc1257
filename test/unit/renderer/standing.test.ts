import { expect, test } from 'vitest';
import { standingOf as standingIn } from '../../../renderer/chronicle/standing';
import { apply } from '../../../shared/exam/apply';
import type { CentreState } from '../../../shared/exam/state';
import { deviceOfKey, launchId, streamOf } from '../../../shared/journal/launch';
import { type EntryId, entryId } from '../../../shared/kernel/ids';
import type { Actor, Channel, Statement } from '../../../shared/kernel/statement';
import { head, invigilator, number, secretary } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { aSigner } from '../../support/devices';
import { attendance, withdraws } from '../../support/gestures';

const none: ReadonlySet<EntryId> = new Set();
const streamIn = (into: Channel) => streamOf(deviceOfKey(aSigner('desk').publicKey), launchId.of('AAAAAAAAAAA'), into);

const standingOf = (state: CentreState, statement: Statement, aside = none) => standingIn(state, statement, aside);

/** Somebody’s word that an entry is taken back, whether it is theirs to take back or not. */
function claim(target: Statement, by: Actor, name: string): Statement {
  const { about, data, kind } = withdraws(target);
  return { ...target, kind, version: 1, about, data, by, id: entryId.of(name.repeat(64)), stream: streamIn('rooms') };
}

test('the main courante says of an entry what it counts for, and why it counts for nothing', () => {
  const day = new ExamDay();
  const [roll] = day.says(invigilator, attendance('present', number('B12', 1)));
  if (!roll) throw new Error('the roll was called');
  const [theirs, ours] = [claim(roll, secretary, 'a'), claim(roll, head, 'b')];
  expect(standingOf(day.state, roll)).toBe('valid');
  expect(standingOf(day.state, roll, new Set([roll.id]))).toBe('powerless');
  expect(standingOf(apply(day.state, [theirs]), theirs)).toBe('powerless');
  expect(standingOf(apply(day.state, [theirs]), roll)).toBe('valid');
  const taken = apply(day.state, [theirs, ours]);
  expect([ours, roll, theirs].map((each) => standingOf(taken, each))).toEqual(['valid', 'withdrawn', 'powerless']);
  const early = claim({ ...roll, id: entryId.of('c'.repeat(64)) }, head, 'd');
  expect(standingOf(apply(day.state, [early]), early)).toBe('waits');
  const foreign: Statement = { ...roll, by: { ...roll.by, role: 'juryObserver' } };
  expect(standingOf(day.state, foreign)).toBe('later');
  expect(standingOf(day.state, { ...roll, by: secretary })).toBe('powerless');
});

test('of two words that take an entry back, the one that came second is not said to be without effect for that', () => {
  const day = new ExamDay();
  const [roll] = day.says(invigilator, attendance('present', number('B12', 1)));
  if (!roll) throw new Error('the roll was called');
  const both = [claim(roll, head, 'a'), claim(roll, invigilator, 'b')];
  const state = apply(day.state, both);
  expect(both.map((each) => standingOf(state, each))).toEqual(['valid', 'valid']);
});
