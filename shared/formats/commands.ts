import type { Command } from '../exam/catalogue';
import { utf8 } from '../kernel/bytes';
import type { SessionId } from '../kernel/ids';
import type { ListPlan } from './comparison';
import type { ImportContent } from './content';
import type { ImportLists } from './lists';

/** What one entry may carry of a list, in bytes of JSON, so that with the rest of it an entry stays below 64 KiB. */
const mostBytes = 50_000;

/** The commands of an import, in the order in which they are to be said; lists cut so that each fits an entry. */
export function commandsOf(content: ImportContent, lists: ImportLists, session: SessionId): Command[] {
  const about = { session };
  const { source } = content;
  const regulations = news(lists.regulations);
  const specialities = chunks(news(lists.specialities), 200);
  if (specialities.length === 0 && regulations.length > 0) specialities.push([]);
  const papers = news(lists.papers).sort(
    (one, other) => Number(one.heldUntil !== null) - Number(other.heldUntil !== null),
  );
  return [
    ...news(lists.session).map((data): Command => ({ kind: 'session.published', about: { session: data.id }, data })),
    ...chunks(news(lists.rooms), 100).map((rooms): Command => ({ kind: 'rooms.published', about, data: { rooms } })),
    ...specialities.map(
      (some, at): Command => ({
        kind: 'regulations.published',
        about,
        data: { regulations: at === 0 ? regulations : [], specialities: some },
      }),
    ),
    ...chunks(news(lists.staff), 200).map((people): Command => ({ kind: 'staff.published', about, data: { people } })),
    ...chunks(papers, 100).map((some): Command => ({ kind: 'papers.published', about, data: { papers: some } })),
    ...chunks(news(lists.sittings), 200).map(
      (sittings): Command => ({ kind: 'sittings.published', about, data: { sittings } }),
    ),
    ...chunks(news(lists.candidates), 100).map(
      (candidates): Command => ({ kind: 'candidates.published', about, data: { source, candidates } }),
    ),
    ...chunks(
      lists.gone.map(({ candidate }) => candidate),
      100,
    ).map((candidates): Command => ({ kind: 'candidates.struckOff', about, data: { source, candidates } })),
  ];
}

function news<T>(list: ListPlan<T>): T[] {
  return [...list.added, ...list.changed.map(({ after }) => after)];
}

/** The items in runs of at most `most` that JSON writes in at most `mostBytes`. */
function chunks<T>(items: readonly T[], most: number): T[][] {
  const runs: T[][] = [];
  let room = 0;
  for (const item of items) {
    const size = utf8(JSON.stringify(item)).length + 1;
    const last = runs.at(-1);
    if (last && last.length < most && size <= room) last.push(item);
    else {
      runs.push([item]);
      room = mostBytes;
    }
    room -= size;
  }
  return runs;
}
