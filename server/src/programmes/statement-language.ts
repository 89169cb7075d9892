const onlyVietnamese = /[ăđơưạ-ỹ]/iu;
const sharedWithOthers = /[àáãâèéêìíòóõôùúýĩũ]/iu;

/**
 * The language of an outcome that no document tags: Vietnamese where a letter of Vietnamese alone
 * stands in it, or two words with accents that other languages know too ("résumé" is one), else English.
 */
export function statementLanguage(text: string): 'vi' | 'en' {
  const composed = text.normalize('NFC');
  if (onlyVietnamese.test(composed)) return 'vi';
  return composed.split(/\s+/).filter((word) => sharedWithOthers.test(word)).length > 1
    ? 'vi'
    : 'en';
}
