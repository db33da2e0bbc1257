import type { Sitting } from '../../../shared/exam/papers/kinds';
import { papersText } from '../../text/papers';
import { dayInWords } from '../../text/preparation';
import { Removal } from '../Removal';

const { sitting: words } = papersText;

/** Takes a sitting off the calendar, as long as nothing was recorded there. */
export function RemoveSitting({ sitting, onRemoved }: { readonly sitting: Sitting; onRemoved(): void }) {
  const day = dayInWords(sitting.day);
  return (
    <Removal
      command={{ kind: 'sitting.removed', about: { sitting: sitting.id }, data: {} }}
      label={words.remove}
      title={words.removeTitle(day, sitting.start)}
      consequence={words.removeText(sitting.papers.length)}
      done={words.removed(day, sitting.start)}
      onRemoved={onRemoved}
    />
  );
}
