import { type Command, InvalidArgumentError } from 'commander';
import { isIssuingStopped, resumeIssuing, usualSkip } from '../codes/codes.service.ts';
import { say } from './say.ts';
import { withContext } from './with-context.ts';

export function addCodesCommands(program: Command): void {
  const codes = program.command('codes').description('the numbers on paper');
  codes
    .command('status')
    .description('say whether new codes are issued')
    .action(() =>
      withContext(async (context) => {
        const stopped = await isIssuingStopped(context);
        say(
          stopped
            ? 'Stopped: this database is a copy or was restored. `codes resume` goes on.'
            : 'New codes are issued.',
        );
      }),
    );
  codes
    .command('resume')
    .description('issue codes again on a copied or restored database, once the original is no longer used')
    .option(
      '--skip <count>',
      'numbers to leave out: more than the original can have issued since',
      readCount,
      usualSkip,
    )
    .action(({ skip }: { skip: number }) =>
      withContext(async (context, _url, files) => {
        await resumeIssuing(context, files, skip);
        say(`New codes are issued, beyond the next ${skip} numbers.`);
      }),
    );
}

function readCount(text: string): number {
  const count = Number(text);
  if (Number.isSafeInteger(count) && count > 0) return count;
  throw new InvalidArgumentError('Give a whole number above 0.');
}
