import type { SigningKey } from '../../exam/session/kinds';

/** With which the headquarters of every demonstration signs. Its private half is public: build/recovery/demonstration-signing-only.pem. */
export const demonstrationSigningKey: SigningKey = {
  label: 'Démonstration (clé publique, sans valeur)',
  publicKey: 'vCKUmY67GfTWO8-vvFKVBSFKOdfuHdzd828nIZReBxE',
};
