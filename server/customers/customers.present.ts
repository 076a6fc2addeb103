import type { CustomerView } from '../../shared/contracts/customers.ts';
import type { CustomerRow } from './customers.queries.ts';
import { crmLinkOf } from './customers.rules.ts';

export function presentCustomer(row: CustomerRow, crmPattern: string | null): CustomerView {
  return {
    id: row.id,
    ref: row.ref,
    name: row.name,
    city: row.city,
    addressLines: row.addressLines,
    doNotMail: row.doNotMail as CustomerView['doNotMail'],
    crmLink: crmLinkOf(crmPattern, row.ref),
  };
}
