import { expect, test } from 'vitest';
import { openLog } from '../../server/platform/log.ts';
import { endpoints } from '../../shared/contracts/index.ts';
import { addPerson, signedInWithAllRoles, withKey } from '../support/people.ts';
import { sendAsWritten } from '../support/raw-http.ts';
import { startTestApp, testPassword } from '../support/test-app.ts';

test('a round of all calls leaves no name, address, password, key or searched word in the log', async () => {
  const lines: string[] = [];
  const app = await startTestApp({ log: openLog('trace', { write: (line) => void lines.push(line) }) });
  try {
    const all = await signedInWithAllRoles(app);
    const { id } = await addPerson(all, {
      email: 'geertruida@example.org',
      name: 'Geertruida Zwaluw',
      password: testPassword,
    });
    const { key, client: program } = await withKey(app, all, 'accounts.read');
    const { body: link } = await all.post<{ url: string }>(`/users/${id}/password-link`, undefined);
    await all.get('/users?query=Zwaluwstaart');
    await all.get('/access-log?subject=Zwaluwstaart&action=Geertruida');
    await program.get('/users');
    await app
      .stranger()
      .post('/session', { email: 'geertruida@example.org', password: 'verkeerd wachtwoord' });
    await app
      .stranger()
      .post('/session', { email: 'geertruida\0@example.org', password: 'verkeerd wachtwoord' });
    await all.post('/users', {
      email: 'geertruida@example.org',
      name: 'Geertruida',
      roles: [],
      password: 'verkeerd wachtwoord',
    });
    await all.call('GET', '/users/Zwaluwstaart');
    await sendAsWritten(app.url, '/Zwaluwstaart?query=Geertruida');
    await sendAsWritten(app.url, '/api/v1/users', {
      method: 'POST',
      body: '{"name": "Geertruida Zwaluw"',
      headers: { cookie: all.cookie!, 'content-type': 'application/json' },
    });
    for (const { method, path } of endpoints) {
      if (path === '/session') continue;
      await all.call(method.toUpperCase(), path.replace('{id}', 'Zwaluwstaart'), {
        headers: { 'user-agent': 'Zwaluwstaart 1.0' },
      });
    }
    // A failure of ours in the middle, whose database error quotes a row.
    await app.database.query('alter table users add constraint broken check (false) not valid');
    const broken = await all.post('/users', { email: 'zwaluw2@example.org', name: 'Zwaluw', roles: [] });
    expect(broken.status).toBe(500);
    const log = lines.join('').toLowerCase();
    const secrets = [key, key.slice(15), all.cookie!.split('=')[1]!, link.url.split('#')[1]!, testPassword];
    for (const word of [
      'geertruida',
      'zwaluw',
      'example.org',
      'verkeerd',
      'wachtwoord',
      '127.0.0.1',
      'test all',
      ...secrets,
    ]) {
      expect([word, log.includes(word.toLowerCase())]).toEqual([word, false]);
    }
  } finally {
    await app.stop();
  }
  const entries = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
  const requests = entries.filter(({ msg }) => msg === 'request');
  expect(requests.length).toBeGreaterThan(20);
  expect(requests[0]).toEqual({
    level: 'info',
    time: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/),
    requestId: expect.any(String),
    route: 'post /session',
    status: 200,
    ms: expect.any(Number),
    msg: 'request',
  });
  const failure = entries.find(({ msg }) => msg === 'a request failed');
  expect(failure).toMatchObject({
    level: 'error',
    err: { code: '23514', constraint: 'broken', table: 'users' },
  });
});
