import type { Values } from '../exam/state';
import { enumerated, quoted } from './french';

/** What the check of an envelope found, and the remark beside it. */
export function envelopeInWords(envelope: Values['envelopes']): string {
  const faults = [
    envelope.sealed ? '' : 'non scellée',
    envelope.labelMatches ? '' : 'étiquette non conforme',
    envelope.subjectMatches ? '' : 'sujet non conforme',
  ].filter((each) => each !== '');
  return withRemark(faults.length === 0 ? 'conforme' : enumerated(faults), envelope.remark);
}

/** The text, and the remark in quotation marks where there is one. */
export function withRemark(text: string, remark: string): string {
  return remark === '' ? text : `${text}, ${quoted(remark)}`;
}
