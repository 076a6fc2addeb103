import { useTranslation } from 'react-i18next';
import type { Permission } from '../../../shared/permissions.ts';
import { LinkButton } from '../ui/Button.tsx';
import { Page } from './Page.tsx';
import { paths } from './paths.ts';
import { useSession } from './session.ts';

export function NotFound() {
  const { t } = useTranslation('common');
  return (
    <Page title={t('page.notFound')} lead={t('notFound.text')}>
      <p>
        <LinkButton to={paths.home}>{t('notFound.home')}</LinkButton>
      </p>
    </Page>
  );
}

/** Says plainly which right is lacking and who can give it. */
export function NotAllowed({ permission }: { permission: Permission }) {
  const { t } = useTranslation('common');
  const { user } = useSession();
  return (
    <Page
      title={t('page.notAllowed')}
      lead={t('notAllowed.text', { name: user.name, what: t(`permission.${permission}`) })}
    >
      <p>
        <LinkButton to={paths.home}>{t('notAllowed.home')}</LinkButton>
      </p>
    </Page>
  );
}
