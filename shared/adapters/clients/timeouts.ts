/**
 * How long a call may take, in milliseconds, before it fails and is tried again: a lost packet must not eat a
 * function's whole time. Connections are kept alive between calls, which is the SDK's default.
 */
export const QUICK = {
  connectionTimeout: 2_000,
  requestTimeout: 5_000,
  throwOnRequestTimeout: true,
} as const;

/** For calls that carry whole files or mails. */
export const PATIENT = {
  connectionTimeout: 3_000,
  requestTimeout: 30_000,
  throwOnRequestTimeout: true,
} as const;
