import { useQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { GuideView } from '../../../../../shared/contracts/guide.ts';
import { mostCounted } from '../../../../../shared/guide/most-counted.ts';
import { guideQuery } from '../../../app/guide.ts';
import { paths } from '../../../app/paths.ts';
import { useOrganisation, useSession } from '../../../app/session.ts';
import { Actions, LinkButton } from '../../../ui/Button.tsx';
import { colleaguesQuery } from '../api.ts';
import { PracticeStep } from './PracticeStep.tsx';

export interface FirstStep {
  key: string;
  done: boolean;
  title: string;
  note: ReactNode;
  aside?: ReactNode;
  /** What there is to press while this is the next step. */
  action?: ReactNode;
}

export interface Guide {
  steps: FirstStep[];
  /** Not put away, and something in it for this person. */
  shown: boolean;
  error: unknown;
  again: () => void;
}

/** The steps that this person can take or waits for, with what is done of them: told by what there is. */
export function useFirstSteps(): Guide {
  const { may } = useSession();
  const administers = may('organisation.change');
  const concerned = administers || may('mailings.issue') || may('scanning.book');
  const asked = useQuery({ ...guideQuery, enabled: concerned });
  const name = useNameStep();
  const customers = useCustomersStep(asked.data);
  const practice = usePracticeStep(asked.data);
  const mailing = useMailingStep(asked.data);
  const colleagues = useColleaguesStep();
  const steps = [
    ...(administers ? [name] : []),
    ...(administers || may('mailings.issue') ? [customers] : []),
    practice,
    ...(administers || may('mailings.issue') ? [mailing] : []),
    ...(may('accounts.change') ? [colleagues] : []),
  ];
  const open = asked.data ? asked.data.closedAt === null : asked.isError;
  return { steps, shown: concerned && open, error: asked.error, again: () => void asked.refetch() };
}

function useNameStep(): FirstStep {
  const { t } = useTranslation(['guide', 'common']);
  const { name, language, timeZone } = useOrganisation();
  return {
    key: 'name',
    done: name !== null,
    title: name ?? t('guide:steps.name'),
    note: name
      ? t('guide:steps.named', { language: t(`common:language.${language}`), timeZone })
      : t('guide:steps.nameNote'),
    aside: name && <Link to={paths.organisation}>{t('guide:steps.change')}</Link>,
    action: (
      <LinkButton to={paths.organisation} look="primary">
        {t('guide:steps.nameAction')}
      </LinkButton>
    ),
  };
}

function useCustomersStep(guide: GuideView | undefined): FirstStep {
  const { t } = useTranslation('guide');
  const { may } = useSession();
  const count = guide?.customers ?? 0;
  const key =
    count === 0 ? 'steps.customers' : count < mostCounted ? 'steps.customersDone' : 'steps.customersMany';
  return {
    key: 'customers',
    done: count > 0,
    title: t(key, { count, amount: count }),
    note: count > 0 ? null : t(may('customers.import') ? 'steps.customersNote' : 'steps.customersOther'),
    aside: count > 0 && may('customers.read') && <Link to={paths.customers}>{t('steps.seeThem')}</Link>,
    action: may('customers.import') && (
      <Actions>
        <LinkButton to={paths.importCustomers} look="primary">
          {t('steps.customersAction')}
        </LinkButton>
        <LinkButton to={paths.addCustomer} look="quiet">
          {t('steps.customersFirst')}
        </LinkButton>
      </Actions>
    ),
  };
}

function usePracticeStep(guide: GuideView | undefined): FirstStep {
  const { t } = useTranslation('guide');
  const done = guide?.practisedAt != null;
  return {
    key: 'practise',
    done,
    title: t(done ? 'steps.practiseDone' : 'steps.practise'),
    note: t(done ? 'steps.practiseDoneNote' : 'steps.practiseNote'),
    aside: done && <Link to={paths.practice}>{t('steps.practiseAgain')}</Link>,
    action: <PracticeStep />,
  };
}

function useMailingStep(guide: GuideView | undefined): FirstStep {
  const { t } = useTranslation('guide');
  const { may } = useSession();
  const done = guide?.issued ?? false;
  const labels = guide?.mailing && may('labels.print') && (
    <Link to={paths.mailingLabels(guide.mailing.id)}>{t('steps.mailingLabels')}</Link>
  );
  return {
    key: 'mailing',
    done,
    title: t(done ? 'steps.mailingDone' : 'steps.mailing'),
    note: done
      ? (guide?.mailing?.name ?? null)
      : t(may('mailings.issue') ? 'steps.mailingNote' : 'steps.mailingOther'),
    aside: done && labels,
    action: may('mailings.issue') && (
      <LinkButton to={paths.addMailing} look="primary">
        {t('steps.mailingAction')}
      </LinkButton>
    ),
  };
}

function useColleaguesStep(): FirstStep {
  const { t } = useTranslation('guide');
  const { may } = useSession();
  const colleagues = useQuery({ ...colleaguesQuery, enabled: may('accounts.change') });
  const count = (colleagues.data?.items.length ?? 1) - 1;
  const many = colleagues.data !== undefined && colleagues.data.nextCursor !== null;
  const key = many ? 'steps.colleaguesMany' : count > 0 ? 'steps.colleaguesDone' : 'steps.colleagues';
  return {
    key: 'colleagues',
    done: count > 0,
    title: t(key, { count, amount: count }),
    note: count > 0 ? null : t('steps.colleaguesNote'),
    aside: count > 0 && <Link to={paths.people}>{t('steps.seeThem')}</Link>,
    action: (
      <LinkButton to={paths.addPerson} look="primary">
        {t('steps.colleaguesAction')}
      </LinkButton>
    ),
  };
}
