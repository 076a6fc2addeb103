import { Agent, type IncomingMessage, request } from 'node:http';
import type { Request } from './requests.ts';

export interface HttpRound {
  /** Milliseconds of each request, from before it is sent until its answer has come whole. */
  times: number[];
  elapsed: number;
}

/** Callers with a session each, over connections that stay open. */
export class HttpLoad {
  readonly #base: string;
  readonly #cookies: readonly string[];
  readonly #agents: Agent[];

  constructor(base: string, cookies: readonly string[]) {
    this.#base = base;
    this.#cookies = cookies;
    this.#agents = cookies.map(() => new Agent({ keepAlive: true, maxSockets: 1 }));
  }

  /** Each caller asks for the next as soon as his answer has come. One answer in `checkEach` is checked, afterwards. */
  async round(requests: readonly Request[], order: readonly number[], checkEach: number): Promise<HttpRound> {
    const times: number[] = [];
    const answers: [Request, string][] = [];
    let next = 0;
    const begun = performance.now();
    const call = async (caller: number) => {
      while (next < order.length) {
        const number = next++;
        const asked = requests[order[number] ?? -1];
        if (!asked) throw new Error('no such request');
        const sent = performance.now();
        const answer = await this.#get(caller, asked.path);
        times.push(performance.now() - sent);
        if (number % checkEach === 0) answers.push([asked, answer]);
      }
    };
    await Promise.all(this.#cookies.map((_, caller) => call(caller)));
    const elapsed = performance.now() - begun;
    for (const [asked, answer] of answers) asked.check(JSON.parse(answer));
    return { times, elapsed };
  }

  /** The parsed answer. Throws for any status but 200. */
  async get(path: string, caller: number): Promise<unknown> {
    return JSON.parse(await this.#get(caller % this.#cookies.length, path));
  }

  close(): void {
    for (const agent of this.#agents) agent.destroy();
  }

  #get(caller: number, path: string): Promise<string> {
    const agent = this.#agents[caller];
    const headers = { cookie: this.#cookies[caller] };
    return new Promise((resolve, reject) => {
      const sent = request(`${this.#base}/api/v1${path}`, { agent, headers }, (response) => {
        readAll(response).then((text) => {
          if (response.statusCode === 200) resolve(text);
          else reject(new Error(`${response.statusCode} for ${path}: ${text}`));
        }, reject);
      });
      sent.once('error', reject);
      sent.end();
    });
  }
}

async function readAll(response: IncomingMessage): Promise<string> {
  let text = '';
  response.setEncoding('utf8');
  for await (const part of response) text += part;
  return text;
}
