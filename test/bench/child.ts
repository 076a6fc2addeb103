import { type ChildProcess, fork } from 'node:child_process';
import { startFlags } from './start-flags.ts';

/** A process of a bench's own, which answers one question at a time. */
export interface Child {
  /** Throws what the child threw, or that it has ended. */
  ask<Answer>(question: object): Promise<Answer>;
  stop(): Promise<void>;
}

type Reply = { answer: unknown } | { error: string };

/** Starts a script that calls `answerQuestions`. What it writes to standard output is thrown away. */
export function startChild(script: URL): Child {
  const child = fork(script, {
    execArgv: startFlags(),
    serialization: 'advanced',
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  return {
    ask: <Answer>(question: object) => ask(child, question) as Promise<Answer>,
    async stop() {
      if (child.connected) child.disconnect();
      await ended;
    },
  };
}

async function ask(child: ChildProcess, question: object): Promise<unknown> {
  const reply = await new Promise<Reply>((resolve) => {
    const end = () => resolve({ error: 'a process of the bench has ended' });
    child.once('exit', end);
    child.once('message', (message) => {
      child.off('exit', end);
      resolve(message as Reply);
    });
    child.send(question, (error) => {
      if (error) end();
    });
  });
  if ('error' in reply) throw new Error(reply.error);
  return reply.answer;
}

/** In the child: answers until the parent has gone or has enough, then tidies up. */
export function answerQuestions<Question>(
  answer: (question: Question) => Promise<unknown>,
  tidyUp: () => Promise<void>,
): void {
  process.on('message', async (question) => {
    const reply = await answer(question as Question).then(
      (given): Reply => ({ answer: given }),
      (error: unknown): Reply => ({ error: error instanceof Error ? (error.stack ?? '') : String(error) }),
    );
    process.send?.(reply);
  });
  process.once('disconnect', () => {
    void tidyUp().finally(() => process.exit());
  });
}
