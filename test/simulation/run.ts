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
