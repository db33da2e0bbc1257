import type { BridgeEvent, BridgeMethod } from './bridge';

/** The names of the bridge's methods, for who must know them before the parsers are loaded. */
export const methodNames = [
  'environment',
  'openClock',
  'closeClock',
  'saveFile',
  'printPdf',
  'cover',
  'frontier',
  'entriesAfter',
  'forkedEntries',
  'casedAfter',
  'casedForks',
  'inscribe',
  'kept',
  'adopt',
  'openingReport',
  'unlock',
  'lock',
  'hashPin',
  'whoIsUnlocked',
  'vaultState',
  'choosePassphrase',
  'typePassphrase',
  'encased',
  'keyFile',
  'typeRecoveryCode',
  'goOnWithoutOldKeys',
  'restart',
  'machine',
  'startAudit',
  'continueAudit',
  'branchings',
] as const satisfies readonly BridgeMethod[];

export const eventNames = ['clockClosed'] as const satisfies readonly BridgeEvent[];
