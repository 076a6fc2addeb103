import { buildClient } from './build-client.ts';

/** `npm run build`: for an image, which is delivered with the screens built. */
await buildClient();
