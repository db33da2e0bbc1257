import { z } from 'zod';
import { type ClockFace, clockFace } from './clockFace';

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('face'), face: clockFace }),
  z.object({ kind: z.literal('ask') }),
]);

const name = 'cachet-clock';

/** The desk's end of the line to the projected clock. */
export interface ClockFeed {
  /** Tells the clock its face; the same face again is not sent twice. */
  tell(face: ClockFace): void;
  close(): void;
}

/** Opens the desk's end: the last face told is told again whenever a clock that was (re)opened asks for it. */
export function openFeed(): ClockFeed {
  const channel = new BroadcastChannel(name);
  let told: { readonly face: ClockFace; readonly text: string } | null = null;
  const send = () => told && channel.postMessage({ kind: 'face', face: told.face });
  channel.addEventListener('message', (event) => {
    const heard = message.safeParse(event.data);
    if (heard.success && heard.data.kind === 'ask') send();
  });
  return {
    tell(face) {
      const text = JSON.stringify(face);
      if (told?.text === text) return;
      told = { face, text };
      send();
    },
    close: () => channel.close(),
  };
}

/** The projected window's end: asks for the face and hears every later one; returns what stops it. */
export function hearFace(show: (face: ClockFace) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event) => {
    const heard = message.safeParse(event.data);
    if (heard.success && heard.data.kind === 'face') show(heard.data.face);
  });
  channel.postMessage({ kind: 'ask' });
  return () => channel.close();
}
