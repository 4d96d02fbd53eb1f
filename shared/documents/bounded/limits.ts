/** What one document may cost in time and memory before it is stopped. */
export interface Limits {
  readonly milliseconds: number;
  /** Of a table: a court's ledger of a year has 20,000 rows. */
  readonly millisecondsOfTable: number;
  /** Resident memory of its process; an idle one has about 50. */
  readonly megabytes: number;
  /** How long a short text may hold the function that reads it; then it is given to a process as well. */
  readonly millisecondsHere: number;
}

/**
 * Court papers take 30 to 900 ms and 60 to 200 MB, a ledger of 20,000 rows some 4 s of a whole processor, of which the function has
 * half. It has 1,024 MB for this and itself, and a batch of five hostile files, of which one is tried twice, must end within its timeout of
 * three minutes. A text of 64,000 bytes takes 20 to 100 ms, the first one some 200.
 */
export const DOCUMENT_LIMITS: Limits = {
  milliseconds: 10_000,
  millisecondsOfTable: 20_000,
  megabytes: 640,
  millisecondsHere: 500,
};
