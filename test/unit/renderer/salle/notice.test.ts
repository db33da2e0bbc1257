import { describe, expect, test } from 'vitest';
import { noticeParts, sanctionsPart } from '../../../../renderer/text/notice';

const sentences = noticeParts.flatMap((part) => part.sentences).join(' ');
const about = (diplomas: Parameters<typeof sanctionsPart>[0]) => sanctionsPart(diplomas).sentences.join(' ');

describe('the notice read aloud', () => {
  test('R-054 asks that every device be switched off and put away', () => {
    expect(sentences).toMatch(/éteints, puis rangés dans votre sac ou remis aux surveillants/);
  });

  test('R-076 says that nobody leaves in the first hour, even with a blank script', () => {
    expect(sentences).toMatch(/première heure, même pour rendre une copie blanche/);
  });

  test('R-165 and R-169 tell the sanctions of the diplomas that are in the room, and of no other', () => {
    expect(about(['bac-pro'])).toMatch(/blâme/);
    expect(about(['bac-pro'])).not.toMatch(/éliminé/);
    expect(about(['cap', 'bp'])).toMatch(/éliminé.*deux ans au plus/);
    expect(about(['cap'])).not.toMatch(/blâme/);
    expect(about(['uc'])).toMatch(/année civile/);
  });
});
