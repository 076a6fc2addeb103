/** For so long (in ms after the page began to load) an answer counts as just come. */
const fresh = 5_000;

interface Begun {
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
  begun.set(address, { language, response });
  return response;
}

/** Only an answer that has just come, in the language that is wanted. */
export function takeBegun(address: string, language: string): Promise<Response> | undefined {
  const one = begun.get(address);
  begun.delete(address);
  return one?.language === language && performance.now() < fresh ? one.response : undefined;
}
