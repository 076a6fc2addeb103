import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { Page, Section } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { groups } from '../articles.ts';
import { FirstStepsAgain } from '../components/FirstStepsAgain.tsx';
import { HelpSearch } from '../components/HelpSearch.tsx';
import styles from '../components/help.module.css';
import { useManual } from '../use-manual.ts';

/** The manual's contents, one's own work first, with a search over all of it. */
export default function HelpPage() {
  const { t } = useTranslation('help');
  const { may } = useSession();
  const manual = useManual();
  const own = groups.filter(({ of }) => of === null || may(of));
  const others = groups.filter((group) => !own.includes(group));
  return (
    <Page title={t('title')} lead={t('lead')} aside={<Beside />}>
      <HelpSearch>
        <div className={styles.groups}>
          {[...own, ...others].map(({ name, slugs }) => (
            <Section key={name} title={t(`group.${name}`)}>
              <ul className={styles.articles}>
                {slugs.map((slug) => (
                  <li key={slug}>
                    <Link to={paths.article(slug)}>{manual[slug].title}</Link>
                    <p>{manual[slug].lead}</p>
                  </li>
                ))}
              </ul>
            </Section>
          ))}
        </div>
      </HelpSearch>
    </Page>
  );
}

function Beside() {
  const { t } = useTranslation('help');
  const { may } = useSession();
  const guided = may('organisation.change') || may('mailings.issue') || may('scanning.book');
  return (
    <div className={styles.beside}>
      <h2>{t('beside.title')}</h2>
      <ul className={styles.articles}>
        {guided && (
          <li>
            <FirstStepsAgain />
            <p>{t('beside.firstStepsText')}</p>
          </li>
        )}
        <li>
          <Link to={paths.practice}>{t('beside.practice')}</Link>
          <p>{t('beside.practiceText')}</p>
        </li>
        <li>
          <Link to={paths.postDesk}>{t('beside.postDesk')}</Link>
          <p>{t('beside.postDeskText')}</p>
        </li>
      </ul>
      <p className="note">{t('beside.key')}</p>
    </div>
  );
}
