import { describe, expect, test } from 'vitest';
import { type ReadyAnswer, readyAnswers, reminderOf } from '../../../renderer/text/readyAnswers';
import { type IncidentCategory, incidentCategory, incidentKinds } from '../../../shared/exam/incidents/kinds';

const national = new Set(['EN'] as const);
const units = new Set(['UC'] as const);
const categories = incidentCategory.options;

function usual(category: IncidentCategory): readonly ReadyAnswer[] {
  return readyAnswers(category, national);
}

function rulesOf(ready: ReadyAnswer | undefined): readonly string[] {
  return ready?.act.match(/R\u2011\d{3}/g)?.map((rule) => rule.replace('\u2011', '-')) ?? [];
}

function citing(rule: string): readonly (readonly [IncidentCategory, ReadyAnswer])[] {
  return categories.flatMap((category) =>
    usual(category).flatMap((ready) => (rulesOf(ready).includes(rule) ? [[category, ready] as const] : [])),
  );
}

describe('the usual answers to an incident', () => {
  test('R-149 R-150 R-151 R-153 fraud: the first is that the candidate finishes, with what is seized and nothing on the script', () => {
    const [first] = usual('fraud');
    expect(rulesOf(first)).toEqual(['R-149', 'R-151', 'R-153']);
    expect(first?.act).toContain('sans interrompre la composition');
    expect(first?.say).toContain('Vous continuez à composer.');
  });

  test('R-152 nobody is sent out but for impersonation or disturbance, and by the head', () => {
    const expelling = categories.flatMap((category) =>
      usual(category).flatMap(({ id, label, act, say }) =>
        label.startsWith('Expulsion') ? [{ category, id, act, say }] : [],
      ),
    );
    expect(expelling.map(({ category, id }) => [category, id])).toEqual([
      ['fraud', 'impersonation'],
      ['disruption', 'expelled'],
    ]);
    for (const { act, say } of expelling) {
      expect(act).toMatch(/^Le chef de centre prononce l’expulsion pour .+ \(R\u2011152\)/);
      expect(say).toMatch(/^Le chef de centre prononce votre expulsion de la salle pour /);
    }
    const others = categories.flatMap((category) => usual(category)).filter(({ label }) => !label.startsWith('Exp'));
    for (const { act } of others) expect(act).not.toContain('prononce l’expulsion');
  });

  test('R-080 whoever is sent out for a disturbance hands in the script and signs first', () => {
    const [, expelled] = usual('disruption');
    expect(expelled?.act).toContain(
      'Relevez la copie, en-tête rempli, faites signer la liste d’émargement (R\u2011080)',
    );
  });

  test('R-154 R-155 R-157 the fraud report, the note that goes with it, and the device are each proposed', () => {
    for (const rule of ['R-154', 'R-155', 'R-157'])
      expect(citing(rule).map(([category]) => category)).toEqual(['fraud']);
  });

  test('R-078 somebody ill goes out accompanied, every sheet taken back and given back on return', () => {
    const [[category, goesOut] = []] = citing('R-078');
    expect(category).toBe('health');
    expect(goesOut?.act).toContain('Relevez toutes ses feuilles de copie et de brouillon');
    expect(goesOut?.say).toContain('Vos copies vous seront rendues si vous revenez.');
  });

  test('R-048 R-093 an evacuation leaves every sheet on the tables, and nobody alone', () => {
    const [first] = usual('premises');
    expect(rulesOf(first)).toEqual(['R-093', 'R-048']);
    expect(first?.say).toContain('Laissez copies, brouillons et sujets sur les tables');
  });

  test('R-085 no answer about the premises moves the end of a paper', () => {
    for (const [category, { act }] of citing('R-085')) {
      expect(category).toBe('premises');
      expect(act).toMatch(/l’heure de fin ne change pas|Ne changez pas l’heure de fin/);
    }
    expect(citing('R-085')).toHaveLength(2);
  });

  test('R-095 R-096 about the subject, the first is to say nothing; R-091 R-094 a copy or the whole subject is replaced', () => {
    const [first, copy, backup] = usual('subject');
    expect(first?.say).toBe('');
    expect(rulesOf(first)).toEqual(['R-095', 'R-096']);
    expect(rulesOf(copy)).toEqual(['R-091']);
    expect(rulesOf(backup)).toEqual(['R-094']);
  });

  test('R-172 R-082 where only credit units are sat, only their rules are cited', () => {
    const cited = categories.flatMap((category) => readyAnswers(category, units).flatMap((ready) => rulesOf(ready)));
    expect(cited.sort()).toEqual(['R-082', 'R-172']);
    for (const category of categories) expect(reminderOf(category, units)).toBeNull();
    expect(readyAnswers('fraud', new Set(['EN', 'UC'] as const)).map(({ id }) => id)).toContain('unitReport');
  });

  test('each cites its rule, can be sent as it stands, and is told apart from the others', () => {
    const { data } = incidentKinds['incident.decided'];
    for (const category of categories) {
      const ready = readyAnswers(category, new Set(['EN', 'UC'] as const));
      for (const answer of ready) {
        expect(rulesOf(answer).length, answer.id).toBeGreaterThan(0);
        expect(data.safeParse({ decision: answer.act, say: answer.say }).success).toBe(true);
        expect(`${answer.act} ${answer.say}`).not.toMatch(/ [:;!?»]|« |'/);
      }
      expect(new Set(ready.map(({ act, say }) => `${act} ${say}`)).size).toBe(ready.length);
      expect(new Set(ready.map(({ id }) => id)).size).toBe(ready.length);
    }
  });
});
