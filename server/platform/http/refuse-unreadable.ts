import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import { type Problem, problems } from '../../../shared/errors.ts';

/**
 * Answers what Node cannot read as HTTP (headers too large, broken lines, too slow), which never reaches a route: as
 * a problem document too, and the connection ends with it.
 */
export function refuseUnreadable(error: NodeJS.ErrnoException, socket: Duplex): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy(error);
    return;
  }
  if (error.code === 'ERR_HTTP_REQUEST_TIMEOUT') {
    socket.end('HTTP/1.1 408 Request Timeout\r\nContent-Length: 0\r\nConnection: close\r\n\r\n');
    return;
  }
  const isTooLarge = error.code === 'HPE_HEADER_OVERFLOW';
  const requestId = randomUUID();
  const problem: Problem = {
    type: 'urn:spoor:problem:invalid-request',
    ...problems['invalid-request'],
    code: 'invalid-request',
    detail: isTooLarge
      ? 'The headers of the request are larger than 16 KB. Nothing was changed.'
      : 'This is not a request in HTTP that can be read. Nothing was changed.',
    requestId,
  };
  const body = JSON.stringify(problem);
  socket.end(
    [
      'HTTP/1.1 400 Bad Request',
      'Content-Type: application/problem+json; charset=utf-8',
      `Content-Length: ${Buffer.byteLength(body)}`,
      `X-Request-Id: ${requestId}`,
      'X-Content-Type-Options: nosniff',
      'Cache-Control: no-store',
      'Connection: close',
      '',
      body,
    ].join('\r\n'),
  );
}
