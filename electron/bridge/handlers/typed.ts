import type { BridgeInput } from '../../../shared/bridge/bridge';
import type { Lock } from '../../access/lock';
import { TypedTexts } from '../../access/typedTexts';

/**
 * Holds what is typed for whoever unlocked last: it is kept while they are locked out, answered once they are back, and
 * forgotten as soon as somebody else unlocks.
 */
export function typedHandlers(opening: Promise<{ readonly lock: Lock }>) {
  const held = opening.then(({ lock }) => {
    const texts = new TypedTexts();
    lock.whenUnlocked((person) => texts.belongTo(person));
    return { lock, texts };
  });
  held.catch(() => undefined); // whoever asks is told, and so is the start
  return {
    keepTyped: async ({ person, place, text }: BridgeInput<'keepTyped'>) => {
      const { lock, texts } = await held;
      const actor = lock.actor();
      if (actor) texts.belongTo(actor.person); // the first-run actor never unlocked
      texts.keep(person, place, text);
    },
    typed: async ({ place }: BridgeInput<'typed'>) => {
      const { lock, texts } = await held;
      const actor = lock.actor();
      return actor ? texts.at(actor.person, place) : '';
    },
  };
}
