const askedAgainAfter = 60_000;

/**
 * The IANA zone this machine is set to. Asking the system takes longer than sealing an entry: the answer is asked again
 * a minute later at the earliest. `monotonic` gives milliseconds.
 */
export function machineZone(monotonic: () => number): () => string {
  let asked = Number.NEGATIVE_INFINITY;
  let zone = '';
  return () => {
    if (monotonic() - asked >= askedAgainAfter) {
      asked = monotonic();
      zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
    }
    return zone;
  };
}
