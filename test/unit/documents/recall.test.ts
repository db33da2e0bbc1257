import { describe, expect, test } from 'vitest';
import { type Recalled, recall } from '../../../shared/documents/recall';
import { rollCallListModel } from '../../../shared/documents/rollCallList';
import { roomReportModel } from '../../../shared/documents/roomReport';
import { sealIn } from '../../../shared/documents/scanned';
import { sealText, statedHash } from '../../../shared/documents/seal';
import { tableLabelsModel } from '../../../shared/documents/tableLabels';
import type { CentreState } from '../../../shared/exam/state';
import type { Statement } from '../../../shared/kernel/statement';
import { b07, b12, examDay, french, head, invigilator, number, sitting } from '../../support/cast';
import { ExamDay } from '../../support/centre';
import { attendance, setAside } from '../../support/gestures';

const hash = 'ab'.repeat(32);

function recalled(text: string, day: ExamDay): Recalled {
  const walk = recall(text, day.state, day.statements);
  let turn = walk.next();
  while (!turn.done) turn = walk.next();
  return turn.value;
}

/** The code on the report as it would be printed now. */
function reportCode(state: CentreState, statements: readonly Statement[], apart = false): string {
  const model = roomReportModel(state, statements, sitting, b12, french, apart);
  if (!model) throw new Error('the room has a report');
  return sealText(model.id, statedHash(model));
}

describe('what a scanner reads off a page', () => {
  test('is a document’s name and hash', () => {
    expect(sealIn(` cachet:1:pv-salle/lundi/B12/fr:${hash}\n`)).toEqual({ id: 'pv-salle/lundi/B12/fr', hash });
  });

  test('is understood as a scanner set for an American keyboard types it on a French one', () => {
    const typed = 'cqchetM&Mpv)sqlle!lundi),qtin!B&é!frM';
    const digits = 'qb'.repeat(32);
    expect(sealIn(typed + digits)).toEqual({ id: 'pv-salle/lundi-matin/B12/fr', hash });
  });

  test.each(['', 'cachet', `cachet:2:a:${hash}`, `cachet:1::${hash}`, `cachet:1:a:${hash}0`, 'https://example.org/x'])(
    'is refused where it is something else: %s',
    (text) => expect(sealIn(text)).toBeNull(),
  );
});

describe('a printed page held against the journal', () => {
  test('states what the journal says now, with its exits on the same sheet or apart', () => {
    const day = new ExamDay().begun();
    for (const apart of [false, true])
      expect(recalled(reportCode(day.state, day.statements, apart), day).kind).toBe('same');
  });

  test('printed before a correction: until when it was right, and the entries that changed it since', () => {
    const day = new ExamDay().begun();
    const printed = reportCode(day.state, day.statements);
    const until = day.statements.at(-1)?.at.wall;
    day.at('09:30');
    const elsewhere = day.says(invigilator, {
      ...attendance('present', number('B07', 1)),
      about: { sitting, room: b07 },
    });
    const asked = day.says(head, setAside('R-070', 'absent, marqué présent'), attendance('absent', number('B12', 2)));
    const answer = recalled(printed, day);
    expect(answer).toMatchObject({ kind: 'changed', until });
    if (answer.kind !== 'changed') throw new Error('it has changed');
    const ids = answer.changes.map(({ id }) => id);
    expect(ids).toContain(asked.at(-1)?.id);
    expect(ids).not.toContain(elsewhere[0]?.id);
    expect(recalled(reportCode(day.state, day.statements), day).kind).toBe('same');
  });

  test('a page that was altered states what this journal never said', () => {
    const day = new ExamDay().begun();
    const id = sealIn(reportCode(day.state, day.statements))?.id ?? '';
    expect(recalled(sealText(id, hash), day)).toMatchObject({ kind: 'never' });
  });

  test('a page of another centre, and a text that is no code, are told apart', () => {
    const day = new ExamDay();
    expect(recalled(sealText('pv-salle/ailleurs/B12/francais', hash), day)).toEqual({
      kind: 'unknown-document',
      id: 'pv-salle/ailleurs/B12/francais',
    });
    expect(recalled('bonjour', day)).toEqual({ kind: 'no-seal' });
  });

  test('every kind of page is found again by its name', () => {
    const day = new ExamDay().called();
    const models = [rollCallListModel(day.state, sitting, b12), tableLabelsModel(day.state, examDay, b12)];
    for (const model of models) {
      if (!model) throw new Error('the room has its pages');
      expect(recalled(sealText(model.id, statedHash(model)), day).kind).toBe('same');
    }
  });
});
