import { spawn } from 'node:child_process';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';

export interface Tool {
  package: string;
  command: string;
  arguments: readonly string[];
}

/** The checks that others have written, strictest settings: a warning fails too. */
export const tools: Readonly<Record<string, Tool>> = {
  types: { package: 'typescript', command: 'tsc', arguments: ['-p', '.', '--noEmit', '--pretty', 'false'] },
  unused: {
    package: 'knip',
    command: 'knip',
    arguments: ['--no-progress', '--treat-config-hints-as-errors'],
  },
  'format and lint': {
    package: '@biomejs/biome',
    command: 'biome',
    arguments: ['ci', '.', '--error-on-warnings', '--max-diagnostics=200', '--colors=off'],
  },
};

export interface Outcome {
  passed: boolean;
  /** What it had to say. */
  output: string;
}

/** Runs the version that is installed in the folder, on the folder. */
export async function runTool(root: string, tool: Tool): Promise<Outcome> {
  const script = await findScript(root, tool);
  const environment: NodeJS.ProcessEnv = { ...process.env, NO_COLOR: '1' };
  // Whoever sets this wants colour; in the text that we pass on it would be noise, and Node warns of both together.
  delete environment['FORCE_COLOR'];
  // Through Node and not through node_modules/.bin, where Windows has scripts that only a shell can run.
  const child = spawn(process.execPath, [script, ...tool.arguments], { cwd: root, env: environment });
  let output = '';
  child.stdout.on('data', (data) => (output += data));
  child.stderr.on('data', (data) => (output += data));
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', resolve);
  });
  return { passed: code === 0, output: output.trim() };
}

async function findScript(root: string, { package: name, command }: Tool): Promise<string> {
  const folder = join(root, 'node_modules', name);
  const { bin } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}
