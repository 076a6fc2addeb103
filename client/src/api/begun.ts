/** For so long (in ms) an answer stands for asking: on a slow line the code that wants it comes late. */
const fresh = 20_000;

interface Begun {
  askedAt: number;
  language: string;
  response: Promise<Response>;
}

const begun = new Map<string, Begun>();

/** How the API is asked for something to be read. */
export function readingRequest(language: string): RequestInit {
  return {
    method: 'GET',
    headers: { accept: 'application/json', ...(language && { 'accept-language': language }) },
    credentials: 'same-origin',
    cache: 'no-store',
  };
}

/** Asks already, while the code that will want the answer is on its way; `call` then takes it, once. */
export function beginCall(address: string, language: string): Promise<Response> {
  const response = fetch(address, readingRequest(language));
  begun.set(address, { askedAt: performance.now(), language, response });
  return response;
}

/** Nothing that was asked for one person may answer the next one at this device. */
export function forgetBegun(): void {
  begun.clear();
}

/** Only an answer that has just come, in the language that is wanted. */
export function takeBegun(address: string, language: string): Promise<Response> | undefined {
  const one = begun.get(address);
  begun.delete(address);
  return one?.language === language && performance.now() - one.askedAt < fresh ? one.response : undefined;
}
