import { type ReactNode, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { SearchBox } from '../../../ui/SearchBox.tsx';
import { slugs } from '../articles.ts';
import { searchManual } from '../search-manual.ts';
import { useManual } from '../use-manual.ts';
import styles from './help.module.css';

/** Searches the whole manual while one types; nothing is asked of the server. */
export function HelpSearch({ children }: { children: ReactNode }) {
  const { t } = useTranslation('help');
  const manual = useManual();
  const [query, setQuery] = useState('');
  const hits = searchManual(manual, slugs, query);
  return (
    <>
      <SearchBox label={t('search.label')} value={query} onSearch={setQuery} />
      <p className="for-screen-readers" role="status">
        {query.trim() !== '' && t('search.found', { count: hits.length })}
      </p>
      {query.trim() === '' ? (
        children
      ) : hits.length === 0 ? (
        <p className="lines">{t('search.nothing', { text: query.trim() })}</p>
      ) : (
        <ul className={styles.hits}>
          {hits.map(({ slug, part, title, above, excerpt }) => (
            <li key={`${slug} ${part}`}>
              <Link to={`${paths.article(slug)}${part ? `#${part}` : ''}`}>{title}</Link>
              {above && <span className="note">{above}</span>}
              <p>{excerpt}</p>
            </li>
          ))}
        </ul>
      )}
    </>
  );
}
