import { IconPrinter } from '@tabler/icons-react';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useParams } from 'react-router';
import { NotFound } from '../../../app/NotHere.tsx';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { Button } from '../../../ui/Button.tsx';
import { isSlug, type Slug } from '../articles.ts';
import { ArticleText } from '../components/ArticleText.tsx';
import styles from '../components/help.module.css';
import { useManual } from '../use-manual.ts';

/** One article, to read, to link to and to print. */
export default function ArticlePage() {
  const { slug } = useParams();
  return isSlug(slug) ? <Article slug={slug} /> : <NotFound />;
}

function Article({ slug }: { slug: Slug }) {
  const { t } = useTranslation('help');
  const { hash } = useLocation();
  const { title, lead, parts } = useManual()[slug];
  // After the page has gone to its top.
  useEffect(() => {
    if (hash) document.getElementById(hash.slice(1))?.scrollIntoView();
  }, [hash]);
  return (
    <Page
      title={title}
      above={{ path: paths.help, title: t('title') }}
      lead={lead}
      actions={
        <Button
          icon={<IconPrinter size={20} stroke={1.6} aria-hidden="true" />}
          data-screen-only
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      }
    >
      <article className={slug === 'glossary' ? styles.glossary : styles.article}>
        {Object.entries(parts).map(([part, { title: heading, text }]) => (
          <section key={part} id={part} className={styles.part}>
            <h2>{heading}</h2>
            <ArticleText text={text} />
          </section>
        ))}
      </article>
    </Page>
  );
}
