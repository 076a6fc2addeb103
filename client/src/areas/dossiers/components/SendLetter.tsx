import { IconMailPlus } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import type { DocumentTypeView } from '../../../../../shared/contracts/processes.ts';
import { call } from '../../../api/call.ts';
import { documentTypesQuery } from '../../../api/papers.ts';
import { useProblemText } from '../../../app/form/use-problem-text.ts';
import { useDates } from '../../../app/session.ts';
import { Button } from '../../../ui/Button.tsx';
import { Dialog } from '../../../ui/Dialog.tsx';
import { TextField } from '../../../ui/form/TextField.tsx';
import { useUnsent } from '../../../ui/form/unsent.ts';
import { Failed, Loading, Notice } from '../../../ui/Notice.tsx';
import { keys } from '../api.ts';
import { requestKey } from '../request-key.ts';
import styles from './SendLetter.module.css';

interface SendLetterProps {
  customer: CustomerView;
  primary?: boolean;
}

/** One paper for one customer, in two presses: this one, and which sort. */
export function SendLetter({ customer, primary = false }: SendLetterProps) {
  const { t } = useTranslation('dossiers');
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button
        look={primary ? 'primary' : 'secondary'}
        icon={<IconMailPlus size={20} stroke={1.6} />}
        onClick={() => setOpen(true)}
      >
        {t('send.open')}
      </Button>
      {open && (
        <Dialog title={t('send.title', { name: customer.name })} onClose={() => setOpen(false)}>
          <Types customer={customer} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  );
}

function Types({ customer, onDone }: { customer: CustomerView; onDone: () => void }) {
  const { t, i18n } = useTranslation(['dossiers', 'common']);
  const problems = useProblemText();
  const types = useQuery(documentTypesQuery(i18n.language));
  if (!types.data) {
    return types.error ? (
      <Failed
        text={problems.reading(types.error)}
        again={t('common:list.again')}
        onAgain={() => void types.refetch()}
      />
    ) : (
      <Loading text={t('common:list.loading')} />
    );
  }
  return <TypesForm types={types.data.items} customer={customer} onDone={onDone} />;
}

interface TypesFormProps {
  types: readonly DocumentTypeView[];
  customer: CustomerView;
  onDone: () => void;
}

/** Sent with the sort that is pressed. */
function TypesForm({ types, customer, onDone }: TypesFormProps) {
  const { t } = useTranslation('dossiers');
  const problems = useProblemText();
  const form = useRef<HTMLFormElement>(null);
  const { send, sending, error } = useSend(customer, onDone);
  useUnsent(form);
  return (
    <form ref={form} className={styles.form} onSubmit={(event) => event.preventDefault()}>
      {error && <Notice kind="error" title={problems.doing(error)} />}
      <p className={styles.text}>{t('send.text')}</p>
      <ul className={styles.types}>
        {types.map((type) => (
          <li key={type.key}>
            <button
              type="button"
              className={styles.type}
              aria-busy={sending === type.key || undefined}
              onClick={() => form.current && send(type, new FormData(form.current))}
            >
              <b>{type.name}</b>
              <span className="note">{type.answerable ? t('send.asksAnswer') : t('send.asksNothing')}</span>
            </button>
          </li>
        ))}
      </ul>
      <details className={styles.more}>
        <summary>{t('send.more')}</summary>
        <div className={styles.fields}>
          <TextField name="name" label={t('send.name')} hint={t('send.nameHint')} optional />
          <TextField name="expectedBy" type="date" label={t('send.expectedBy')} optional />
        </div>
      </details>
    </form>
  );
}

/** A second press while the first is under way does nothing; the same request, sent again, issues one paper. */
function useSend(customer: CustomerView, onDone: () => void) {
  const { t } = useTranslation('dossiers');
  const dates = useDates();
  const queries = useQueryClient();
  const before = useRef({ request: '', key: '' });
  const issue = useMutation({
    mutationFn: ({
      type,
      name,
      expectedBy,
    }: {
      type: DocumentTypeView;
      name: string;
      expectedBy: string;
    }) => {
      const title =
        name || t('send.defaultName', { type: type.name, day: dates.day(new Date().toISOString()) });
      const body = {
        name: title,
        documentType: type.key,
        customers: { ids: [customer.id] },
        ...(expectedBy && { expectedBy }),
      };
      const request = JSON.stringify(body);
      if (before.current.request !== request) before.current = { request, key: requestKey() };
      return call('post /mailings', { query: {}, body, idempotencyKey: before.current.key });
    },
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: keys.dossiers });
      onDone();
    },
  });
  return {
    sending: issue.isPending ? issue.variables.type.key : undefined,
    error: issue.error,
    send: (type: DocumentTypeView, data: FormData) => {
      if (issue.isPending) return;
      const text = (name: string) => String(data.get(name) ?? '').trim();
      issue.mutate({ type, name: text('name'), expectedBy: text('expectedBy') });
    },
  };
}
