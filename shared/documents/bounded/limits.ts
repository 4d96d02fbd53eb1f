/** What one document may cost in time and memory before it is stopped. */
export interface Limits {
  readonly milliseconds: number;
  /** Resident memory of its process; an idle one has about 50. */
  readonly megabytes: number;
  /** How long a short text may hold the function that reads it; then it is given to a process as well. */
  readonly millisecondsHere: number;
}

/**
 * Court papers take 30 to 900 ms and 60 to 200 MB. The function has 1,024 MB for this and itself, and a batch of five
 * hostile files must end within its timeout. A text of 64,000 bytes takes 20 to 100 ms, the first one some 200.
 */
export const DOCUMENT_LIMITS: Limits = { milliseconds: 10_000, megabytes: 640, millisecondsHere: 500 };
