/** Why the product could not start; stable, so that scripts and translations can rely on it. */
export type StartErrorCode =
  | 'data-folder-is-a-file'
  | 'data-folder-not-ours'
  | 'data-folder-not-writable'
  | 'data-folder-newer'
  | 'data-folder-marker-broken'
  | 'data-folder-in-use'
  | 'secrets-missing'
  | 'secrets-broken'
  | 'disk-full'
  | 'postgres-binaries-missing'
  | 'postgres-binaries-broken'
  | 'postgres-root-refused'
  | 'postgres-user-unknown'
  | 'postgres-other-version'
  | 'postgres-cluster-missing'
  | 'postgres-cluster-not-ours'
  | 'postgres-cluster-permissions'
  | 'postgres-cluster-owner'
  | 'postgres-password-refused'
  | 'postgres-still-running'
  | 'postgres-not-ready'
  | 'postgres-failed'
  | 'postgres-too-old'
  | 'database-newer'
  | 'database-unreachable'
  | 'application-role-missing'
  | 'settings-wrong'
  | 'port-taken'
  | 'address-not-available'
  | 'certificate-unreadable'
  | 'not-the-example';

/**
 * The product cannot start, and a person has to do something about it. The message is for that person: what
 * happened, what was (not) changed, what to do. `details` are for the log and never carry a secret.
 */
export class StartError extends Error {
  override readonly name = 'StartError';
  readonly code: StartErrorCode;
  readonly details: Readonly<Record<string, unknown>>;

  constructor(
    code: StartErrorCode,
    message: string,
    options: { details?: Record<string, unknown>; cause?: unknown } = {},
  ) {
    super(message, options.cause === undefined ? undefined : { cause: options.cause });
    this.code = code;
    this.details = options.details ?? {};
  }
}
