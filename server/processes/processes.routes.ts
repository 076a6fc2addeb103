import { processes } from '../../shared/contracts/processes.ts';
import { type Route, route } from '../platform/http/route.ts';
import { listDocumentTypes, listStationCommands, showProcess } from './processes.service.ts';

export const processesRoutes: Route[] = [
  route(processes.listDocumentTypes, ({ context, origin }) => listDocumentTypes(context, origin.language)),
  route(processes.getProcess, ({ context, params, origin }) =>
    showProcess(context, params.id, origin.language),
  ),
  route(processes.listCommands, ({ context }) => listStationCommands(context)),
];
