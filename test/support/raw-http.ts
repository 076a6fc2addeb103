import http from 'node:http';
import https from 'node:https';
import net from 'node:net';
import type { Problem } from '../../shared/errors.ts';

export interface RawAnswer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
}

export interface RawRequest {
  method?: string;
  headers?: Record<string, string>;
  body?: string | Uint8Array;
}

/** Sends a path as it is written, which `fetch` would tidy up first. Takes a certificate that nobody has signed. */
export function sendAsWritten(base: string, path: string, request: RawRequest = {}): Promise<RawAnswer> {
  const { hostname, port, protocol } = new URL(base);
  const { request: send } = protocol === 'https:' ? https : http;
  const length =
    request.body === undefined ? {} : { 'content-length': String(Buffer.from(request.body).length) };
  return new Promise((resolve, reject) => {
    const call = send({
      hostname,
      port,
      path,
      method: request.method ?? 'GET',
      headers: { ...length, ...request.headers },
      agent: false,
      rejectUnauthorized: false,
    });
    call.setTimeout(10_000, () => call.destroy(new Error('no answer within 10 seconds')));
    call.on('error', reject);
    call.on('response', (response) => {
      const parts: Buffer[] = [];
      response.on('data', (part: Buffer) => parts.push(part));
      response.on('error', reject);
      response.on('end', () =>
        resolve({
          status: response.statusCode ?? 0,
          headers: response.headers,
          text: Buffer.concat(parts).toString('utf8'),
        }),
      );
    });
    call.end(request.body);
  });
}

/** Sends bytes that need not be HTTP, and gives back all that comes until the other side ends. */
export function sendBytes(base: string, ...parts: (string | Uint8Array)[]): Promise<string> {
  const { hostname, port } = new URL(base);
  return new Promise((resolve, reject) => {
    const socket = net.connect(Number(port), hostname);
    let answer = '';
    socket.setTimeout(15_000, () => socket.destroy(new Error('no end within 15 seconds')));
    socket.on('data', (part) => {
      answer += part.toString('latin1');
    });
    socket.on('error', (error: NodeJS.ErrnoException) =>
      error.code === 'ECONNRESET' || error.code === 'EPIPE' ? resolve(answer) : reject(error),
    );
    socket.on('close', () => resolve(answer));
    for (const part of parts) socket.write(part);
  });
}

/** The problem document of a raw answer that must be one, whole: with its status and the id of its header. */
export function rawProblem({ status, headers, text }: RawAnswer): Problem {
  const type = String(headers['content-type'] ?? '');
  if (!type.startsWith('application/problem+json'))
    throw new Error(`no problem document but ${status} ${type}`);
  const problem = JSON.parse(text) as Problem;
  if (problem.status !== status) throw new Error(`status ${problem.status} in a ${status}`);
  if (problem.requestId !== headers['x-request-id'])
    throw new Error('another request id than the header has');
  return problem;
}
