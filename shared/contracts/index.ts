import { accounts } from './accounts.ts';
import { contents } from './contents.ts';
import { customers } from './customers.ts';
import { documents } from './documents.ts';
import { dossiers } from './dossiers.ts';
import type { Endpoint } from './endpoint.ts';
import { guide } from './guide.ts';
import { jobs } from './jobs.ts';
import { labels } from './labels.ts';
import { mailings } from './mailings.ts';
import { organisation } from './organisation.ts';
import { places } from './places.ts';
import { privacy } from './privacy.ts';
import { processes } from './processes.ts';
import { scanning } from './scanning.ts';
import { system } from './system.ts';

/** All of the API, area by area. */
export const contracts = {
  accounts,
  organisation,
  jobs,
  system,
  processes,
  customers,
  places,
  documents,
  contents,
  mailings,
  labels,
  dossiers,
  scanning,
  guide,
  privacy,
} as const;

/** Every operation once, for OpenAPI and for the checks that walk them all. */
export const endpoints: readonly Endpoint[] = Object.values(contracts).flatMap((area) => Object.values(area));
