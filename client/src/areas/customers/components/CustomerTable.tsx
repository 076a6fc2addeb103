import { IconMailOff } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import type { CustomerView } from '../../../../../shared/contracts/customers.ts';
import { paths } from '../../../app/paths.ts';
import { useSession } from '../../../app/session.ts';
import { type Column, Table } from '../../../ui/Table.tsx';
import styles from './CustomerTable.module.css';

/** Who was found; each leads to the dossier, or for who may only change customers to that. */
export function CustomerTable({ customers }: { customers: CustomerView[] }) {
  const { t } = useTranslation('customers');
  const { may } = useSession();
  const pathOf = ({ id }: CustomerView) => {
    if (may('dossiers.read')) return paths.customer(id);
    return may('customers.change') ? paths.changeCustomer(id) : undefined;
  };
  const columns: Column<CustomerView>[] = [
    {
      key: 'name',
      head: t('field.name'),
      width: 1.6,
      cell: (customer) => {
        const path = pathOf(customer);
        return path ? <Link to={path}>{customer.name}</Link> : customer.name;
      },
    },
    {
      key: 'ref',
      head: t('field.ref'),
      cell: ({ ref }) => <span className={styles.ref}>{ref}</span>,
    },
    { key: 'city', head: t('field.city'), cell: ({ city }) => city ?? '–' },
    {
      key: 'mail',
      head: t('list.mailHead'),
      cell: ({ doNotMail }) =>
        doNotMail && (
          <span className={styles.noMail}>
            <IconMailOff size={16} stroke={1.6} aria-hidden="true" />
            {t(`doNotMail.${doNotMail}`)}
          </span>
        ),
      quietHead: true,
    },
  ];
  return (
    <Table compact caption={t('list.caption')} columns={columns} rows={customers} rowKey={({ id }) => id} />
  );
}
