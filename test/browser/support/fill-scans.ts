import { randomUUID } from 'node:crypto';
import { makeCode } from '../../../shared/codes/code.ts';
import type { ApiClient } from '../../support/api-client.ts';

interface Scanned {
  code: string | undefined;
  moment?: string;
  place?: string;
}

/**
 * Some papers came back: booked, in a box, two that contradict themselves (one of them settled), some turned down.
 * Returns the one that has waited longest.
 */
export async function fillScans(client: ApiClient, mailing: string, box: string): Promise<string> {
  const { body } = await client.get<{ items: { code: string }[] }>(`/mailings/${mailing}/documents?limit=20`);
  const codes = body.items.map(({ code }) => code).reverse();
  const scan = async (...scans: Scanned[]) => {
    const sentAt = new Date().toISOString();
    const sent = scans.map((one) => ({ ...one, id: randomUUID(), at: sentAt }));
    const answer = await client.post('/scans', { station: 'Post desk 1', sentAt, scans: sent });
    if (answer.status !== 200) throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
  };
  await scan(...codes.slice(0, 8).map((code) => ({ code, moment: 'answered-yes', place: box })));
  await scan(...codes.slice(8, 11).map((code) => ({ code, moment: 'answered-no' })));
  await scan(
    { code: codes[0], moment: 'answered-no' },
    { code: codes[8], moment: 'answered-yes', place: box },
  );
  await scan({ code: codes[9], moment: 'undeliverable-moved' });
  await scan(
    { code: makeCode(1_000_000_007), moment: 'answered-yes' },
    { code: codes[11], moment: 'signed' },
  );
  const open = await client.get<{ items: { id: string; code: string }[] }>('/scans/exceptions');
  const settled = { decision: 'present', reason: 'The first answer is on the coupon itself' };
  await client.post(`/scans/exceptions/${open.body.items.at(-1)?.id}/settle`, settled);
  return open.body.items[0]?.code ?? '';
}
