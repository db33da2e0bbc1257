import type { Installation } from './report';

export type InstallationFault =
  | 'not-packaged'
  | 'files-damaged'
  | 'page-missing'
  | 'keyboard-deaf'
  | 'page-open'
  | 'not-sandboxed'
  | 'storage-reclaimable'
  | 'network-tried'
  | 'journal-closed';

/** What is wrong with an installation, from what was seen of it. Nothing, where all is as it was packaged. */
export function installationFaults(seen: Installation): readonly InstallationFault[] {
  const { page, screens } = seen;
  const [first, afterKeys] = screens;
  const checks: readonly (readonly [boolean, InstallationFault])[] = [
    [seen.packaged, 'not-packaged'],
    [seen.files === null || seen.files.damaged.length === 0, 'files-damaged'],
    [first !== undefined && first.buttons.length > 0, 'page-missing'],
    [afterKeys !== undefined && afterKeys.buttons.join() !== first?.buttons.join(), 'keyboard-deaf'],
    [page.secure && page.isolated && !page.node && isStrict(page.policy), 'page-open'],
    [page.sandboxed, 'not-sandboxed'],
    [page.persisted, 'storage-reclaimable'],
    [seen.requestsRefused === 0, 'network-tried'],
    [seen.journal.unwritable === null, 'journal-closed'],
  ];
  return checks.flatMap(([well, fault]) => (well ? [] : [fault]));
}

function isStrict(policy: string): boolean {
  return policy.startsWith("default-src 'none'") && !policy.includes('unsafe-');
}
