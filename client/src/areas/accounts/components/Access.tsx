import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useLocation, useNavigate } from 'react-router';
import type { UserView } from '../../../../../shared/contracts/accounts.ts';
import { call } from '../../../api/call.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useSession } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Notice } from '../../../ui/Notice.tsx';
import { keys, personQuery, personSessionsQuery } from '../api.ts';
import styles from '../pages/person.module.css';
import { Activation } from './Activation.tsx';
import { PasswordLinkDialog } from './PasswordLinkDialog.tsx';

/** What lets a person in: a link to set a password, the sessions, the account itself. */
export function Access({ person }: { person: UserView }) {
  const { t } = useTranslation('accounts');
  const [news, setNews] = useState('');
  return (
    <div className={styles.access}>
      <h2>{t('person.access')}</h2>
      {news && <Notice kind="done">{news}</Notice>}
      <LinkAction person={person} onAdded={() => setNews(t('person.added', { name: person.name }))} />
      <SessionsAction person={person} onEnded={() => setNews(t('person.sessionsEnded'))} />
      <Activation
        person={person}
        onDone={({ active, name }) =>
          setNews(active ? t('person.activated', { name }) : t('person.deactivated', { name }))
        }
      />
    </div>
  );
}

function LinkAction({ person, onAdded }: { person: UserView; onAdded: () => void }) {
  const { t } = useTranslation('accounts');
  const problems = useProblemText();
  const make = useMutation({
    mutationFn: () => call('post /users/{id}/password-link', { params: { id: person.id } }),
  });
  useJustAdded(onAdded, make.mutate);
  return (
    <div className={styles.action}>
      <Button busy={make.isPending} onClick={() => make.mutate()}>
        {t('person.makeLink')}
      </Button>
      <p>{t('person.makeLinkText')}</p>
      {make.error && <Notice kind="error" title={problems.doing(make.error)} />}
      {make.data && <PasswordLinkDialog name={person.name} link={make.data} onClose={make.reset} />}
    </div>
  );
}

/** Straight from adding: say so, and make the link where no password was given. Once, not at a reload. */
function useJustAdded(onAdded: () => void, makeLink: () => void) {
  const state: unknown = useLocation().state;
  const navigate = useNavigate();
  const seen = useRef(false);
  useEffect(() => {
    if (seen.current || typeof state !== 'object' || state === null || !('added' in state)) return;
    seen.current = true;
    onAdded();
    if ('makeLink' in state && state.makeLink) makeLink();
    void navigate('.', { replace: true, state: null });
  }, [state, onAdded, makeLink, navigate]);
}

function SessionsAction({ person, onEnded }: { person: UserView; onEnded: () => void }) {
  const { t } = useTranslation('accounts');
  const { user } = useSession();
  const problems = useProblemText();
  const queries = useQueryClient();
  const sessions = useQuery(personSessionsQuery(person.id));
  const end = useMutation({
    mutationFn: () => call('delete /users/{id}/sessions', { params: { id: person.id } }),
    onSuccess: async () => {
      onEnded();
      await queries.invalidateQueries({ queryKey: personSessionsQuery(person.id).queryKey });
    },
  });
  // One's own are on one's own account page, where the present one is kept.
  if (person.id === user.id) return null;
  const count = sessions.data?.items.length ?? 0;
  return (
    <div className={styles.action}>
      {count > 0 && (
        <Button busy={end.isPending} onClick={() => end.mutate()}>
          {t('person.endSessions')}
        </Button>
      )}
      {sessions.data && (
        <p>
          {count > 0
            ? `${t('person.sessionsCount', { count })} ${t('person.endSessionsText', { name: person.name })}`
            : t('person.sessionsNone')}
        </p>
      )}
      {end.error && <Notice kind="error" title={problems.doing(end.error)} />}
    </div>
  );
}

/** After a change of the account: what is shown about the person is out of date. */
export function usePersonChanged() {
  const queries = useQueryClient();
  return (view: UserView) => {
    queries.setQueryData(personQuery(view.id).queryKey, view);
    void queries.invalidateQueries({ queryKey: [...keys.people, 'list'] });
    void queries.invalidateQueries({ queryKey: personSessionsQuery(view.id).queryKey });
  };
}
