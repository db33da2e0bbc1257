import fc from 'fast-check';
import { utf8 } from '../../shared/kernel/bytes';
import { compactOf } from '../../shared/watch/compactStatus';
import { compactText, readCompactText } from '../../shared/watch/compactText';
import { dictated, dictatedOf, readDictated } from '../../shared/watch/dictated';
import { readTold } from '../../shared/watch/told';
import { statuses } from '../support/statuses';
import { type Border, holds } from './border';
import { spoiltBytes } from './mutate';

const [status] = fc.sample(statuses(6), { seed: 7, numRuns: 1 });
if (!status) throw new Error('one sample');
const whole = compactText(compactOf(status));
const spoken = dictated(dictatedOf(status)) ?? '';
const spoilt = (text: string) => spoiltBytes(utf8(text)).map((bytes) => new TextDecoder().decode(bytes));
const plain = (text: string) => text.toUpperCase().replaceAll(/\s/g, '');

/** What is typed or pasted at headquarters because a centre said it. */
export const told: readonly Border[] = [
  {
    name: 'a centre’s status in full, pasted or typed',
    run: (asked) =>
      fc.assert(
        fc.property(spoilt(whole), (text) => {
          const read = readCompactText(text);
          holds(!read.ok || plain(text) === whole, 'what is not what was written is refused');
          readTold(text);
        }),
        asked,
      ),
  },
  {
    name: 'a centre’s status that was read aloud',
    run: (asked) =>
      fc.assert(
        fc.property(spoilt(spoken), (text) => {
          const read = readDictated(text);
          if (read.ok) holds(readDictated(dictated(read.value) ?? '').ok, 'what was understood can be said again');
          readTold(text);
        }),
        asked,
      ),
  },
];
