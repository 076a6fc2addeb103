import type { Code } from '../../shared/codes/code.ts';
import type { DocumentView, PlaceOfDocument } from '../../shared/contracts/documents.ts';
import type { Language } from '../../shared/contracts/fields.ts';
import { describeStatus } from '../../shared/process/describe-status.ts';
import { findCustomers } from '../customers/customers.service.ts';
import { findPaths } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { getProcesses, type LoadedProcess, valuesOf } from '../processes/processes.service.ts';
import type { DocumentState } from './document-state.ts';
import { findMailingTitles } from './documents.queries.ts';
import { waitingPresenter } from './present-waiting.ts';
import type { ShownDocument } from './waiting.queries.ts';

type Paths = Awaited<ReturnType<typeof findPaths>>;

/** Papers as the API gives them out, in words of the reader's language; `withCustomer` where he may see whose they are. */
export async function presentDocuments(
  context: Context,
  papers: readonly ShownDocument[],
  language: Language,
  withCustomer: boolean,
): Promise<DocumentView[]> {
  const { db } = context;
  const processes = await getProcesses(
    context,
    papers.map(({ processId }) => processId),
  );
  const mailings = await findMailingTitles(
    db,
    papers.map(({ mailingId }) => mailingId),
  );
  const paths = await findPaths(db, placesOf(papers));
  const presentWaiting = await waitingPresenter(context, papers, paths, language);
  const customers = withCustomer
    ? await findCustomers(
        db,
        papers.map(({ customerId }) => customerId),
      )
    : undefined;
  return papers.map((paper) => {
    const process = processes.get(paper.processId);
    const mailing = mailings.get(paper.mailingId);
    if (!process || !mailing) throw new Error(`paper ${paper.code} has lost its process or mailing`);
    const customer = customers?.get(paper.customerId);
    return {
      code: paper.code,
      type: { key: process.key, name: process.type.name[language] },
      process: { id: process.id, version: process.version },
      mailing,
      runNumber: paper.runNumber,
      ...(customer ? { customer: { id: customer.id, ref: customer.ref, name: customer.name } } : {}),
      ...presentStatus(paper, process, language),
      answeredAt: paper.answeredAt?.toISOString() ?? null,
      place: presentPlaceOf(paper, paths),
      keyPoints: paper.keyPoints,
      waiting: presentWaiting(paper, process),
    };
  });
}

/** Papers of one mailing: what tells them apart, without what they have in common. */
export async function presentPapers(context: Context, papers: readonly ShownDocument[], language: Language) {
  const processes = await getProcesses(
    context,
    papers.map(({ processId }) => processId),
  );
  const paths = await findPaths(context.db, placesOf(papers));
  const presentWaiting = await waitingPresenter(context, papers, paths, language);
  return papers.map((paper) => {
    const process = processes.get(paper.processId);
    if (!process) throw new Error(`paper ${paper.code} has lost its process`);
    return {
      code: paper.code,
      runNumber: paper.runNumber,
      ...presentStatus(paper, process, language),
      answeredAt: paper.answeredAt?.toISOString() ?? null,
      place: presentPlaceOf(paper, paths),
      waiting: presentWaiting(paper, process),
    };
  });
}

/** The values by name, and the same in words. */
function presentStatus(paper: DocumentState, process: LoadedProcess, language: Language) {
  const status = valuesOf(process, paper.status);
  const { headline, beside } = describeStatus(process.process, status, language);
  return { status, words: { headline, details: beside } };
}

/** A paper that was scanned into a box is known `with-container` from the moment that the box was moved. */
export function presentPlaceOf(paper: DocumentState, paths: Paths): PlaceOfDocument {
  const holder = paper.place === null ? undefined : paths.get(paper.place);
  const moved = holder?.movedAt && holder.movedAt > paper.since ? holder.movedAt : undefined;
  return {
    state: paper.whereabouts,
    path: holder?.path ?? [],
    since: (moved ?? paper.since).toISOString(),
    known: moved ? 'with-container' : paper.known,
  };
}

/** Where they lie, and where scans that were set aside put them. */
function placesOf(papers: readonly ShownDocument[]): Code[] {
  const places = papers.flatMap(({ place, waiting }) => [place, ...waiting.map((scan) => scan.place)]);
  return [...new Set(places.filter((place) => place !== null))];
}
