import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { paths } from '../../../app/paths.ts';
import { useOrganisation, useSession } from '../../../app/session.ts';
import { LinkButton } from '../../../ui/Button.tsx';
import { type Step, Trail } from '../../../ui/Trail.tsx';
import { colleaguesQuery } from '../api.ts';
import styles from './FirstSteps.module.css';

interface FirstStep extends Omit<Step, 'state' | 'stateText'> {
  done: boolean;
  /** The one thing to press while this is the next step. */
  action?: React.ReactNode;
}

/** What an administrator still has to do before others can work; leaves no doubt when it is all done. */
export function FirstSteps() {
  const { t } = useTranslation('system');
  const steps = useFirstSteps();
  const done = steps.filter((step) => step.done).length;
  const next = steps.findIndex((step) => !step.done);
  return (
    <div className={styles.steps}>
      <div>
        <h2>{t('steps.title')}</h2>
        <p className={styles.progress}>
          {done === steps.length ? t('steps.allDone') : t('steps.progress', { done, total: steps.length })}
        </p>
      </div>
      <Trail
        steps={steps.map(({ done: isDone, action, note, ...step }, index) => {
          const state = isDone ? 'done' : index === next ? 'now' : 'later';
          const words = {
            done: t('steps.stateDone'),
            now: t('steps.stateNow'),
            later: t('steps.stateLater'),
          };
          const full = (
            <>
              <span>{note}</span>
              {state === 'now' && action}
            </>
          );
          return { ...step, state, stateText: words[state], note: full };
        })}
      />
    </div>
  );
}

function useFirstSteps(): FirstStep[] {
  const { t } = useTranslation(['system', 'common']);
  const { user } = useSession();
  const { name, language, timeZone } = useOrganisation();
  const colleagues = useQuery(colleaguesQuery);
  const count = (colleagues.data?.items.length ?? 1) - 1;
  const many = colleagues.data?.nextCursor !== null && colleagues.data !== undefined;
  return [
    {
      key: 'running',
      done: true,
      title: t('system:steps.running'),
      note: t('system:steps.runningNote', { email: user.email }),
    },
    {
      key: 'name',
      done: name !== null,
      title: name ?? t('system:steps.name'),
      note: name
        ? t('system:steps.named', { language: t(`common:language.${language}`), timeZone })
        : t('system:steps.nameNote'),
      aside: name && <Link to={paths.organisation}>{t('system:steps.change')}</Link>,
      action: (
        <LinkButton to={paths.organisation} look="primary">
          {t('system:steps.nameAction')}
        </LinkButton>
      ),
    },
    {
      key: 'colleagues',
      done: count > 0,
      title: many
        ? t('system:steps.colleaguesMany')
        : count > 0
          ? t('system:steps.colleaguesDone', { count })
          : t('system:steps.colleagues'),
      note: count > 0 ? null : t('system:steps.colleaguesNote'),
      aside: count > 0 && <Link to={paths.people}>{t('system:steps.seeThem')}</Link>,
      action: (
        <LinkButton to={paths.addPerson} look="primary">
          {t('system:steps.colleaguesAction')}
        </LinkButton>
      ),
    },
  ];
}
