import { text } from 'node:stream/consumers';
import { type Command, Option } from 'commander';
import { email } from '../../shared/contracts/fields.ts';
import { type Role, roles } from '../../shared/permissions.ts';
import { addUser, makePasswordLink } from '../accounts/accounts.service.ts';
import { getPerson } from './get-person.ts';
import { say } from './say.ts';
import { withContext } from './with-context.ts';

interface AddOptions {
  email: string;
  name: string;
  role: Role[];
  passwordStdin?: boolean;
}

export function addUserCommands(program: Command): void {
  const user = program.command('user').description('people who may sign in');
  user
    .command('add')
    .description('add a person; without --password-stdin it prints a one-time link to set a password')
    .requiredOption('--email <address>', 'with which the person signs in')
    .requiredOption('--name <name>', 'as colleagues see it')
    .addOption(new Option('--role <role...>', 'what the person may do').choices([...roles]).default([]))
    .option('--password-stdin', 'read the password from standard input, up to the first line end')
    .action(addPerson);
  user
    .command('password')
    .description('print a one-time link with which the person sets a new password')
    .requiredOption('--email <address>', 'whose password')
    .action(({ email: address }: { email: string }) =>
      withContext(async (context, url) => {
        const person = await getPerson(context, address);
        const link = await makePasswordLink(context, person.id, null, url);
        say(link.url, `Good once, until ${link.expiresAt}.`);
      }),
    );
}

async function addPerson({ email: address, name, role, passwordStdin }: AddOptions): Promise<void> {
  const password = passwordStdin ? (await text(process.stdin)).split(/\r?\n/)[0] : undefined;
  await withContext(async (context, url) => {
    const person = await addUser(context, { email: email.parse(address), name, roles: role, password });
    say(`Added ${person.email} (${person.roles.join(', ') || 'no role'}).`);
    if (password !== undefined) return;
    const link = await makePasswordLink(context, person.id, null, url);
    say('The person sets a password with this link, good once:', link.url);
  });
}
