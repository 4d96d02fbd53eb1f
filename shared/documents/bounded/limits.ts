/** What one document may cost in time and memory before its process is ended. */
export interface Limits {
  readonly milliseconds: number;
  /** Resident memory of its process; an idle one has about 50. */
  readonly megabytes: number;
}

/**
 * Court papers take 30 to 900 ms and 60 to 200 MB. The function has 1,024 MB for this and itself, and a batch of five
 * hostile files must end within its timeout.
 */
export const DOCUMENT_LIMITS: Limits = { milliseconds: 10_000, megabytes: 640 };
