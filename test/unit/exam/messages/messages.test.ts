import { expect, test } from 'vitest';
import type { CommandOf } from '../../../../shared/exam/catalogue';
import { messageOf, messagesOf, readForCentre } from '../../../../shared/exam/messages/messages';
import { messagesInRoom, roomsConcerned } from '../../../../shared/exam/messages/rooms';
import type { CentreState } from '../../../../shared/exam/state';
import { messageId, paperId } from '../../../../shared/kernel/ids';
import type { Actor } from '../../../../shared/kernel/statement';
import { at, b07, b12, french, head, headquarters, invigilator, lead, otherLead, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { messageRead, messageSent, messageWithdrawn, paperEnded } from '../../../support/gestures';

const erratum = messageId.of('erratum-1');

function message(state: CentreState) {
  const found = messageOf(state, erratum);
  if (!found) throw new Error('no such message');
  return found;
}

function reads(day: ExamDay, by: Actor, room: typeof b12 | null = null): CommandOf<'message.acknowledged'> {
  return messageRead(message(day.state), by, day.now, room);
}

/** The morning under way, an erratum sent at 09:10. */
function told(change: Parameters<typeof messageSent>[1] = {}): ExamDay {
  const day = new ExamDay().begun().at('09:10');
  day.says(headquarters, messageSent('09:10', change));
  return day;
}

test('only headquarters sends and withdraws a message; an invigilator reads none for a room', () => {
  const day = told();
  expect(day.refusal(head, messageSent('09:11'))).toMatchObject({ because: { kind: 'not-entitled' } });
  expect(day.refusal(head, messageWithdrawn('09:11'))).toMatchObject({ because: { kind: 'not-entitled' } });
  expect(day.refusal(invigilator, reads(day, invigilator, b12))).toMatchObject({ because: { kind: 'not-entitled' } });
  expect(day.refusal(lead, reads(day, lead))).toMatchObject({ because: { kind: 'not-entitled' } });
});

test('an erratum is read by the head for the centre and aloud in its rooms; who and when is told', () => {
  const day = told();
  expect(readForCentre(message(day.state))).toEqual([]);
  expect(roomsConcerned(day.state, message(day.state))).toEqual([
    { sitting, room: b12, reading: null, over: false },
    { sitting, room: b07, reading: null, over: false },
  ]);
  day.at('09:11').says(head, reads(day, head));
  day.at('09:12').says(lead, reads(day, lead, b12));
  expect(readForCentre(message(day.state))).toEqual([
    { person: head.person, at: at('09:11'), sitting: null, room: null, standing: true },
  ]);
  expect(messagesInRoom(day.state, sitting, b12)[0]?.here.reading).toMatchObject({
    person: lead.person,
    at: at('09:12'),
  });
  expect(messagesInRoom(day.state, sitting, b07)[0]?.here.reading).toBe(null);
});

test('the same reading is not said twice; another lead says nothing new of a room already read to', () => {
  const day = told();
  day.says(head, reads(day, head));
  day.says(lead, reads(day, lead, b12));
  expect(day.refusal(head, reads(day, head))).toMatchObject({ because: { kind: 'nothing-new' } });
  expect(day.refusal(otherLead, reads(day, otherLead, b12))).toMatchObject({ because: { kind: 'nothing-new' } });
  expect(day.refusal(otherLead, reads(day, otherLead, b07))).toBe(null);
});

test('nobody acknowledges for another person, nor a room without its sitting', () => {
  const day = told();
  expect(day.refusal(lead, reads(day, otherLead, b12))).toMatchObject({ because: { kind: 'not-yours' } });
  const { about, data, kind } = reads(day, lead, b12);
  expect(day.refusal(lead, { kind, about: { ...about, sitting: null }, data })).toMatchObject({
    because: { kind: 'malformed', field: 'room' },
  });
});

test('a message replaced is to be read again; who had read the former text is still told', () => {
  const day = told();
  day.says(head, reads(day, head));
  const before = reads(day, lead, b12);
  day.says(headquarters, messageSent('09:20', { text: 'Question 4 : lire « 35 kg ».' }));
  expect(day.refusal(lead, before)).toMatchObject({ because: { kind: 'message-changed' } });
  expect(readForCentre(message(day.state))).toEqual([]);
  expect(message(day.state)).toMatchObject({
    text: { text: 'Question 4 : lire « 35 kg ».' },
    replaced: [{ at: at('09:10') }],
    readings: [{ person: head.person, standing: false }],
  });
});

test('a withdrawn message says why, keeps what it said, and is to be read as such', () => {
  const day = told();
  day.says(head, reads(day, head));
  day.says(headquarters, messageWithdrawn('09:30'));
  expect(message(day.state)).toMatchObject({
    text: { title: 'Question 3' },
    withdrawn: { at: at('09:30'), reason: 'envoyé par erreur' },
  });
  expect(readForCentre(message(day.state))).toEqual([]);
  expect(day.refusal(headquarters, messageWithdrawn('09:31'))).toMatchObject({ because: { kind: 'nothing-new' } });
  expect(day.refusal(head, reads(day, head))).toBe(null);
});

test('headquarters that writes twice without knowing: both texts stand, and both are read', () => {
  const day = told();
  const { state } = day;
  day.take(day.saysFrom(state, headquarters, messageSent('09:20', { title: 'Question 3 a' })));
  day.take(day.saysFrom(state, headquarters, messageSent('09:21', { title: 'Question 3 b' })));
  expect(message(day.state)).toMatchObject({ text: { title: 'Question 3 b' }, beside: [{ title: 'Question 3 a' }] });
  day.says(head, reads(day, head));
  expect(readForCentre(message(day.state))).toHaveLength(1);
});

test('a message about papers that this centre does not hold is refused; of one that it holds, it is not', () => {
  const day = new ExamDay();
  const other = paperId.of('autre-epreuve');
  expect(day.refusal(headquarters, messageSent('08:00', { papers: [other] }))).toMatchObject({
    because: { kind: 'unknown-subject', what: 'paper' },
  });
  expect(day.refusal(headquarters, messageSent('08:00', { papers: [other, french] }))).toBe(null);
});

test('the same message sent again says nothing new', () => {
  expect(told().refusal(headquarters, messageSent('09:40'))).toMatchObject({ because: { kind: 'nothing-new' } });
});

test('a room whose paper has ended is too late for an erratum that nobody read there', () => {
  const day = told().at('13:00');
  day.says(lead, paperEnded(day.now));
  expect(messagesInRoom(day.state, sitting, b12)[0]?.here).toMatchObject({ reading: null, over: true });
  expect(messagesInRoom(day.state, sitting, b07)[0]?.here).toMatchObject({ over: false });
});

test('R-112 nothing is read in a room whose report is closed', () => {
  const day = told().at('13:00').counted(4, 0, 0);
  day.says(lead, day.closing());
  expect(day.refusal(lead, reads(day, lead, b12))).toMatchObject({ because: { kind: 'report-closed' } });
});

test('an instruction about no paper that is read aloud concerns every room of that day; an information, none', () => {
  expect(
    roomsConcerned(told({ papers: [] }).state, message(told({ papers: [] }).state)).map((each) => each.room),
  ).toEqual([b12, b07]);
  const quiet = told({ papers: [], readOut: false });
  expect(roomsConcerned(quiet.state, message(quiet.state))).toEqual([]);
  const evening = new ExamDay();
  evening.says(headquarters, messageSent('2019-06-18 18:00', { papers: [] }));
  expect(roomsConcerned(evening.state, message(evening.state))).toEqual([]);
});

test('an acknowledgement taken back counts as never said', () => {
  const day = told();
  const [said] = day.says(lead, reads(day, lead, b12));
  if (!said) throw new Error('nothing said');
  day.says(lead, { kind: 'entry.withdrawn', about: { entry: said.id }, data: { reason: 'autre salle' } });
  expect(messagesInRoom(day.state, sitting, b12)[0]?.here.reading).toBe(null);
});

test('messages stand the latest first, in whatever order they came', () => {
  const day = told();
  day.says(headquarters, {
    ...messageSent('08:00', { papers: [], readOut: false, title: 'Livraison' }),
    about: { message: messageId.of('info-1') },
  });
  expect(messagesOf(day.state).map((each) => each.text?.title)).toEqual(['Question 3', 'Livraison']);
});
