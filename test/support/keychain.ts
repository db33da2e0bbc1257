import os from 'node:os';
import path from 'node:path';

/** The file that is the keychain of all test machines, outside their profiles. */
export const keychain = path.join(os.tmpdir(), `cachet-keychain-${os.userInfo().uid}`);
