import { type Instant, MINUTE } from '../../../shared/kernel/instant';
import type { ClockFace, EndLine } from './clockFace';

/** What the clock says calmly near an end: a fixed sentence per threshold, never a countdown. */
export type LastMinutes =
  | { readonly kind: 'quiet' }
  | { readonly kind: 'soon'; readonly minutes: 15 | 5; readonly paper: string; readonly end: EndLine }
  | { readonly kind: 'ended'; readonly paper: string; readonly end: EndLine };

const shownAfterEnd = 5 * MINUTE;

/** The announcement that matters most at `now`: an end just reached, else the nearest end within five or fifteen minutes. */
export function lastMinutes(face: ClockFace, now: Instant): LastMinutes {
  const ends = face.papers
    .filter((each) => each.started)
    .flatMap((each) => each.ends.map((end) => ({ paper: each.title, end })));
  const reached = ends.filter(({ end }) => end.at <= now && now < end.at + shownAfterEnd).at(-1);
  if (reached) return { kind: 'ended', ...reached };
  const [next] = ends.filter(({ end }) => end.at > now).sort((a, b) => a.end.at - b.end.at);
  if (!next || next.end.at - now > 15 * MINUTE) return { kind: 'quiet' };
  return { kind: 'soon', minutes: next.end.at - now > 5 * MINUTE ? 15 : 5, ...next };
}
