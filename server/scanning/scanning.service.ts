/** Scans from stations and partners, booked once; what waits for a person; what was turned down. */
export { bookScans } from './book-scans.ts';
export { forgetScansJob } from './forget-scans.ts';
export { listExceptions } from './list-exceptions.ts';
export { listRefusals } from './list-refusals.ts';
export { settleException } from './settle-exception.ts';
