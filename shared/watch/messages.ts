import { messagesOf } from '../exam/messages/messages';
import { inOrderOfDesignation, papersNamed } from '../exam/papers/designation';
import { type CentreState, fact } from '../exam/state';
import type { WatchedMessage } from './live';

/** What headquarters wrote to a centre, as it stands there. */
export function watchedMessages(state: CentreState): readonly WatchedMessage[] {
  const session = fact(state, 'session', 'session', 'session');
  if (!session) return [];
  return messagesOf(state).flatMap(({ id, text, withdrawn }): readonly WatchedMessage[] => {
    if (!text) return [];
    const { subject, title, text: said, readOut, at } = text;
    const papers = [...papersNamed(state, text.papers)].sort(inOrderOfDesignation);
    const message = { message: id, session: session.id, at, subject, title, text: said, papers, readOut };
    return [{ ...message, withdrawn: withdrawn?.at ?? null }];
  });
}
