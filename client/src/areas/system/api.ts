import { queryOptions } from '@tanstack/react-query';
import { call } from '../../api/call.ts';

export const systemQuery = queryOptions({
  queryKey: ['system'],
  queryFn: async () => {
    const system = await call('get /system');
    // One version may be installed in several places; it is one package to whoever reads licences.
    const once = new Map(system.packages.map((one) => [`${one.name}@${one.version}`, one]));
    return { ...system, packages: [...once.values()] };
  },
});
