import type { ServerResponse } from 'node:http';
import type { FastifyReply } from 'fastify';
import type { Answered } from '../../shared/exchange/answering';
import { POKES_TYPE, PROTOCOL_HEADER } from '../../shared/exchange/http';
import { POKE_PULSE } from '../../shared/exchange/limits';
import { SPEAKS } from '../../shared/exchange/protocol';
import type { DeviceId } from '../../shared/journal/launch';
import { toBase64url } from '../../shared/kernel/bytes';
import type { Pokes } from '../exchange/pokes';
import type { CentreJournals } from '../journal/centreJournals';

/** The open streams of pokes of one node, one for each device: a new one ends the one before. */
export function pokeStreams(pokes: Pokes, journals: CentreJournals) {
  const open = new Map<DeviceId, () => void>();

  return {
    /** Takes the connection over and keeps it until either side ends it. */
    begin(reply: FastifyReply, { frame, listener }: Answered): void {
      if (!listener) throw new Error('a stream of pokes is for a guest');
      const centre = journals.centreOf(listener.journal);
      const { device } = listener;
      open.get(device)?.();
      reply.hijack();
      const stream: ServerResponse = reply.raw;
      stream.writeHead(200, {
        'content-type': POKES_TYPE,
        [PROTOCOL_HEADER]: String(SPEAKS.newest),
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
      });
      stream.write(`event: open\ndata: ${toBase64url(frame)}\n\n`);
      const stop = pokes.listen({ centre, guest: listener, poke: () => stream.write('event: poke\ndata: -\n\n') });
      const pulse = setInterval(() => stream.write(': pulse\n\n'), POKE_PULSE);
      const end = () => {
        clearInterval(pulse);
        stop();
        if (open.get(device) === end) open.delete(device);
        stream.end();
      };
      open.set(device, end);
      stream.on('close', end);
      stream.on('error', end);
    },
    endAll(): void {
      for (const end of [...open.values()]) end();
    },
  };
}
