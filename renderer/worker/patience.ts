/** How long the database is waited for, in milliseconds. */
const patience = 10_000;

/**
 * What comes of work on the database, or a `TimeoutError` when nothing is heard of it for ten seconds: on a disk that
 * filled up, Chromium may never tell. What the work still does after that is nobody's any more.
 */
export function inTime<T>(work: Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const silence = setTimeout(
      () => reject(new DOMException('the database does not answer', 'TimeoutError')),
      patience,
    );
    work.finally(() => clearTimeout(silence)).then(resolve, reject);
  });
}
