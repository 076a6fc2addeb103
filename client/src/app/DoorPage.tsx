import { type ReactNode, useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import styles from './DoorPage.module.css';

interface DoorPageProps {
  title: string;
  /** Above the title: whose Spoor this is. */
  above?: string;
  lead?: ReactNode;
  aside?: ReactNode;
  children?: ReactNode;
}

/** A page before the sign-in: one column, with what happens next beside it. */
export function DoorPage({ title, above, lead, aside, children }: DoorPageProps) {
  const { t } = useTranslation('common');
  useEffect(() => {
    document.title = title === t('product') ? title : `${title} · ${t('product')}`;
  }, [title, t]);
  return (
    <div className={styles.page}>
      <div className={styles.main}>
        <header className={styles.header}>
          {above && <p className={styles.above}>{above}</p>}
          <h1>{title}</h1>
          {lead && <p className={styles.lead}>{lead}</p>}
        </header>
        {children}
      </div>
      {aside && <aside className={styles.aside}>{aside}</aside>}
    </div>
  );
}
