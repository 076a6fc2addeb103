import { unwatchFile, watchFile } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { RequestListener } from 'node:http';
import http from 'node:http';
import https from 'node:https';
import type { AddressInfo } from 'node:net';
import type { Log } from '../log.ts';
import { StartError } from '../start-error.ts';
import { refuseUnreadable } from './refuse-unreadable.ts';

export interface TlsFiles {
  cert: string;
  key: string;
}

export interface ListenSettings {
  handle: RequestListener;
  host: string;
  port: number;
  tls: TlsFiles | undefined;
  log: Log;
  /** For tests, which do not wait that long. */
  patience?: Partial<typeof usualPatience>;
}

export interface Listening {
  readonly url: string;
  readonly port: number;
  /** Takes no new connections, lets requests under way end (up to `graceMs`), then closes what is left. */
  close(graceMs: number): Promise<void>;
}

/** Slow or stuck requests end: 15 s for the headers, 120 s for the whole request (an import over a slow line). */
const usualPatience = {
  headersTimeout: 15_000,
  requestTimeout: 120_000,
  keepAliveTimeout: 65_000,
  connectionsCheckingInterval: 5_000,
  certificatePoll: 10_000,
};

/** Serves HTTP, or HTTPS with certificate files that are taken up anew when they change. Throws a StartError. */
export async function listen({ handle, host, port, tls, log, patience }: ListenSettings): Promise<Listening> {
  const { certificatePoll, ...timeouts } = { ...usualPatience, ...patience };
  const options = { ...timeouts, maxHeaderSize: 16 * 1024 };
  const server = tls
    ? https.createServer({ ...options, ...(await readCertificate(tls)), minVersion: 'TLSv1.2' }, handle)
    : http.createServer(options, handle);
  server.on('clientError', refuseUnreadable);
  const stopWatching = tls ? watchCertificate(server as https.Server, tls, log, certificatePoll) : () => {};
  await bind(server, host, port);
  const bound = (server.address() as AddressInfo).port;
  return {
    url: `${tls ? 'https' : 'http'}://${reachableHost(host)}:${bound}`,
    port: bound,
    close(graceMs) {
      stopWatching();
      return closeServer(server, graceMs);
    },
  };
}

/** Every address of the machine is reached, from the machine itself, by its loopback. */
function reachableHost(host: string): string {
  if (host === '0.0.0.0' || host === '::') return '127.0.0.1';
  return host.includes(':') ? `[${host}]` : host;
}

function bind(server: http.Server, host: string, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(bindError(error, host, port)));
    server.listen(port, host, resolve);
  });
}

function bindError(error: NodeJS.ErrnoException, host: string, port: number): Error {
  if (error.code === 'EADDRINUSE') {
    return new StartError(
      'port-taken',
      `Port ${port} on ${host} is in use by another program. Stop that, or choose another with PORT. Nothing was changed.`,
    );
  }
  if (error.code === 'EACCES' || error.code === 'EADDRNOTAVAIL' || error.code === 'ENOTFOUND') {
    return new StartError(
      'address-not-available',
      `Cannot listen on ${host}:${port} (${error.code}). Set HOST to an address of this machine and PORT to one that this user may open.`,
    );
  }
  return error;
}

async function readCertificate({ cert, key }: TlsFiles): Promise<{ cert: Buffer; key: Buffer }> {
  try {
    const pem = { cert: await readFile(cert), key: await readFile(key) };
    (await import('node:tls')).createSecureContext(pem);
    return pem;
  } catch (error) {
    throw new StartError(
      'certificate-unreadable',
      `SPOOR_TLS_CERT and SPOOR_TLS_KEY must name PEM files of a certificate and its own key: ${(error as Error).message}`,
    );
  }
}

/** Polled, since certificate tools replace files by renaming, which watchers of a file miss. */
function watchCertificate(server: https.Server, tls: TlsFiles, log: Log, interval: number): () => void {
  const reload = async () => {
    try {
      server.setSecureContext(await readCertificate(tls));
      log.info({}, 'the certificate has changed and is in use');
    } catch {
      log.error({}, 'the changed certificate cannot be used; the earlier one stays');
    }
  };
  const files = [tls.cert, tls.key];
  for (const file of files) watchFile(file, { interval, persistent: false }, () => void reload());
  return () => {
    for (const file of files) unwatchFile(file);
  };
}

function closeServer(server: http.Server, graceMs: number): Promise<void> {
  return new Promise((resolve) => {
    const cut = setTimeout(() => server.closeAllConnections(), graceMs);
    // A connection whose request has just ended would wait for its next one until it is cut.
    const idle = setInterval(() => server.closeIdleConnections(), 50);
    server.close(() => {
      clearTimeout(cut);
      clearInterval(idle);
      resolve();
    });
    server.closeIdleConnections();
  });
}
