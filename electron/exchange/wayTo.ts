import { ENROLMENT_PATH } from '../../shared/exchange/enrolment';
import { PATHS } from '../../shared/exchange/http';
import { MAX_ANSWER_BYTES } from '../../shared/exchange/limits';
import type { Alarm, PokeNet } from '../../shared/exchange/listening';
import { REQUEST_TIMEOUT } from '../../shared/exchange/pacing';
import type { Net, Reply } from '../../shared/exchange/reply';
import type { NoAnswer } from '../../shared/exchange/trouble';
import { concatBytes } from '../../shared/kernel/bytes';
import { err, ok, type Result } from '../../shared/kernel/result';
import { deferred } from './deferred';
import type { Head, Hearing } from './post';

/** The way to one server. */
export interface WayToServer extends Net, PokeNet {
  /** As `ask`, where a code is shown. */
  enrol(body: Uint8Array): Promise<Result<Reply, NoAnswer>>;
  /** As `ask`, at a path of its own. */
  post(path: string, body: Uint8Array): Promise<Result<Reply, NoAnswer>>;
  /** Ends all that is under way, and whatever is asked later at once. */
  close(): void;
}

/** Posts one gzipped frame and follows nothing. Returns what ends it early: it is over then, for that reason. */
export type Post = (url: URL, body: Uint8Array, hearing: Hearing) => (why: NoAnswer) => void;

const cutOff: NoAnswer = { kind: 'unreachable', how: 'reset' };

/** @param base the server's address, without a slash at its end */
export function wayTo(base: string, post: Post, alarm: Alarm): WayToServer {
  const underWay = new Set<(why: NoAnswer) => void>();
  let closed = false;

  const beginning = (path: string, body: Uint8Array, hearing: Hearing) => {
    const end = post(new URL(base + path), body, {
      ...hearing,
      over(why) {
        underWay.delete(end);
        hearing.over(why);
      },
    });
    underWay.add(end);
    if (closed) end(cutOff);
    return end;
  };

  const asking = (path: string, body: Uint8Array): Promise<Result<Reply, NoAnswer>> =>
    new Promise((resolve) => {
      const pieces: Uint8Array[] = [];
      let head: Head | null = null;
      let length = 0;
      let silence = () => {};
      const end = beginning(path, body, {
        head(came) {
          head = came;
        },
        piece(bytes) {
          length += bytes.length;
          if (length > MAX_ANSWER_BYTES) end(cutOff);
          else pieces.push(bytes);
        },
        over(why) {
          silence();
          resolve(why || !head ? err(why ?? cutOff) : ok({ ...head, body: concatBytes(...pieces) }));
        },
      });
      silence = alarm.set(REQUEST_TIMEOUT, () => end({ kind: 'unreachable', how: 'timeout' }));
    });

  return {
    ask: (type, body) => asking(PATHS[type], body),
    enrol: (body) => asking(ENROLMENT_PATH, body),
    post: asking,
    listen(body, heard) {
      const reply = deferred<Result<Head, NoAnswer>>();
      const ended = deferred<void>();
      let silence = () => {};
      const end = beginning(PATHS.listen, body, {
        head(head) {
          silence();
          reply.resolve(ok(head));
        },
        piece: heard,
        over(why) {
          silence();
          reply.resolve(err(why ?? cutOff));
          ended.resolve();
        },
      });
      silence = alarm.set(REQUEST_TIMEOUT, () => end({ kind: 'unreachable', how: 'timeout' }));
      return { reply: reply.promise, ended: ended.promise, close: () => end(cutOff) };
    },
    close() {
      closed = true;
      for (const end of underWay) end(cutOff);
    },
  };
}
