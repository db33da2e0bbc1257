import type { Guards } from '../guard';

/** Headquarters decides; whether it was headquarters is told by the signature, wherever grants are counted. */
export const grantGuards: Guards<'grant.given' | 'grant.ended'> = {
  'grant.given': () => null,
  'grant.ended': () => null,
};
