import { type Message, messagesOf, readForCentre } from '../../../shared/exam/messages/messages';
import { useCentre } from '../../store/useDesk';

/** Headquarters' messages that no head has read as they stand, the latest first. */
export function useUnreadMessages(): readonly Message[] {
  return useCentre(({ state }) => messagesOf(state)).filter((each) => readForCentre(each).length === 0);
}
