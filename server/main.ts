import { runAsProcess } from './run-as-process.ts';
import { runProduct } from './run-product.ts';

/** The product as one process. */
await runAsProcess(process.env, ({ config, log }) => runProduct(config, log));
