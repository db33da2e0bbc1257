import { type Figures, noFigures } from './figures';

/** Numbers between dots: nought is nothing, `N` is none, and what is nought at the end is left out. */
export function dotted(numbers: readonly (number | null)[]): string {
  return numbers
    .map((each) => (each === null ? 'N' : each === 0 ? '' : String(each)))
    .join('.')
    .replace(/\.+$/, '');
}

/** The numbers between dots; NaN where there is none, which no schema takes. */
export function undotted(text: string): readonly (number | null)[] {
  return text.split('.').map((each) => (each === 'N' ? null : wholeNumber(each)));
}

/** The number, nought for nothing, or NaN. */
export function wholeNumber(text: string): number {
  return /^(-?\d{1,9})?$/.test(text) ? Number(text) : Number.NaN;
}

export function figuresText(figures: Figures): string {
  const told: (number | null)[] = [];
  inOrder((value) => {
    told.push(value);
    return value;
  }, figures);
  return dotted(told);
}

/** What `figuresText` wrote; NaN stands where there is no number, and null when there are too many. */
export function figuresIn(text: string): Figures | null {
  const told = [...undotted(text)];
  const read = inOrder(() => (told.length > 0 ? (told.shift() ?? null) : 0), noFigures);
  return told.length > 0 ? null : read;
}

/** Visits the figures in the order in which they stand here: the one description of that order, for both ways. */
function inOrder(
  visit: (value: number | null) => number | null,
  { rooms, candidates, incidents, ...others }: Figures,
): Figures {
  const { late } = candidates;
  const step = (value: number) => visit(value) ?? Number.NaN;
  return {
    delay: visit(others.delay),
    rooms: {
      planned: step(rooms.planned),
      open: step(rooms.open),
      started: step(rooms.started),
      ended: step(rooms.ended),
      closed: step(rooms.closed),
      notStarted: step(rooms.notStarted),
    },
    candidates: {
      registered: step(candidates.registered),
      present: step(candidates.present),
      absent: step(candidates.absent),
      unmarked: step(candidates.unmarked),
      contested: step(candidates.contested),
      provisional: step(candidates.provisional),
      late: { awaiting: step(late.awaiting), granted: step(late.granted), refused: step(late.refused) },
      out: step(candidates.out),
      left: step(candidates.left),
      identityOwed: step(candidates.identityOwed),
    },
    awaiting: { total: step(others.awaiting.total), overdue: step(others.awaiting.overdue) },
    incidents: {
      subject: step(incidents.subject),
      fraud: step(incidents.fraud),
      health: step(incidents.health),
      disruption: step(incidents.disruption),
      premises: step(incidents.premises),
      other: step(incidents.other),
    },
  };
}
