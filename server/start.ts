import { buildClient } from './build-client.ts';

/** `npm start`: builds the screens where they are not built or older than their source, then runs the product. */
await buildClient();
await import('./main.ts');
