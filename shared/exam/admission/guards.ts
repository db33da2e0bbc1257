import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { fact } from '../state';

/** A machine is let in once, and dismissed once it was let in; which machines may say so is told by their signatures. */
export const admissionGuards: Guards<'admission.given' | 'admission.ended' | 'admission.codeSpent'> = {
  'admission.given': () => null,
  'admission.codeSpent': () => null,
  'admission.ended': ({ about }, { state }) =>
    fact(state, 'memberships', 'session', about.device)?.is === 'dismissed'
      ? refusal('house', { kind: 'nothing-new' })
      : null,
};
