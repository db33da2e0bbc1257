import { timingSafeEqual } from 'node:crypto';
import { fromBase64url, toBase64url } from '../../shared/kernel/bytes';
import type { PersonId } from '../../shared/kernel/ids';
import type { Random } from '../../shared/kernel/ports';
import type { ServerKey } from '../identity/serverKey';

/** A browser of people who take turns at one desk keeps a mark of each, the latest first. */
const mostMarks = 4;
const nameBytes = 12;
const mark = /^[A-Za-z0-9_-]{16}\.[A-Za-z0-9_-]{43}$/;

/** One browser, for one person: a name by chance. */
export type KnownBrowser = string;

/**
 * The browsers from which somebody has signed in before. What a browser keeps says neither who nor when; it opens
 * nothing: attempts from it are counted apart, so that strangers who guess at an account do not make its holder wait.
 */
export function knownBrowsers(key: Pick<ServerKey, 'keyedHash'>, random: Random) {
  const proofOf = (person: string, name: string) => key.keyedHash('known-browser', `${name} ${person}`);
  const marksIn = (kept: string | null) => (kept ?? '').split('~').filter((each) => mark.test(each));

  function nameIn(each: string, person: string): KnownBrowser | null {
    const [name = '', proof = ''] = each.split('.');
    const shown = fromBase64url(proof);
    const expected = proofOf(person, name);
    return shown?.length === expected.length && timingSafeEqual(shown, expected) ? name : null;
  }

  return {
    /** The browser, if this person has signed in from it before. @param kept what the browser brought */
    recognised(kept: string | null, person: string): KnownBrowser | null {
      for (const each of marksIn(kept)) {
        const name = nameIn(each, person);
        if (name) return name;
      }
      return null;
    },
    /** What the browser is to keep once this person has signed in from it: a new mark, with those of others. */
    remembering(kept: string | null, person: PersonId): string {
      const others = marksIn(kept).filter((each) => nameIn(each, person) === null);
      const name = toBase64url(random.bytes(nameBytes));
      return [`${name}.${toBase64url(proofOf(person, name))}`, ...others].slice(0, mostMarks).join('~');
    },
  };
}
export type KnownBrowsers = ReturnType<typeof knownBrowsers>;
