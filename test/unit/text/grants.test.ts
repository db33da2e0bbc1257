import { describe, expect, test } from 'vitest';
import { notSaidText } from '../../../renderer/text/faults';
import { noGrantText } from '../../../renderer/text/grants';
import { emptyState } from '../../../shared/exam/state';
import { day } from '../../../shared/kernel/ids';
import type { NoGrant } from '../../../shared/kernel/noGrant';

const [from, until, today] = [day.of('2026-06-01'), day.of('2026-07-10'), day.of('2019-01-03')];
const reasons: { readonly [B in NoGrant['because']]: NoGrant } = {
  'never-granted': { because: 'never-granted' },
  ended: { because: 'ended' },
  channel: { because: 'channel' },
  kind: { because: 'kind' },
  role: { because: 'role' },
  'no-key': { because: 'no-key' },
  'wrong-channel': { because: 'wrong-channel' },
  'not-begun': { because: 'not-begun', from, today },
  over: { because: 'over', until, today },
};

describe('what a machine was not granted', () => {
  test.each(Object.values(reasons))('$because is told in French, with what to do', (why) => {
    const said = notSaidText({ kind: 'no-grant', why }, emptyState);
    expect(said).toMatch(/^Rien n’a été enregistré\u202F: .{40,}\.$/);
    expect(said).not.toMatch(/'| [:;!?]|undefined/);
  });

  test('a date that refuses says which day the machine believes it is, with the year', () => {
    expect(noGrantText({ because: 'over', until, today })).toMatch(
      /fin le 10\sjuillet\s2026.*se croit le 3\sjanvier\s2019/,
    );
  });
});
