import { Command } from 'commander';
import { z } from 'zod';
import { DomainError } from '../shared/errors.ts';
import { addCodesCommands } from './cli/codes-commands.ts';
import { addKeyCommands } from './cli/key-commands.ts';
import { say } from './cli/say.ts';
import { addUserCommands } from './cli/user-commands.ts';
import { addVerifyCommand } from './cli/verify-command.ts';
import { withContext } from './cli/with-context.ts';
import { StartError } from './platform/start-error.ts';
import { productVersion } from './product.ts';

/** The administrator's command line, `npm run spoor -- <verb>`. Exit code 0 only where it did what it was asked. */
const program = new Command('spoor')
  .description(
    'The administrator’s command line. It takes the same settings from the environment as the product.',
  )
  .version(productVersion)
  .showHelpAfterError('(--help explains)');

program
  .command('migrate')
  .description('bring the database to this version, as each start of the product does')
  .action(() => withContext(async () => say('The database is in order.')));
addUserCommands(program);
addKeyCommands(program);
addCodesCommands(program);
addVerifyCommand(program);

try {
  await program.parseAsync();
} catch (error) {
  process.stderr.write(`${explain(error)}\n`);
  process.exitCode = 1;
}

function explain(error: unknown): string {
  if (error instanceof z.ZodError) return error.issues.map(({ message }) => message).join('\n');
  if (error instanceof DomainError || error instanceof StartError) return error.message;
  return error instanceof Error ? error.message : String(error);
}
