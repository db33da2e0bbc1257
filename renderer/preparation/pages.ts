/** The pages of the preparation, in the order in which one needs them: the last part of `#/preparation/<page>`. */
export const preparationPageIds = [
  'candidats',
  'epreuves',
  'salles',
  'placement',
  'personnel',
  'importer',
  'copie',
] as const;
export type PreparationPage = (typeof preparationPageIds)[number];

export function isPreparationPage(page: string): page is PreparationPage {
  const pages: readonly string[] = preparationPageIds;
  return pages.includes(page);
}
