import { factInWords } from '../../shared/documents/contestWords';
import { exactHour } from '../../shared/documents/french';
import type { Decision } from '../../shared/exam/decisions/decisions';
import { rollOf } from '../../shared/exam/rooms/roll';
import { zoneOf } from '../../shared/exam/session/today';
import { type CentreState, fact } from '../../shared/exam/state';
import { endsAt } from '../../shared/exam/timing/ends';
import { inRoomOfPaper } from '../../shared/exam/timing/kinds';
import type { Instant } from '../../shared/kernel/instant';
import { briefRoomName, namesIn } from '../chronicle/names';
import { decisionsText, type Reading, takenBackWord, type Word, wordOf } from '../text/decisions';

/** What a decision asks of its room, matter by matter. */
export function wordsFor(state: CentreState, decision: Decision): readonly Word[] {
  const read = readingOf(state, decision);
  const words = decision.matters.map((matter) => wordOf(matter, read));
  return decision.takenBack ? words.map(takenBackWord) : words;
}

function readingOf(state: CentreState, { sitting, room, entry }: Decision): Reading {
  const zone = zoneOf(state);
  const names = namesIn(state, () => null);
  const hour = (moment: Instant) => exactHour(moment, zone);
  return {
    room,
    hour,
    candidate: names.candidate,
    seated: (candidate) => {
      const line = rollOf(state, sitting, room).find(({ id }) => id === candidate);
      return line ? decisionsText.seated(names.candidate(candidate), line.table) : names.candidate(candidate);
    },
    person: names.person,
    roomName: (id) => briefRoomName(state, id),
    paper: (id) => fact(state, 'papers', 'session', id)?.title ?? id,
    endOf: (candidate) => rollOf(state, sitting, room).find(({ id }) => id === candidate)?.endsAt ?? null,
    endOfPaper: (id) => {
      const paper = fact(state, 'papers', 'session', id);
      const start = fact(state, 'starts', sitting, inRoomOfPaper(room, id));
      return paper && start ? endsAt(start.boardStart, paper.durationMinutes, 0) : null;
    },
    incident: (id) => fact(state, 'incidents', sitting, id),
    settled: (matter) => {
      const { about, text } = factInWords(state, matter, entry, hour);
      return `${about}\u202F: ${text}`;
    },
  };
}
