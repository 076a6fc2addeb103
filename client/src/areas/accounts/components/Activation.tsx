import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { UserView } from '../../../../../shared/contracts/accounts.ts';
import { call } from '../../../api/call.ts';
import { isProblem } from '../../../api/problem.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { Actions, Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import styles from '../pages/person.module.css';
import { usePersonChanged } from './Access.tsx';

/** Shuts an account, after asking, or opens it again. Nothing is deleted either way. */
export function Activation({ person, onDone }: { person: UserView; onDone: (person: UserView) => void }) {
  const { t } = useTranslation(['accounts', 'common']);
  const [asking, setAsking] = useState(false);
  const changed = usePersonChanged();
  const { name } = person;
  const change = useMutation({
    mutationFn: (active: boolean) =>
      call('patch /users/{id}', { params: { id: person.id }, body: { active } }),
    onSuccess: (view) => {
      setAsking(false);
      changed(view);
      onDone(view);
    },
  });
  if (!person.active) {
    return (
      <div className={styles.action}>
        <Button busy={change.isPending} onClick={() => change.mutate(true)}>
          {t('accounts:person.activate')}
        </Button>
        <p>{t('accounts:person.activateText')}</p>
        <Refused error={change.error} />
      </div>
    );
  }
  return (
    <div className={styles.action}>
      <Button look="danger" onClick={() => setAsking(true)}>
        {t('accounts:person.deactivate')}
      </Button>
      <p>{t('accounts:person.deactivateText')}</p>
      {asking && (
        <Dialog title={t('accounts:person.deactivateTitle', { name })} onClose={() => setAsking(false)}>
          <p>{t('accounts:person.deactivateAsk', { name })}</p>
          <Refused error={change.error} />
          <Actions>
            <Button look="danger" busy={change.isPending} onClick={() => change.mutate(false)}>
              {t('accounts:person.deactivate')}
            </Button>
            <Button
              look="quiet"
              onClick={() => {
                change.reset();
                setAsking(false);
              }}
            >
              {t('common:form.cancel')}
            </Button>
          </Actions>
        </Dialog>
      )}
    </div>
  );
}

function Refused({ error }: { error: unknown }) {
  const { t } = useTranslation('accounts');
  const problems = useProblemText();
  if (!error) return null;
  return isProblem(error, 'last-administrator') ? (
    <Notice kind="error" title={t('person.lastAdministrator')}>
      <p>{problems.doing(error)}</p>
    </Notice>
  ) : (
    <Notice kind="error" title={problems.doing(error)} />
  );
}
