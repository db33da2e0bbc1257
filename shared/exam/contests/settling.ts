import { canonical } from '../../kernel/canonical';
import { entryId } from '../../kernel/ids';
import type { Role } from '../../kernel/role';
import type { Statement } from '../../kernel/statement';
import type { Command, CommandOf } from '../catalogue';
import { anyHead, office } from '../kind';
import { isOrdinary, ordinaryKinds } from '../ordinary';
import type { Aspect } from '../state';
import { type Contest, entriesOf } from './contests';
import { handling } from './handling';
import { type Content, contestKinds, type RegisterName, writesTo } from './kinds';

/** Whether a role's word, in this command, takes the place of every version of a contested register. */
export function maySettle({ kind }: Pick<Command, 'kind'>, aspect: Aspect, role: Role): boolean {
  const how = handling[aspect];
  if (kind === 'contest.settled' || how.when !== 'contested') return true;
  return how.by !== 'head' && (how.by === 'office' ? office : anyHead).some((each) => each === role);
}

/** The command by which a head settles a contest: what is said of it from now on, and why. */
export function settlingOf(contest: Contest, said: Content, reason: string): CommandOf<'contest.settled'> {
  const { aspect, scope, key } = contest;
  return {
    kind: 'contest.settled',
    about: { aspect, scope, key },
    data: { said: narrowed({ aspect, scope, key }, said), reason, versions: [...entriesOf(contest)] },
  };
}

/** What an entry says, as a settling may repeat it: of a decision, what it decided. Null for what this version cannot read. */
export function contentOf({
  kind,
  version,
  about,
  data,
}: Pick<Statement, 'kind' | 'version' | 'about' | 'data'>): Content | null {
  if (kind === 'contest.settled') return contestKinds[kind].read(version, { about, data })?.data.said ?? null;
  return isOrdinary(kind) ? { kind, version, about, data } : null;
}

/** What an ordinary command would say. */
export function contentSaid({ kind, about, data }: Command): Content {
  return { kind, version: isOrdinary(kind) ? ordinaryKinds[kind].version : 1, about, data };
}

/** The same without the other subjects that were named in the same breath. */
function narrowed(of: RegisterName, said: Content): Content {
  const valueIn = (content: Content) => canonical(writesTo(of, content, unnamed).map(({ value }) => value));
  const { data } = said;
  if (typeof data !== 'object' || data === null || Array.isArray(data)) return said;
  for (const [name, list] of Object.entries(data)) {
    if (!Array.isArray(list) || list.length < 2) continue;
    for (const only of list) {
      const alone = { ...said, data: { ...data, [name]: [only] } };
      if (valueIn(alone) === valueIn(said)) return alone;
    }
  }
  return said;
}

const unnamed = entryId.of('0'.repeat(64));
