import type { Aspect, CentreState } from '../../shared/exam/state';

/** Everything a state holds, in an order that owes nothing to how it was built. */
export function dump(state: CentreState): unknown {
  const shelves = [...state.shelves.keys()]
    .sort()
    .map((aspect) => [
      aspect,
      [...(state.shelves.get<Aspect>(aspect) ?? [])]
        .sort(byKey)
        .map(([scope, registers]) => [scope, [...registers].sort(byKey).filter(([, register]) => register.length > 0)]),
    ]);
  return {
    shelves,
    claims: [...state.claims].sort(byKey),
    withdrawn: [...state.withdrawn].sort(byKey),
    unread: [...state.unread].sort(),
  };
}

function byKey(a: readonly [string, unknown], b: readonly [string, unknown]): number {
  return a[0] < b[0] ? -1 : 1;
}
