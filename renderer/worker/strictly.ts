/**
 * Writes into stores of an open database in one transaction, all or nothing, and resolves once it is on the disk:
 * Chromium's default commits survive a killed process but not a power cut. Rejects with the error that undid it.
 */
export function strictly(
  base: IDBDatabase,
  names: readonly string[],
  write: (stores: readonly IDBObjectStore[]) => void,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const transaction = base.transaction([...names], 'readwrite', { durability: 'strict' });
    transaction.oncomplete = () => resolve();
    transaction.onabort = () =>
      reject(transaction.error ?? new DOMException('the transaction was undone', 'AbortError'));
    try {
      write(names.map((name) => transaction.objectStore(name)));
      transaction.commit();
    } catch (error) {
      reject(error); // before the transaction is undone, whose error would say less
      transaction.abort();
    }
  });
}
