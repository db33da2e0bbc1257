import { describe, expect, test } from 'vitest';
import { NEVER } from '../../../shared/journal/hybridClock';
import {
  deviceOf,
  deviceOfKey,
  headToContinue,
  launchId,
  newLaunch,
  publicKeyOf,
  streamOf,
} from '../../../shared/journal/launch';
import { channelOf } from '../../../shared/kernel/statement';
import { aSigner, Writer } from '../../support/devices';

const { publicKey } = aSigner('a');
const head = (name: string) => {
  const { entry } = new Writer('a').next(name);
  return { seq: entry.seq, id: entry.id };
};

describe('the streams of a launch', () => {
  test('a stream names its device’s public key, its launch and its channel', () => {
    const launch = newLaunch({ bytes: (count) => new Uint8Array(count).fill(250) });
    const stream = streamOf(deviceOfKey(publicKey), launch, 'marks');
    expect(publicKeyOf(stream)).toEqual(publicKey);
    expect(deviceOf(stream)).toBe(deviceOfKey(publicKey));
    expect(channelOf(stream)).toBe('marks');
    expect(stream).toContain(`.${launchId.of('-vr6-vr6-vo')}.`);
  });

  test('R7 a new stream continues the head that no other stream has continued', () => {
    const [monday, tuesday] = [head('monday'), head('tuesday')];
    expect(headToContinue([])).toBeNull();
    expect(headToContinue([{ continues: null, head: monday, logical: NEVER }])).toEqual(monday);
    const known = [
      { continues: monday.id, head: tuesday, logical: NEVER },
      { continues: null, head: monday, logical: NEVER },
    ];
    expect(headToContinue(known)).toEqual(tuesday);
  });
});
