import { customers } from '../../shared/contracts/customers.ts';
import { type Route, route } from '../platform/http/route.ts';
import * as service from './customers.service.ts';

export const customersRoutes: Route[] = [
  route(customers.list, ({ context, actor, origin, query }) =>
    service.listCustomers(context, actor, origin, query),
  ),
  route(customers.add, ({ context, actor, origin, body }) =>
    service.addCustomer(context, actor, origin, body),
  ),
  route(customers.getByRef, ({ context, actor, origin, params }) =>
    service.showCustomerByRef(context, actor, origin, params.ref),
  ),
  route(customers.get, ({ context, actor, origin, params }) =>
    service.showCustomer(context, actor, origin, params.id),
  ),
  route(customers.change, ({ context, actor, origin, params, body }) =>
    service.changeCustomer(context, actor, origin, params.id, body),
  ),
  route(customers.import, async ({ context, actor, origin, query, body, reply }) => {
    const outcome = await service.importCustomers(context, actor, origin, body, query.dryRun);
    if ('job' in outcome) reply.accepted(outcome.job);
    return outcome;
  }),
];
