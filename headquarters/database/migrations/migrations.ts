/// <reference path="../sql.d.ts" />
import journal from './0001-journal.sql?raw';
import devices from './0002-devices.sql?raw';
import server from './0003-server.sql?raw';
import wrappingKeys from './0004-wrapping-keys.sql?raw';
import staff from './0005-staff.sql?raw';
import sessions from './0006-sessions.sql?raw';

import closedKey from './0007-closed-key.sql?raw';
import watch from './0008-watch.sql?raw';
import keptStatuses from './0009-kept-statuses.sql?raw';

export interface Migration {
  readonly number: number;
  readonly name: string;
  readonly sql: string;
}

/** Every change of the database's form, in order. One that was released is never edited: what comes after it is added. */
export const migrations: readonly Migration[] = [
  { number: 1, name: 'journal', sql: journal },
  { number: 2, name: 'devices', sql: devices },
  { number: 3, name: 'server', sql: server },
  { number: 4, name: 'wrapping keys', sql: wrappingKeys },
  { number: 5, name: 'staff', sql: staff },
  { number: 6, name: 'sessions', sql: sessions },
  { number: 7, name: 'closed key', sql: closedKey },
  { number: 8, name: 'watch', sql: watch },
  { number: 9, name: 'kept statuses', sql: keptStatuses },
];
