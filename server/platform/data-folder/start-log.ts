/** What starting needs of a log: less than the product's own, which fits. */
export interface StartLog {
  info(fields: object, message: string): void;
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}
