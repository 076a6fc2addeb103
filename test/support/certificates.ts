import { execFileSync } from 'node:child_process';
import { mkdtempSync, renameSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** Certificate files that nobody has signed, in a folder of their own. */
export function makeCertificates(name: string) {
  const folder = mkdtempSync(path.join(tmpdir(), 'spoor-test-tls-'));
  const files = { cert: path.join(folder, 'cert.pem'), key: path.join(folder, 'key.pem') };
  const make = (commonName: string) => {
    const fresh = { cert: `${files.cert}.new`, key: `${files.key}.new` };
    const subject = ['-subj', `/CN=${commonName}`, '-days', '2', '-nodes'];
    const curve = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1'];
    execFileSync(
      'openssl',
      ['req', '-x509', ...curve, ...subject, '-keyout', fresh.key, '-out', fresh.cert],
      {
        stdio: 'ignore',
      },
    );
    // As certificate tools do it: whole files, one after the other.
    renameSync(fresh.cert, files.cert);
    renameSync(fresh.key, files.key);
  };
  make(name);
  return { files, replace: make, remove: () => rmSync(folder, { recursive: true, force: true }) };
}
