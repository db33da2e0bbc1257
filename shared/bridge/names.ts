import type { BridgeEvent, BridgeMethod } from './bridge';

/** The names of the bridge's methods, for who must know them before the parsers are loaded. */
export const methodNames = [
  'environment',
  'openClock',
  'closeClock',
  'saveFile',
  'printPdf',
  'cover',
  'disk',
  'frontier',
  'entriesIn',
  'forkedEntries',
  'casedIn',
  'casedForks',
  'inscribe',
  'adopt',
  'openingReport',
  'unlock',
  'lock',
  'hashPin',
  'whoIsUnlocked',
  'openDelivery',
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
  'safeCopyState',
  'chooseCopyFolder',
  'startSafeCopy',
  'newCopyCode',
  'stopSafeCopy',
  'copyNow',
  'keepRoomStates',
  'chooseCopy',
  'openCopy',
  'restoreCopy',
  'leaveCopy',
] as const satisfies readonly BridgeMethod[];

/** What the message says that brings a page the port of its deliveries. */
export const DELIVERY_PORT = 'cachet:delivery-port';

export const eventNames = ['clockClosed', 'diskChanged', 'locked'] as const satisfies readonly BridgeEvent[];
