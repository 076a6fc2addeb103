import type { Command } from 'commander';
import { findDocumentDamage } from '../documents/documents.service.ts';
import { findFigureDamage } from '../mailings/mailings.service.ts';
import { findPlaceDamage } from '../places/places.service.ts';
import type { Context } from '../platform/context.ts';
import { say } from './say.ts';
import { withContext } from './with-context.ts';

/** How many damages are printed; all are counted. */
const shown = 1_000;

export function addVerifyCommand(program: Command): void {
  program
    .command('verify')
    .description('prove over the whole database that nothing was lost, changed or issued twice')
    .action(() =>
      withContext(async (context) => {
        const damages = await verify(context);
        if (damages > 0) throw new Error(`${damages} damages found. Nothing was changed.`);
        say('All is as it was written.');
      }),
    );
}

async function verify(context: Context): Promise<number> {
  let damages = 0;
  const tell = (what: string, problem: string) => {
    damages += 1;
    if (damages <= shown) say(`${what}: ${problem}`);
  };
  let papers = 0;
  for await (const found of findDocumentDamage(context)) {
    if ('checked' in found) papers = found.checked;
    else tell(found.code, found.problem);
  }
  for await (const { code, problem } of findPlaceDamage(context.db)) tell(code, problem);
  for (const { mailing, problem } of await findFigureDamage(context)) tell(`mailing ${mailing}`, problem);
  say(`${papers} papers, their events, all places and all figures were checked.`);
  return damages;
}
