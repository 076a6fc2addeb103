import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type { ZodType } from 'zod';
import { call } from '../../api/call.ts';

export const keys = { customers: ['customers'] } as const;

export function customersQuery(query: string) {
  return infiniteQueryOptions({
    queryKey: [...keys.customers, 'list', query],
    initialPageParam: '',
    queryFn: ({ pageParam }) => call('get /customers', { query: { query, cursor: pageParam } }),
    getNextPageParam: (page) => page.nextCursor,
  });
}

export function customerQuery(id: string) {
  return queryOptions({
    queryKey: [...keys.customers, id],
    queryFn: () => call('get /customers/{id}', { params: { id } }),
  });
}

export function importJobQuery(id: string) {
  return queryOptions({
    queryKey: ['jobs', 'one', id],
    queryFn: () => call('get /jobs/{id}', { params: { id } }),
    // Every second while it moves.
    refetchInterval: ({ state: { data } }) =>
      data && data.state !== 'queued' && data.state !== 'running' ? false : 1_000,
  });
}

// The contracts come with zod; they load with the first form, not with the page around it.
const contracts = () =>
  import('../../../../shared/contracts/customers.ts').then((module) => module.customers);

export const schemas = {
  add: () => contracts().then(({ add }) => withOneAddress(add.body)),
  change: () => contracts().then(({ change }) => withOneAddress(change.body)),
};

/** The lines of an address stand in one field, so what is wrong with one of them is told at that field. */
function withOneAddress<Out, In>(schema: ZodType<Out, In>): ZodType<unknown, In> {
  const parse = schema.safeParse.bind(schema);
  const safeParse = (body: unknown) => {
    const result = parse(body);
    for (const issue of result.error?.issues ?? []) {
      if (issue.path[0] !== 'addressLines') continue;
      issue.path.length = 1;
      // The most of a list is a number of lines, which the text about characters cannot say.
      if (issue.code === 'too_big' && issue.origin === 'array') Reflect.deleteProperty(issue, 'maximum');
    }
    return result;
  };
  return Object.assign(Object.create(schema) as ZodType<unknown, In>, { safeParse });
}
