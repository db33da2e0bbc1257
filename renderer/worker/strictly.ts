/** In milliseconds. */
const patience = 10_000;

/**
 * Writes into stores of an open database in one transaction, all or nothing, and resolves once it is on the disk:
 * Chromium's default commits survive a killed process but not a power cut. Rejects with the error that undid it, or when
 * nothing was heard of it for ten seconds: on a disk that filled up, Chromium may never tell.
 */
export function strictly(
  base: IDBDatabase,
  names: readonly string[],
  write: (stores: readonly IDBObjectStore[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = base.transaction([...names], 'readwrite', { durability: 'strict' });
    const silence = setTimeout(
      () => reject(new DOMException('the database does not answer', 'TimeoutError')),
      patience,
    );
    transaction.oncomplete = () => {
      clearTimeout(silence);
      resolve();
    };
    transaction.onabort = () => {
      clearTimeout(silence);
      reject(transaction.error ?? new DOMException('the transaction was undone', 'AbortError'));
    };
    try {
      write(names.map((name) => transaction.objectStore(name)));
      transaction.commit();
    } catch (error) {
      reject(error); // before the transaction is undone, whose error would say less
      transaction.abort();
    }
  });
}
