import { type ReactNode, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { Link, useLocation } from 'react-router';
import { classes } from '../ui/classes.ts';
import styles from './Page.module.css';

interface PageProps {
  title: string;
  /** The page above this one. */
  above?: { path: string; title: string };
  lead?: ReactNode;
  /** Beside the title. */
  actions?: ReactNode;
  /** A pane at the right, on sheet; under the rest on a phone. */
  aside?: ReactNode;
  children?: ReactNode;
}

// The first page is read from its top; only a change of page moves the focus.
let shownBefore: string | undefined;

/** A page names itself: in the window's title, in its heading, and for screen readers when one comes to it. */
export function Page({ title, above, lead, actions, aside, children }: PageProps) {
  const { t } = useTranslation('common');
  const { pathname } = useLocation();
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    document.title = `${title} · ${t('product')}`;
  }, [title, t]);

  useEffect(() => {
    if (shownBefore !== undefined && shownBefore !== pathname) {
      window.scrollTo(0, 0);
      heading.current?.focus({ preventScroll: true });
    }
    shownBefore = pathname;
  }, [pathname]);

  return (
    <div className={classes(styles.page, aside !== undefined && styles.withAside)}>
      <div className={styles.main}>
        <header className={styles.header}>
          <div className={styles.titles}>
            {above && (
              <p className={styles.above}>
                <Link to={above.path}>{above.title}</Link>
              </p>
            )}
            <h1 ref={heading} tabIndex={-1}>
              {title}
            </h1>
            {lead && <p className={styles.lead}>{lead}</p>}
          </div>
          {actions && <div className={styles.actions}>{actions}</div>}
        </header>
        {children}
      </div>
      {aside !== undefined && <aside className={styles.aside}>{aside}</aside>}
    </div>
  );
}

/** A part of a page under a heading of its own. */
export function Section({ title, children }: { title: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section}>
      <h2>{title}</h2>
      {children}
    </section>
  );
}
