import { useMemo } from 'react';
import { compareText } from '../../shared/exam/people/names';
import type { CentreCode } from '../../shared/exchange/names';
import { MINUTE } from '../../shared/kernel/instant';
import { inOrder, shownBy, withinChoice } from '../board/chosenRows';
import { rowOf } from '../board/troubles';
import { useChoice } from '../board/useChoice';
import { useLive, useNow } from '../live/useLive';
import { writeText } from '../text/messages';

export type To = 'all' | 'shown' | 'one';

/** Whom a message may go to: all centres of a session, those that the board shows, or the one it was opened for. */
export function useRecipients(asked: {
  readonly centre: CentreCode | null;
  readonly session: string | null;
  readonly to: To | null;
}) {
  const { known } = useLive();
  const now = useNow();
  const [choice] = useChoice();
  const rows = useMemo(() => {
    const watching = { now, contacts: known.contacts, silentAfter: choice.silentAfter * MINUTE };
    return [...known.centres.values()].map((each) => rowOf(each, watching)).filter(({ line }) => line !== null);
  }, [known, now, choice.silentAfter]);
  const named = new Map(rows.flatMap(({ line }) => (line ? [[line.session.id, line.session.name] as const] : [])));
  const sessions = [...named].map(([value, label]) => ({ value, label })).sort((a, b) => compareText(a.label, b.label));
  const one = rows.find(({ watched }) => watched.centre === asked.centre);
  const chosen = asked.session ?? one?.line?.session.id ?? choice.session ?? sessions[0]?.value ?? null;
  const ofSession = rows.filter(({ line }) => line?.session.id === chosen);
  const shown = inOrder(withinChoice(ofSession, choice).filter(shownBy(choice.shown)), 'name');
  const choices = [
    { value: 'all' as const, label: writeText.toAll(ofSession.length) },
    ...(shown.length < ofSession.length ? [{ value: 'shown' as const, label: writeText.toShown(shown.length) }] : []),
    ...(one?.line && one.line.session.id === chosen
      ? [{ value: 'one' as const, label: writeText.toOne(one.line.name) }]
      : []),
  ];
  // what was asked may have gone: all that is shown is the same as all
  const preferred = asked.to ?? (one ? 'one' : 'shown');
  const to: To = choices.some(({ value }) => value === preferred) ? preferred : 'all';
  const meant = to === 'one' && one ? [one] : to === 'shown' ? shown : ofSession;
  return { sessions, chosen, choices, to, recipients: meant.map(({ watched }) => watched.centre) };
}
