import { Tag } from '../../renderer/parts/Tag';
import type { WatchedMessage } from '../../shared/watch/live';
import { messagesText as text } from '../text/messages';

/** What a message is about; grey once it is withdrawn. */
export function SubjectTag({ message }: { readonly message: Pick<WatchedMessage, 'subject' | 'withdrawn'> }) {
  const { subject, withdrawn } = message;
  const tones = { erratum: 'seal', instruction: 'late', information: 'blue' } as const;
  return (
    <Tag tone={withdrawn === null ? tones[subject] : 'plain'} bare>
      {text.subject[subject]}
    </Tag>
  );
}
