import type { Tools } from './install-tools.ts';

/** What tests of labels render and read with. */
export const printTools: Tools = { pdftoppm: 'poppler-utils', gs: 'ghostscript', zbarimg: 'zbar-tools' };
