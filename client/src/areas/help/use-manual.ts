import { useTranslation } from 'react-i18next';
import { slugs } from './articles.ts';
import type { Article, Manual } from './search-manual.ts';

/** The manual in the language of the screens, as it stands in its catalogue. */
export function useManual(): Manual {
  const { t } = useTranslation('manual');
  const read = (slug: (typeof slugs)[number]): Article => t(`article.${slug}`, { returnObjects: true });
  return Object.fromEntries(slugs.map((slug) => [slug, read(slug)])) as unknown as Manual;
}
