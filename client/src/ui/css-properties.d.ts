import 'react';

declare module 'react' {
  interface CSSProperties {
    /** Share of the width of a table. */
    '--width'?: string;
  }
}
