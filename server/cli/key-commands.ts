import { type Command, Option } from 'commander';
import { type Permission, permissions, permissionsOf, type Role } from '../../shared/permissions.ts';
import { addApiKey, listKeys, revokeKey } from '../accounts/accounts.service.ts';
import { getPerson } from './get-person.ts';
import { say } from './say.ts';
import { withContext } from './with-context.ts';

interface AddOptions {
  email: string;
  name: string;
  scope: Permission[];
  expires?: string;
}

export function addKeyCommands(program: Command): void {
  const key = program.command('key').description('API keys for systems that are linked');
  key
    .command('add')
    .description('make an API key in the name of a person; it is printed this once')
    .requiredOption('--email <address>', 'whose key: it may do at most what this person may')
    .requiredOption('--name <name>', 'what it is for')
    .addOption(new Option('--scope <permission...>', 'what it may do').choices([...permissions]).default([]))
    .option('--expires <time>', 'ISO 8601 with zone; one year ahead where absent')
    .action(addKey);
  key
    .command('list')
    .description('list the API keys, without their secrets')
    .action(() => withContext(async (context) => say(...(await keyLines(context)))));
  key
    .command('revoke')
    .description('revoke an API key for good')
    .requiredOption('--id <id>', 'as `key list` shows it')
    .action(({ id }: { id: string }) =>
      withContext(async (context) => {
        await revokeKey(context, id);
        say('Revoked.');
      }),
    );
}

async function addKey({ email, name, scope, expires }: AddOptions): Promise<void> {
  await withContext(async (context) => {
    const person = await getPerson(context, email);
    const roles = person.roles as Role[];
    const actor = { userId: person.id, roles, permissions: new Set(permissionsOf(roles)) };
    const owner = { ...actor, sessionId: undefined, apiKeyId: undefined };
    const made = await addApiKey(context, owner, { name, scopes: scope, expiresAt: expires });
    say(made.key, `Good until ${made.expiresAt}. It is shown this once.`);
  });
}

async function keyLines(context: Parameters<typeof listKeys>[0]): Promise<string[]> {
  const lines: string[] = [];
  let cursor: string | undefined;
  do {
    const page = await listKeys(context, { cursor, limit: 200 });
    for (const { id, prefix, name, owner, scopes, expiresAt, revokedAt } of page.items) {
      const state = revokedAt === null ? `until ${expiresAt}` : `revoked ${revokedAt}`;
      lines.push([id, prefix, name, owner.name, scopes.join(' ') || '-', state].join('\t'));
    }
    cursor = page.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines.length > 0 ? lines : ['No API keys.'];
}
