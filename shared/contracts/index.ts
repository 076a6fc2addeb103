import { accounts } from './accounts.ts';
import type { Endpoint } from './endpoint.ts';
import { jobs } from './jobs.ts';
import { organisation } from './organisation.ts';
import { system } from './system.ts';

/** All of the API, area by area. */
export const contracts = { accounts, organisation, jobs, system } as const;

/** Every operation once, for OpenAPI and for the checks that walk them all. */
export const endpoints: readonly Endpoint[] = Object.values(contracts).flatMap((area) => Object.values(area));
