import { describe, expect, test } from 'vitest';
import { contestsOf } from '../../../../shared/exam/contests/contests';
import { contentOf, settlingOf } from '../../../../shared/exam/contests/settling';
import { type Decision, decisionsOf, isAwaited, longUnseen } from '../../../../shared/exam/decisions/decisions';
import { Gathering } from '../../../../shared/exam/decisions/gathering';
import { answersTo } from '../../../../shared/exam/incidents/answers';
import { incidentCategory } from '../../../../shared/exam/incidents/kinds';
import { awaitingHead } from '../../../../shared/exam/rooms/awaiting';
import { arrivedLate } from '../../../../shared/exam/scripts/late';
import { reportOf, statedHash } from '../../../../shared/exam/scripts/reported';
import { type EntryId, entryId } from '../../../../shared/kernel/ids';
import type { Statement } from '../../../../shared/kernel/statement';
import { at, b12, head, invigilator, lead, secretary, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { answered, decisionSeen, incident, withdraws } from '../../../support/gestures';

const deputy = { ...secretary, role: 'deputyCentreHead' as const };
const keptAside = 'Faites cesser la fraude, le candidat continue.';
const aloud = 'Vous continuez à composer.';

function told(day: ExamDay): readonly Decision[] {
  return decisionsOf(day.state, new Gathering().meet(day.statements), () => []);
}

function waiting(day: ExamDay) {
  return awaitingHead(day.state, day.now).flatMap((each) => (each.kind === 'incident' ? each : []));
}

/** B12 composes, and its lead has reported a suspicion of fraud. */
function reported(): { readonly day: ExamDay; readonly fraud: Statement } {
  const day = new ExamDay().begun().at('10:00');
  const [fraud] = day.says(lead, incident('fraud', '09:58', 'Téléphone sous la copie'));
  if (!fraud) throw new Error('nothing was said');
  return { day: day.at('10:01'), fraud };
}

/** B12 composed, and its report is about to be closed. */
function counted(day: ExamDay): ExamDay {
  return day.at('13:00').counted(4, 0, 0);
}

/** An answer as version 1 wrote it: nothing was asked of what is said. */
function firstVersion(day: ExamDay, about: EntryId): Statement {
  return {
    kind: 'incident.decided',
    version: 1,
    about: { sitting, room: b12, incident: about },
    data: { decision: keptAside },
    id: entryId.of('c'.repeat(64)),
    supersedes: [],
    at: { wall: day.now, logical: [day.now, 999], zone: 'Europe/Paris', offset: null },
    by: head,
  };
}

describe('what a room reports', () => {
  test('R-095 R-150 waits for the head whatever it is about, what touches people first, then the oldest', () => {
    const day = new ExamDay().begun().at('10:00');
    for (const category of [...incidentCategory.options].reverse()) {
      day.says(lead, incident(category, '09:50', 'Constaté.'));
    }
    day.says(invigilator, incident('health', '09:40', 'Malaise au premier rang'));
    expect(waiting(day).map(({ category, since }) => [category, since])).toEqual([
      ['health', at('09:40')],
      ['health', at('09:50')],
      ['premises', at('09:50')],
      ['subject', at('09:50')],
      ['disruption', at('09:50')],
      ['fraud', at('09:50')],
      ['other', at('09:50')],
    ]);
    expect(waiting(day)[0]).toMatchObject({ room: b12, by: invigilator.person, text: 'Malaise au premier rang' });
  });

  test('leaves the list once it is answered, and once it was read with nothing to decide', () => {
    const { day, fraud } = reported();
    const [noise] = day.says(lead, incident('premises', '10:00', 'Travaux dans la rue'));
    day.says(head, answered(fraud, keptAside, aloud));
    expect(waiting(day).map(({ category }) => category)).toEqual(['premises']);
    day.says(head, answered(noise));
    expect(waiting(day)).toEqual([]);
  });

  test('leaves the list once the room took it back, and cannot be answered; noted anew it waits anew', () => {
    const { day, fraud } = reported();
    day.says(lead, withdraws(fraud));
    expect(waiting(day)).toEqual([]);
    expect(day.refusal(head, answered(fraud, keptAside))).toMatchObject({
      because: { kind: 'unknown-subject', what: 'incident' },
    });
    const [again] = day.says(lead, incident('fraud', '09:58', 'Montre connectée'));
    expect(waiting(day)).toMatchObject([{ incident: again?.id, text: 'Montre connectée' }]);
  });

  test('R-112 waits no more once the room’s report is closed', () => {
    const { day } = reported();
    counted(day).says(lead, day.closing());
    expect(waiting(day)).toEqual([]);
  });
});

describe('the head’s answer', () => {
  test('R-149 R-151 goes to the room with what to do and what to say, and waits there until it is seen', () => {
    const { day, fraud } = reported();
    const [answer] = day.says(head, answered(fraud, keptAside, aloud));
    expect(told(day)).toMatchObject([
      {
        entry: answer?.id,
        room: b12,
        matters: [{ kind: 'incident', incident: fraud.id, decision: keptAside, say: aloud }],
        by: head.person,
        seen: null,
      },
    ]);
    expect(longUnseen(told(day), at('10:02'))).toEqual([]);
    expect(longUnseen(told(day), at('10:03'))).toHaveLength(1);
    day.at('10:04').says(lead, decisionSeen(answer?.id, lead, day.now));
    expect(told(day).filter(isAwaited)).toEqual([]);
    expect(told(day)[0]?.seen).toEqual({ person: lead.person, at: at('10:04'), aloud: true });
  });

  test('asks nothing of the room where it was read and there is nothing to decide', () => {
    const { day, fraud } = reported();
    day.says(head, answered(fraud));
    expect(told(day)).toEqual([]);
    expect(answersTo(day.state, sitting, fraud.id)).toMatchObject([{ by: head.person, decision: '' }]);
  });

  test('given a second time takes the place of the first, which the room had seen; it is told anew', () => {
    const { day, fraud } = reported();
    const [first] = day.says(head, answered(fraud, keptAside, aloud));
    day.says(lead, decisionSeen(first?.id, lead, day.now));
    const [second] = day.at('10:06').says(deputy, answered(fraud, 'Dressez le procès-verbal de suspicion de fraude.'));
    expect(told(day)).toMatchObject([{ entry: second?.id, by: deputy.person, matters: [{ say: '' }], seen: null }]);
    const [off] = day.at('10:08').says(head, answered(fraud));
    expect(told(day)).toMatchObject([{ entry: off?.id, matters: [{ kind: 'incident', decision: '' }], seen: null }]);
  });

  test('taken back after the room has seen it is told as such; the incident waits again', () => {
    const { day, fraud } = reported();
    const [answer] = day.says(head, answered(fraud, keptAside, aloud));
    day.says(lead, decisionSeen(answer?.id, lead, day.now));
    const [taking] = day.at('10:05').says(head, withdraws(answer));
    expect(told(day)).toMatchObject([{ entry: taking?.id, takenBack: true, matters: [{ say: aloud }], seen: null }]);
    expect(waiting(day)).toMatchObject([{ incident: fraud.id }]);
  });

  test('stays told where the room took the incident back meanwhile: nothing a head said is lost', () => {
    const { day, fraud } = reported();
    const { state } = day;
    day.says(lead, withdraws(fraud));
    day.take(day.saysFrom(state, head, answered(fraud, keptAside, aloud)));
    expect(told(day)).toMatchObject([{ matters: [{ incident: fraud.id, decision: keptAside }], seen: null }]);
    expect(waiting(day)).toEqual([]);
  });

  test('given in two ways by two heads waits for one of them to choose, then goes to the room', () => {
    const { day, fraud } = reported();
    const { state } = day;
    const [one] = day.saysFrom(state, head, answered(fraud, keptAside, aloud));
    const [other] = day.saysFrom(state, deputy, answered(fraud));
    if (!one || !other) throw new Error('nothing was said');
    day.take([one, other]);
    expect(waiting(day)).toEqual([]);
    expect(told(day)).toEqual([]);
    expect(answersTo(day.state, sitting, fraud.id)).toHaveLength(2);
    const [contest] = contestsOf(day.state);
    const said = contentOf(one);
    if (!contest || !said) throw new Error('it is not contested');
    const [choice] = day.at('10:10').says(head, settlingOf(contest, said, 'vu avec l’adjoint'));
    expect(told(day)).toMatchObject([{ entry: choice?.id, matters: [{ decision: keptAside, say: aloud }] }]);
    expect(answersTo(day.state, sitting, fraud.id)).toMatchObject([{ entry: choice?.id, by: head.person }]);
  });

  test('given in one way by two heads is one answer', () => {
    const { day, fraud } = reported();
    const { state } = day;
    const said = answered(fraud, keptAside, aloud);
    day.take([...day.saysFrom(state, head, said), ...day.saysFrom(state, deputy, said)]);
    expect(contestsOf(day.state)).toEqual([]);
    expect(answersTo(day.state, sitting, fraud.id)).toHaveLength(1);
  });

  test('R-112 comes too late once the report is closed: it is refused, and what nobody saw waits no more', () => {
    const { day, fraud } = reported();
    const [noise] = day.says(lead, incident('premises', '10:00', 'Travaux'));
    day.says(head, answered(fraud, keptAside, aloud));
    counted(day).says(lead, day.closing());
    expect(told(day)).toMatchObject([{ seen: null, over: true }]);
    expect(longUnseen(told(day), at('13:30'))).toEqual([]);
    expect(day.refusal(head, answered(noise, 'Notez la gêne.'))).toMatchObject({
      rule: 'R-112',
      because: { kind: 'report-closed' },
    });
  });

  test('is a head’s, says something new, and says nothing aloud where nothing was decided', () => {
    const { day, fraud } = reported();
    expect(day.refusal(lead, answered(fraud, keptAside))).toMatchObject({ because: { kind: 'not-entitled' } });
    expect(day.refusal(head, answered(fraud, '', aloud))).toMatchObject({ because: { kind: 'malformed' } });
    day.says(head, answered(fraud, keptAside));
    expect(day.refusal(head, answered(fraud, keptAside))).toMatchObject({ because: { kind: 'nothing-new' } });
    expect(day.refusal(head, answered(fraud, keptAside, aloud))).toBeNull();
  });
});

describe('R-113 the room’s report', () => {
  const stated = (day: ExamDay) => reportOf(day.state, sitting, b12)?.incidents;

  test('states what was answered to an incident, and by whom', () => {
    const { day, fraud } = reported();
    expect(stated(day)).toEqual([
      { at: at('09:58'), category: 'fraud', candidates: [], text: 'Téléphone sous la copie', answers: undefined },
    ]);
    day.says(head, answered(fraud, keptAside, aloud));
    expect(stated(day)).toMatchObject([{ answers: [{ by: head.person, decision: keptAside, say: aloud }] }]);
  });

  test('knows the answer on which it was closed; one that another machine gave meanwhile is listed as late', () => {
    const { day, fraud } = reported();
    const [noise] = day.says(lead, incident('premises', '10:00', 'Travaux'));
    day.says(head, answered(fraud, keptAside, aloud));
    counted(day);
    const late = day.saysFrom(day.state, head, answered(noise, 'Notez la gêne.'));
    day.says(lead, day.closing());
    expect(arrivedLate(day.state, sitting, b12)).toEqual([]);
    day.take(late);
    expect(arrivedLate(day.state, sitting, b12)).toEqual(late.map(({ id }) => id));
  });

  test('FAULT 42 closed on an answer of version 1, which it did not state, is what it was', () => {
    const { day, fraud } = reported();
    const before = reportOf(day.state, sitting, b12);
    day.take([firstVersion(day, fraud.id)]);
    expect(day.state.unread.size).toBe(0);
    expect(waiting(day)).toEqual([]);
    expect(told(day)).toMatchObject([{ matters: [{ decision: keptAside, say: '' }] }]);
    const after = reportOf(day.state, sitting, b12);
    if (!before || !after) throw new Error('there is no report');
    expect(statedHash(after)).toBe(statedHash(before));
    counted(day).says(lead, day.closing());
    expect(arrivedLate(day.state, sitting, b12)).toEqual([]);
  });
});
