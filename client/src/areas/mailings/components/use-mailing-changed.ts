import { useQueryClient } from '@tanstack/react-query';
import type { MailingDetailView } from '../../../../../shared/contracts/mailings.ts';
import { mailingQuery, mailingsKey } from '../api.ts';

/** The mailing as the server gave it after a change; its list and papers are out of date then. */
export function useMailingChanged() {
  const queries = useQueryClient();
  return async (view: MailingDetailView) => {
    queries.setQueryData(mailingQuery(view.id).queryKey, view);
    await Promise.all([
      queries.invalidateQueries({ queryKey: [...mailingsKey, 'list'] }),
      queries.invalidateQueries({ queryKey: [...mailingsKey, view.id, 'papers'] }),
    ]);
  };
}
