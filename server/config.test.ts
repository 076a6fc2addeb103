import path from 'node:path';
import { expect, test } from 'vitest';
import { readConfig } from './config.ts';
import { StartError } from './platform/start-error.ts';

/** The lines that name what is wrong. */
function complaints(env: Record<string, string>): string[] {
  try {
    readConfig(env);
  } catch (error) {
    expect(error).toBeInstanceOf(StartError);
    const { code, message } = error as StartError;
    expect(code).toBe('settings-wrong');
    return message.split('\n').slice(1);
  }
  return [];
}

test('without any setting everything has a safe default', () => {
  expect(readConfig({})).toEqual({
    host: '127.0.0.1',
    port: 3000,
    dataFolder: path.resolve('data'),
    database: undefined,
    administrator: undefined,
    publicOrigin: undefined,
    tls: undefined,
    trustProxy: false,
    logLevel: 'info',
  });
});

test('an empty value counts as none given, and what is not ours is left alone', () => {
  expect(readConfig({ PORT: '', DATABASE_URL: '', SPOOR_PUBLIC_URL: '', PATH: '/bin' })).toEqual(
    readConfig({}),
  );
});

test('every bad setting is named at once, each with what it should be', () => {
  const named = complaints({
    PORT: '70000',
    DATABASE_URL: 'mysql://a:b@c/d',
    SPOOR_APP_DATABASE_URL: 'x',
    SPOOR_ADMIN_EMAIL: 'nobody',
    SPOOR_PUBLIC_URL: 'spoor.example',
    SPOOR_TLS_CERT: '/cert.pem',
    SPOOR_TRUST_PROXY: 'true',
    LOG_LEVEL: 'loud',
  });
  const names = named.map((line) => line.trim().split(':')[0]);
  expect(names.toSorted()).toEqual(
    [
      'PORT',
      'DATABASE_URL',
      'SPOOR_APP_DATABASE_URL',
      'SPOOR_ADMIN_EMAIL',
      'SPOOR_ADMIN_EMAIL',
      'SPOOR_PUBLIC_URL',
      'SPOOR_TLS_CERT',
      'SPOOR_TRUST_PROXY',
      'LOG_LEVEL',
    ].toSorted(),
  );
  expect(named.find((line) => line.includes('PORT'))).toContain('0 to 65535');
});

test('what is wrong with a password or an address is said without repeating it', () => {
  const said = complaints({
    DATABASE_URL: 'postgres://owner:geheim@/x',
    SPOOR_ADMIN_PASSWORD: 'geheim',
  }).join();
  expect(said).not.toContain('geheim');
});

test.each(['-1', '1.5', '65536', '3000x', '0x10', ' 80', '1e3'])('PORT=%s is refused', (PORT) => {
  expect(complaints({ PORT })).toHaveLength(1);
});

test.each([
  ['0', 0],
  ['8080', 8080],
  ['65535', 65_535],
])('PORT=%s is taken', (PORT, port) => {
  expect(readConfig({ PORT }).port).toBe(port);
});

test('a database elsewhere is named by its URL, with the signs in its parts undone', () => {
  const DATABASE_URL = 'postgresql://ow%40ner:p%2Fw%3A@db.example:6543/sp%20oor?sslmode=verify-full';
  expect(readConfig({ DATABASE_URL }).database).toEqual({
    owner: {
      host: 'db.example',
      port: 6543,
      user: 'ow@ner',
      password: 'p/w:',
      database: 'sp oor',
      ssl: { rejectUnauthorized: true },
    },
    application: undefined,
  });
  const socket = readConfig({ DATABASE_URL: 'postgres://owner:pw@/spoor?host=/run/postgresql' }).database
    ?.owner;
  expect(socket).toEqual({
    host: '/run/postgresql',
    port: 5432,
    user: 'owner',
    password: 'pw',
    database: 'spoor',
  });
});

test.each([
  'postgres://owner:pw@host',
  'postgres://owner:pw@host/',
  'postgres://owner@host/spoor',
  'postgres://host/spoor',
  'http://owner:pw@host/spoor',
  'host=db user=owner',
  'postgres://owner:pw@host:99999/spoor',
  'postgres://own%zzer:pw@host/spoor',
])('DATABASE_URL=%s is refused', (DATABASE_URL) => {
  expect(complaints({ DATABASE_URL })).toHaveLength(1);
});

test('the application needs a role of its own in the same database', () => {
  const DATABASE_URL = 'postgres://owner:pw@host/spoor';
  const withApp = (SPOOR_APP_DATABASE_URL: string) => complaints({ DATABASE_URL, SPOOR_APP_DATABASE_URL });
  expect(withApp('postgres://app:pw@host/spoor')).toEqual([]);
  expect(withApp('postgres://owner:pw@host/spoor').join()).toContain('another role');
  expect(withApp('postgres://app:pw@host/other').join()).toContain('same database');
  expect(complaints({ SPOOR_APP_DATABASE_URL: 'postgres://app:pw@host/spoor' }).join()).toContain(
    'DATABASE_URL',
  );
});

test.each([
  ['SPOOR_ADMIN_EMAIL', 'a@example.org', 'SPOOR_ADMIN_PASSWORD'],
  ['SPOOR_ADMIN_PASSWORD', 'x', 'SPOOR_ADMIN_EMAIL'],
  ['SPOOR_TLS_CERT', '/c', 'SPOOR_TLS_KEY'],
  ['SPOOR_TLS_KEY', '/k', 'SPOOR_TLS_CERT'],
])('%s alone is refused, since it needs its other half', (name, value, other) => {
  expect(complaints({ [name]: value })).toEqual([`  ${name}: needs ${other} beside it`]);
});

test.each([
  ['false', false],
  ['0', 0],
  ['2', 2],
  ['loopback', 'loopback'],
  ['10.0.0.1', '10.0.0.1'],
  ['10.0.0.0/8, 2001:db8::/32', '10.0.0.0/8, 2001:db8::/32'],
])('SPOOR_TRUST_PROXY=%s is taken', (SPOOR_TRUST_PROXY, trustProxy) => {
  expect(readConfig({ SPOOR_TRUST_PROXY }).trustProxy).toBe(trustProxy);
});

test.each(['true', 'yes', '*', 'proxy.example', '10.0.0.1;', '10.0.0.999', '10.0.0.0/99', '1.2', ':::'])(
  'SPOOR_TRUST_PROXY=%s is refused before it stops the start in another way',
  (SPOOR_TRUST_PROXY) => {
    expect(complaints({ SPOOR_TRUST_PROXY })).toHaveLength(1);
  },
);

test.each([
  ['https://spoor.example', 'https://spoor.example'],
  ['https://spoor.example/', 'https://spoor.example'],
  ['http://10.0.0.5:8080', 'http://10.0.0.5:8080'],
  ['HTTPS://Spoor.Example:443', 'https://spoor.example'],
])('SPOOR_PUBLIC_URL=%s is taken', (SPOOR_PUBLIC_URL, origin) => {
  expect(readConfig({ SPOOR_PUBLIC_URL }).publicOrigin).toBe(origin);
});

test.each([
  'https://spoor.example/app',
  'ftp://spoor.example',
  'spoor.example',
  'https://spoor.example?x',
  'https://u:p@spoor.example',
])('SPOOR_PUBLIC_URL=%s is refused', (SPOOR_PUBLIC_URL) => {
  expect(complaints({ SPOOR_PUBLIC_URL })).toHaveLength(1);
});
