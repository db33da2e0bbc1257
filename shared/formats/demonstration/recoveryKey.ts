import type { RecoveryKey } from '../../exam/session/kinds';

/** The recovery key of every demonstration. Its private half is public: build/recovery/demonstration-only.pem. */
export const demonstrationRecoveryKey: RecoveryKey = {
  label: 'Démonstration (clé publique, sans protection)',
  publicKey: 'CfhnSBCyFUwNQoELkCixdaGvU-60xuME8DTA5_ewhx8',
};
