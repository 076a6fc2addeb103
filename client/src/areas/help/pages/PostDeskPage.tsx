import { IconPrinter } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Page } from '../../../app/Page.tsx';
import { paths } from '../../../app/paths.ts';
import { StationLabel } from '../../../parts/StationLabel.tsx';
import { Button } from '../../../ui/Button.tsx';
import styles from './PostDeskPage.module.css';

const steps = ['pile', 'box', 'papers', 'read', 'done'] as const;
const outcomes = ['booked', 'already', 'aside', 'refused', 'unknown'] as const;
const commands = ['UNDO', 'CLEAR', 'DONE'] as const;

/** One sheet for beside the scanner: what to do, what the words ask, and the commands as symbols. */
export default function PostDeskPage() {
  const { t } = useTranslation('help');
  return (
    <Page
      title={t('postDesk.title')}
      above={{ path: paths.help, title: t('title') }}
      lead={<span data-screen-only>{t('postDesk.lead')}</span>}
      actions={
        <Button
          look="primary"
          icon={<IconPrinter size={20} stroke={1.6} aria-hidden="true" />}
          data-screen-only
          onClick={() => window.print()}
        >
          {t('print')}
        </Button>
      }
    >
      <div className={styles.sheet}>
        <div className={styles.words}>
          <section>
            <h2>{t('postDesk.stepsTitle')}</h2>
            <ol className={styles.steps}>
              {steps.map((step) => (
                <li key={step}>{t(`postDesk.steps.${step}`)}</li>
              ))}
            </ol>
          </section>
          <section>
            <h2>{t('postDesk.outcomesTitle')}</h2>
            <dl className={styles.outcomes}>
              {outcomes.map((outcome) => (
                <div key={outcome}>
                  <dt>{t(`postDesk.outcomes.${outcome}.word`)}</dt>
                  <dd>{t(`postDesk.outcomes.${outcome}.todo`)}</dd>
                </div>
              ))}
            </dl>
          </section>
          <section>
            <h2>{t('postDesk.stopTitle')}</h2>
            <p>{t('postDesk.stopText')}</p>
          </section>
        </div>
        <section className={styles.commands}>
          <h2>{t('postDesk.commandsTitle')}</h2>
          {commands.map((command) => (
            <StationLabel key={command} command={command} />
          ))}
          <p className="note">{t('postDesk.commandsText')}</p>
        </section>
      </div>
    </Page>
  );
}
