import os from 'node:os';
import path from 'node:path';

/** Playwright's tests run side by side in so many places, one at a time in each; Vitest's start no machine. */
const place = process.env.TEST_PARALLEL_INDEX ?? '0';

/** The file that is the keychain of all machines of a test, outside their profiles. */
export const keychain = path.join(os.tmpdir(), `cachet-keychain-${os.userInfo().uid}-${place}`);
