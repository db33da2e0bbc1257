import { expect, test } from 'vitest';
import { rulesBeforeSeal, sealingOf } from '../../../../renderer/salle/report/closing';
import { fact } from '../../../../shared/exam/state';
import { b12, head, lead, number, sitting } from '../../../support/cast';
import { ExamDay } from '../../../support/centre';
import { paperEnded, scriptsCounted, setAside, signed } from '../../../support/gestures';

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

test('R-112 the head seals a report its lead could not sign', () => {
  const day = new ExamDay().begun().at('13:00');
  day.says(lead, paperEnded(day.now), scriptsCounted(4, 0, 0));
  const aside = setAside('R-112', 'responsable parti, souffrant');
  const sealing = sealingOf(day.state, here, day.now, head, [], [aside]);
  if (!sealing) throw new Error('the sitting is known');
  expect(day.refusal(head, aside, sealing)).toBeNull();
});
