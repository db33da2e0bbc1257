import type { Appended, AppendFault } from '../../shared/journal/journal';
import type { VerifiedEntry } from '../../shared/journal/verify';
import type { Result } from '../../shared/kernel/result';

type Batch = readonly VerifiedEntry[];
type Answer = Result<Appended, AppendFault>;

interface Waiting {
  readonly entries: Batch;
  readonly settle: (answer: Answer) => void;
  readonly fail: (bug: unknown) => void;
}

/** Entries that one transaction takes at most, unless a single batch has more. */
const most = 2_000;

/**
 * Gives batches their turn, in the order in which they were asked for: those that arrive while a transaction is under
 * way go into the next one together, so that sixty devices wait for a few commits and not for sixty.
 * @param commit answers each batch of a group, in order
 */
export function groupedAppends(commit: (group: readonly Batch[]) => Promise<readonly Answer[]>) {
  let waiting: Waiting[] = [];
  let committing = false;

  function nextGroup(): readonly Waiting[] {
    let entries = 0;
    const cut = waiting.findIndex((each, at) => {
      entries += each.entries.length;
      return at > 0 && entries > most;
    });
    const group = cut < 0 ? waiting : waiting.slice(0, cut);
    waiting = waiting.slice(group.length);
    return group;
  }

  async function commitAll(): Promise<void> {
    committing = true;
    while (waiting.length > 0) {
      const group = nextGroup();
      try {
        const answers = await commit(group.map(({ entries }) => entries));
        for (const [at, { settle, fail }] of group.entries()) {
          const answer = answers[at];
          if (answer) settle(answer);
          else fail(new Error('every batch of a group is answered'));
        }
      } catch (bug) {
        for (const { fail } of group) fail(bug);
      }
    }
    committing = false;
  }

  return (entries: Batch): Promise<Answer> =>
    new Promise((settle, fail) => {
      waiting.push({ entries, settle, fail });
      if (!committing) void commitAll();
    });
}
