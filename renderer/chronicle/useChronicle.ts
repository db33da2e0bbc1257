import { useEffect, useMemo, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { Chronology } from '../../shared/centre/chronicle';
import { foldText } from '../../shared/exam/people/names';
import type { PersonId, RoomId } from '../../shared/kernel/ids';
import { usePorts } from '../app/ports';
import { useCentre } from '../store/useDesk';
import type { Topic } from '../text/chronicle';
import { type Line, LineBook } from './lines';

export interface Sieve {
  readonly search: string;
  readonly room: RoomId | null;
  readonly person: PersonId | null;
  readonly topic: Topic | null;
}

export interface Chronicle {
  /** The lines that pass, the latest first. */
  readonly lines: readonly Line[];
  readonly all: number;
  /** False while a long journal is still being read. */
  readonly complete: boolean;
  readonly rooms: readonly { readonly id: RoomId; readonly name: string }[];
  readonly people: readonly { readonly id: PersonId; readonly name: string }[];
}

/** Lines drawn at once: more than a screen shows. */
const first = 30;
/** How long the lines after them may be read in one go, in milliseconds: half a frame. */
const patience = 8;

/** The journal as lines, read in slices so that the screen never waits for it. */
export function useChronicle(sieve: Sieve): Chronicle {
  const statements = useCentre((store) => store.statements);
  const state = useCentre((store) => store.state);
  const book = useRef<LineBook | null>(null);
  const placeOf = useStore(usePorts().exchange, (exchange) => exchange.placeOf);
  book.current ??= new LineBook(placeOf);
  const lineBook = book.current;
  const chronology = useRef<Chronology | null>(null);
  chronology.current ??= new Chronology();
  const ordered = chronology.current.latestFirst(statements);
  const [read, setRead] = useState(first);

  useEffect(() => {
    if (read >= ordered.length) return;
    const timer = setTimeout(() => {
      const begun = performance.now();
      let at = read;
      for (; at < ordered.length && (at === read || performance.now() - begun < patience); at += 1) {
        const statement = ordered[at];
        if (statement) lineBook.lineOf(statement, state);
      }
      setRead(at);
    }, 0);
    return () => clearTimeout(timer);
  }, [read, ordered, lineBook, state]);

  const lines = useMemo(() => {
    lineBook.meet(statements);
    return ordered.slice(0, read).map((statement) => lineBook.lineOf(statement, state));
  }, [lineBook, statements, ordered, read, state]);

  const choices = useMemo(() => choicesOf(lines), [lines]);
  const passing = useMemo(() => lines.filter(passes(sieve)), [lines, sieve]);
  return { lines: passing, all: ordered.length, complete: read >= ordered.length, ...choices };
}

function passes(sieve: Sieve): (line: Line) => boolean {
  const words = foldText(sieve.search).split(' ').filter(Boolean);
  return (line) =>
    (sieve.room === null || line.room === sieve.room) &&
    (sieve.person === null || line.person === sieve.person) &&
    (sieve.topic === null || line.topic === sieve.topic) &&
    words.every((word) => line.folded.includes(` ${word}`));
}

function choicesOf(lines: readonly Line[]): Pick<Chronicle, 'rooms' | 'people'> {
  const rooms = new Map<RoomId, string>();
  const people = new Map<PersonId, string>();
  for (const line of lines) {
    if (line.room) rooms.set(line.room, line.roomName ?? line.room);
    people.set(line.person, line.author);
  }
  return { rooms: byName(rooms), people: byName(people) };
}

function byName<Id>(names: ReadonlyMap<Id, string>): { id: Id; name: string }[] {
  const french = new Intl.Collator('fr', { numeric: true });
  return [...names].map(([id, name]) => ({ id, name })).sort((a, b) => french.compare(a.name, b.name));
}
