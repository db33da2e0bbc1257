import { compareText, foldText } from '../../shared/exam/people/names';
import type { WatchedCentre } from '../../shared/watch/live';
import type { Row } from './troubles';

/** What the board may be narrowed to. */
export const shownFilters = ['all', 'trouble', 'silent', 'late', 'incidents', 'ahead', 'running', 'over'] as const;
export type Shown = (typeof shownFilters)[number];

export const orders = ['trouble', 'name', 'code', 'delay', 'contact'] as const;
export type Order = (typeof orders)[number];

export interface Choice {
  /** A session's id; null: all. */
  readonly session: string | null;
  readonly authority: string | null;
  readonly text: string;
  readonly shown: Shown;
  readonly order: Order;
}

export const everything: Choice = { session: null, authority: null, text: '', shown: 'all', order: 'trouble' };

export function shownBy(shown: Shown): (row: Row) => boolean {
  switch (shown) {
    case 'all':
      return () => true;
    case 'trouble':
      return ({ gravity }) => gravity > 0;
    case 'silent':
      return ({ silent }) => silent;
    case 'late':
      return ({ late, figures }) => late || (figures?.rooms.notStarted ?? 0) > 0;
    case 'incidents':
      return ({ incidents }) => incidents > 0;
    case 'ahead':
      return ({ stage }) => stage === 'ahead' || stage === 'open';
    case 'running':
      return ({ stage }) => stage === 'running';
    case 'over':
      return ({ stage }) => stage === 'ended' || stage === 'closed';
  }
}

/** The rows of a session, an authority and a text: those that the filters count. */
export function withinChoice(rows: readonly Row[], { session, authority, text }: Choice): readonly Row[] {
  const wanted = foldText(text).split(' ').filter(Boolean);
  return rows.filter(({ watched, line }) => {
    if (session !== null && line?.session.id !== session) return false;
    if (authority !== null && line?.authority !== authority) return false;
    if (wanted.length === 0) return true;
    const said = searched(watched);
    return wanted.every((word) => said.includes(word));
  });
}

/** In the order chosen; those that are alike by number, so that no row jumps about. */
export function inOrder(rows: readonly Row[], order: Order): readonly Row[] {
  const by = comparisons[order];
  return [...rows].sort((a, b) => by(a, b) || compareCode(a, b));
}

const compareCode = (a: Row, b: Row) => (a.watched.centre < b.watched.centre ? -1 : 1);
const compareName = (a: Row, b: Row) => compareText(a.line?.name ?? '', b.line?.name ?? '');

const comparisons: { readonly [O in Order]: (a: Row, b: Row) => number } = {
  trouble: (a, b) => b.gravity - a.gravity || (b.delay ?? 0) - (a.delay ?? 0),
  name: compareName,
  code: () => 0,
  delay: (a, b) => (b.delay ?? Number.NEGATIVE_INFINITY) - (a.delay ?? Number.NEGATIVE_INFINITY) || 0,
  contact: (a, b) => (a.contact ?? 0) - (b.contact ?? 0),
};

/** What a centre is found by; a centre that is told anew is another object. */
function searched(watched: WatchedCentre): string {
  const known = folded.get(watched);
  if (known !== undefined) return known;
  const { centre, line } = watched;
  const text = foldText(typeof line === 'string' ? centre : `${centre} ${line.name} ${line.town}`);
  folded.set(watched, text);
  return text;
}

const folded = new WeakMap<WatchedCentre, string>();
