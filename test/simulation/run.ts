import { centreHistory, centreInWords, shortenedCentre } from './centre/history';
import { history, inWords, shortened } from './history';

export interface Asked {
  readonly seed: number;
  readonly histories: number;
  /** Tells every history, not only those that break a promise. */
  readonly words: boolean;
  readonly say: (text: string) => void;
}

/** Plays so many histories from one seed on; tells each that breaks a promise, shortened, and how it went in all. */
export async function simulate({ seed, histories, words, say }: Asked): Promise<number> {
  let broken = 0;
  let hours = 0;
  for (let next = seed; next < seed + histories; next++) {
    const told = await history(next);
    hours += told.hours;
    if (told.broken) {
      broken++;
      say(`As it was played:\n${told.words.join('\n')}\n`);
      say(`With all that can be left out left out:\n${inWords(await shortened(told))}\n`);
    } else if (words) say(`Seed ${next}, trace ${told.trace.slice(0, 16)}:\n${told.words.join('\n')}\n`);
  }
  say(`${histories} histories, ${Math.round(hours)} virtual hours, ${broken} broken`);
  return broken;
}

/** Plays the histories of so many centres from one seed on: relays, and machines let in and dismissed. */
export async function simulateCentres({ seed, histories, say }: Omit<Asked, 'words'>): Promise<number> {
  let broken = 0;
  for (let next = seed; next < seed + histories; next++) {
    const told = await centreHistory(next);
    if (!told.broken) continue;
    broken++;
    say(`With all that can be left out left out:\n${centreInWords(await shortenedCentre(told))}\n`);
  }
  say(`${histories} centres, ${broken} broken`);
  return broken;
}
