/** The pages of the desk « Siège »: the last part of `#/siege/<page>`. */
export const headquartersPageIds = ['echanges', 'messages', 'changements'] as const;
export type HeadquartersPage = (typeof headquartersPageIds)[number];

/** The page an address names; the exchange where it names none. */
export function headquartersPage(part: string | null): HeadquartersPage {
  return headquartersPageIds.find((each) => each === part) ?? 'echanges';
}
