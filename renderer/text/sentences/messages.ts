import { changeKinds } from '../../../shared/exam/changes/kinds';
import { decisionKinds } from '../../../shared/exam/decisions/kinds';
import { messageKinds as kinds, type MessageSubject } from '../../../shared/exam/messages/kinds';
import { listed, remark, sentence } from './sentence';

/** What headquarters writes about, as a label. */
export const messageSubjectText: Readonly<Record<MessageSubject, string>> = {
  erratum: 'Erratum',
  instruction: 'Consigne',
  information: 'Information',
};

/** What headquarters sent and what was decided for a room, and who read it. */
export const messageSentences = {
  'message.sent': sentence(kinds['message.sent'], (_about, { subject, title, papers, readOut }, names) => {
    const about = papers.length > 0 ? `, ${listed(papers.map(names.paper))}` : '';
    return `${messageSubjectText[subject]} du siège\u202F: «\u202F${title}\u202F»${about}${readOut ? ', à lire aux candidats' : ''}`;
  }),
  'message.withdrawn': sentence(
    kinds['message.withdrawn'],
    ({ message }, { reason }, names) => `Message du siège retiré${inQuotes(names.message(message))}${remark(reason)}`,
  ),
  'message.acknowledged': sentence(kinds['message.acknowledged'], ({ message, room }, { at }, names) => {
    const title = inQuotes(names.message(message));
    return room === null
      ? `Message du siège lu à ${names.hour(at)}${title}`
      : `Message du siège lu à ${names.hour(at)} en salle ${names.room(room).replace(/^salle\s+/i, '')}${title}`;
  }),
  'change.seen': sentence(changeKinds['change.seen'], ({ entry }, _data, names) => {
    const change = names.entry(entry);
    return change === null ? 'Changement reçu vu' : `Changement reçu vu\u202F: «\u202F${change}\u202F»`;
  }),
  'decision.seen': sentence(decisionKinds['decision.seen'], ({ entry }, { at, aloud }, names) => {
    const said = `Décision vue${aloud ? ' et dite' : ''} en salle à ${names.hour(at)}`;
    return `${said}${inQuotes(names.entry(entry))}`;
  }),
};

function inQuotes(title: string | null): string {
  return title === null ? '' : `\u202F: «\u202F${title}\u202F»`;
}
