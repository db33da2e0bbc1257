import type { Paper } from '../../../shared/exam/papers/kinds';
import { papersText } from '../../text/papers';
import { Removal } from '../Removal';

const { paper: words } = papersText;

/** Removes a paper that no sitting has. */
export function RemovePaper({ paper, onRemoved }: { readonly paper: Paper; onRemoved(): void }) {
  return (
    <Removal
      command={{ kind: 'paper.removed', about: { paper: paper.id }, data: {} }}
      label={words.remove}
      title={words.removeTitle(paper.title)}
      consequence={words.removeText}
      done={words.removed(paper.title)}
      onRemoved={onRemoved}
    />
  );
}
