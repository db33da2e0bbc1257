import { type CentreState, fact } from '../exam/state';

/** What every page of the centre says at its head: who holds the exam, in which session, under which authority. */
export interface Frame {
  readonly centre: { readonly code: string; readonly name: string; readonly town: string };
  readonly session: string;
  readonly authority: string;
  /** IANA zone in which the page's times are told. */
  readonly zone: string;
  /** Made-up data: the page says so. */
  readonly demonstration: boolean;
}

/** The frame of this session's pages, or null before a session was published. */
export function frameOf(state: CentreState): Frame | null {
  const session = fact(state, 'session', 'session', 'session');
  if (!session) return null;
  const { centre, name, authority, zone, demonstration } = session;
  return { centre, session: name, authority, zone, demonstration };
}
