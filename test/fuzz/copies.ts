import fc from 'fast-check';
import { newCopyCode, openerOfCode } from '../../electron/copies/copyCode';
import { readCopy } from '../../electron/copies/readCopy';
import { writeCopy } from '../../electron/copies/writeCopy';
import { ed25519Check } from '../../node/ed25519';
import { copyFaultText } from '../../renderer/text/copyTaken';
import { unwrap } from '../../shared/kernel/result';
import { checks, copiedBox, orderOf, randomly } from '../support/copies';
import { FaultyFiles } from '../support/faultyFiles';
import { type Border, holds } from './border';
import { spoiltBytes } from './mutate';

/** A copy as a USB key holds it, what opens it, and the entries it holds. */
async function aCopy() {
  const { box, entries } = await copiedBox();
  const { code, publicKey } = newCopyCode(randomly);
  const files = new FaultyFiles();
  await writeCopy(files, 'copie', orderOf(box, [publicKey]));
  await box.close();
  const [name] = files.names();
  if (name === undefined) throw new Error('the copy was written');
  return { bytes: files.contents(name), opener: unwrap(openerOfCode(code)), entries: entries.length };
}

/** A safe copy chosen by a person: the whole of it, or the sentence that says what is wrong. */
export const copies: readonly Border[] = [
  {
    name: 'a safe copy',
    async run(asked) {
      const { bytes, opener, entries } = await aCopy();
      const trusting = { ...checks, check: ed25519Check() };
      await fc.assert(
        fc.asyncProperty(spoiltBytes(bytes), async (spoilt) => {
          const read = await readCopy(spoilt, opener, trusting);
          if (read.ok) holds(read.value.entries.length === entries, 'a copy is read whole or not at all');
          else
            holds(/^[A-ZÀÉ«].+[.!»]$/su.test(copyFaultText(read.error)), `no sentence: ${copyFaultText(read.error)}`);
        }),
        asked,
      );
    },
  },
];
