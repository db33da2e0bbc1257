import { expect, test } from 'vitest';
import { rulesBeforeSeal, sealingOf } from '../../../../renderer/salle/report/closing';
import { fact } from '../../../../shared/exam/state';
import { b12, head, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { attendance, paperEnded, scriptsCounted, setAside, signed, withdraws } from '../../../support/gestures';

const here = { sitting, room: b12 };

test('R-109 a report whose count was set aside is sealed with that rule set aside in it', () => {
  const day = new ExamDay().begun([number('B12', 1)]).at('13:00');
  day.says(lead, paperEnded(day.now));
  day.says(lead, setAside('R-109', 'copie emportée, signalée'), scriptsCounted(2, 0, 1));
  day.says(lead, signed(lead));
  const plain = sealingOf(day.state, here, day.now, lead, []);
  if (!plain) throw new Error('the sitting is known');
  expect(day.refusal(lead, plain)).toMatchObject({ rule: 'R-109' });

  expect(rulesBeforeSeal(day.state, here, day.now, lead).map((each) => each.rule)).toEqual(['R-109']);
  const aside = setAside('R-109', 'copie emportée, signalée');
  const sealing = sealingOf(day.state, here, day.now, lead, [], [aside]);
  if (!sealing) throw new Error('the sitting is known');
  expect(day.refusal(lead, aside, sealing)).toBeNull();
  day.says(lead, aside, sealing);
  expect(fact(day.state, 'reports', sitting, b12)?.statedHash).toBe(sealing.data.statedHash);
});

/** Two scripts where three were expected, kept with a reason; then all that the seal needs. */
function keptCount() {
  const day = new ExamDay().begun([number('B12', 1)]).at('13:00');
  day.says(lead, paperEnded(day.now));
  const { kind, about, data } = scriptsCounted(2, 0, 1);
  const kept = { kind, about, data: { ...data, against: { present: 3, absent: 1 } } };
  const [aside] = day.says(lead, setAside('R-109', 'copie emportée, signalée'), kept);
  day.says(lead, signed(lead));
  return { day, aside, kept };
}

test('R-109 a count kept with a reason is not asked about again at the seal', () => {
  const { day } = keptCount();
  expect(rulesBeforeSeal(day.state, here, day.now, lead)).toEqual([]);
  const sealing = sealingOf(day.state, here, day.now, lead, []);
  expect(sealing && day.refusal(lead, sealing)).toBeNull();
});

test('R-109 it is asked about again once the roll says something else, or the reason was taken back', () => {
  const changed = keptCount().day;
  changed.says(head, setAside('R-070', 'présent, marqué absent par erreur'), attendance('present', number('B12', 1)));
  expect(rulesBeforeSeal(changed.state, here, changed.now, lead).map((each) => each.rule)).toEqual(['R-109']);
  const { day, aside } = keptCount();
  day.says(head, withdraws(aside));
  expect(rulesBeforeSeal(day.state, here, day.now, lead).map((each) => each.rule)).toEqual(['R-109']);
});

test('R-109 a count that agrees is kept against nothing, and none against a roll that says otherwise', () => {
  const { day, kept } = keptCount();
  const against = (present: number, absent: number) => ({
    ...kept,
    data: { ...kept.data, against: { present, absent } },
  });
  expect(day.refusal(lead, setAside('R-109'), against(4, 0))).toMatchObject({ because: { field: 'against' } });
  const right = { ...kept, data: { ...kept.data, scripts: 3, against: { present: 3, absent: 1 } } };
  expect(day.refusal(lead, setAside('R-109'), right)).toMatchObject({ because: { field: 'against' } });
});

test('R-112 the head seals a report its lead could not sign', () => {
  const day = new ExamDay().begun().at('13:00');
  day.says(lead, paperEnded(day.now), scriptsCounted(4, 0, 0));
  const aside = setAside('R-112', 'responsable parti, souffrant');
  const sealing = sealingOf(day.state, here, day.now, head, [], [aside]);
  if (!sealing) throw new Error('the sitting is known');
  expect(day.refusal(head, aside, sealing)).toBeNull();
});
