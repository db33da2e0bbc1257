import { canonical } from '../../kernel/canonical';
import type { Guards } from '../guard';
import { refusal } from '../refusal';
import { fact } from '../state';

/** What a machine keeps when its rooms change. */
const lasting = ['name', 'wrapping', 'terms'] as const;

/**
 * A machine that is in changes its rooms and nothing else; one is dismissed once. Which machines may say so is told by
 * their signatures.
 */
export const admissionGuards: Guards<'admission.given' | 'admission.ended' | 'admission.codeSpent'> = {
  'admission.given': ({ about, data }, { state }) => {
    if (data.changes === undefined) return null;
    const standing = fact(state, 'memberships', 'session', about.device);
    if (standing?.is !== 'admitted') return refusal('house', { kind: 'malformed', field: 'device' });
    const asItWas = lasting.every((field) => canonical(standing[field]) === canonical(data[field]));
    return asItWas ? null : refusal('house', { kind: 'malformed', field: 'terms' });
  },
  'admission.codeSpent': () => null,
  'admission.ended': ({ about }, { state }) =>
    fact(state, 'memberships', 'session', about.device)?.is === 'dismissed'
      ? refusal('house', { kind: 'nothing-new' })
      : null,
};
