import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { closeGuide } from '../../../app/guide.ts';
import { Button } from '../../../ui/Button.tsx';
import { Failed, Notice } from '../../../ui/Notice.tsx';
import { Trail } from '../../../ui/Trail.tsx';
import styles from './FirstSteps.module.css';
import type { Guide } from './use-first-steps.tsx';

/** What is done and what comes next; in nobody's way, since it can be put away. */
export function FirstSteps({ guide: { steps, error, again } }: { guide: Guide }) {
  const { t } = useTranslation(['guide', 'common']);
  const problems = useProblemText();
  const done = steps.filter((step) => step.done).length;
  const next = steps.findIndex((step) => !step.done);
  if (error) return <Failed text={problems.reading(error)} again={t('common:list.again')} onAgain={again} />;
  const words = {
    done: t('guide:steps.stateDone'),
    now: t('guide:steps.stateNow'),
    later: t('guide:steps.stateLater'),
  };
  return (
    <div className={styles.steps}>
      <div>
        <h2>{t('guide:steps.title')}</h2>
        <p className={styles.progress}>
          {done === steps.length
            ? t('guide:steps.allDone')
            : done === 0
              ? t('guide:steps.none')
              : t('guide:steps.progress', { done, total: steps.length })}
        </p>
      </div>
      <Trail
        steps={steps.map(({ done: isDone, action, note, ...step }, index) => {
          const state = isDone ? 'done' : index === next ? 'now' : 'later';
          const full = (
            <>
              <span>{note}</span>
              {state === 'now' && action}
            </>
          );
          return { ...step, state, stateText: words[state], note: full };
        })}
      />
      <PutAway />
    </div>
  );
}

function PutAway() {
  const { t } = useTranslation('guide');
  const problems = useProblemText();
  const queries = useQueryClient();
  const closing = useMutation({ mutationFn: () => closeGuide(queries, true) });
  return (
    <div className={styles.foot}>
      <p className="note">{t('steps.closeText')}</p>
      <Button look="quiet" busy={closing.isPending} onClick={() => closing.mutate()}>
        {t('steps.close')}
      </Button>
      {closing.error && <Notice kind="error" title={problems.reading(closing.error)} />}
    </div>
  );
}
