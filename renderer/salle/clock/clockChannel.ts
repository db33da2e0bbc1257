import { z } from 'zod';
import { type ClockFace, clockFace } from './clockFace';

const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('face'), face: clockFace }),
  z.object({ kind: z.literal('ask') }),
]);

const name = 'cachet-clock';

/** The desk's end: tells the projected clock its face, now and whenever a clock that was (re)opened asks for it. */
export function feedClock(face: ClockFace): () => void {
  const channel = new BroadcastChannel(name);
  const tell = () => channel.postMessage({ kind: 'face', face });
  channel.addEventListener('message', (event) => {
    const heard = message.safeParse(event.data);
    if (heard.success && heard.data.kind === 'ask') tell();
  });
  tell();
  return () => channel.close();
}

/** The projected window's end: asks for the face and hears every later one. */
export function hearFace(show: (face: ClockFace) => void): () => void {
  const channel = new BroadcastChannel(name);
  channel.addEventListener('message', (event) => {
    const heard = message.safeParse(event.data);
    if (heard.success && heard.data.kind === 'face') show(heard.data.face);
  });
  channel.postMessage({ kind: 'ask' });
  return () => channel.close();
}
