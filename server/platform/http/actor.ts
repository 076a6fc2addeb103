import type { Language } from '../../../shared/contracts/fields.ts';
import type { Permission, Role } from '../../../shared/permissions.ts';

/** Who makes a call: a person with a session, or an API key in its owner's name. */
export interface Actor {
  readonly userId: string;
  readonly roles: readonly Role[];
  /** What this call may do; for an API key at most its scopes. */
  readonly permissions: ReadonlySet<Permission>;
  readonly sessionId: string | undefined;
  readonly apiKeyId: string | undefined;
}

/** Where a call comes from, for the logs and for sign-in's back-off. */
export interface Origin {
  readonly requestId: string;
  readonly ip: string;
  readonly userAgent: string;
  /** True when the browser reached us over TLS, directly or through a trusted proxy. */
  readonly secure: boolean;
  /** Of what the caller says it reads (`Accept-Language`) the first that we have; English otherwise. */
  readonly language: Language;
  /** The caller's own name for this request, by which it may be sent again. */
  readonly requestKey: string | undefined;
  /** Scheme and host under which the caller reached us, without a path. */
  readonly baseUrl: string;
}
