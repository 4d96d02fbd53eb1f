/** What both processes of a mutation run go by. */

/** Of a hundred mutants of a folder at least this many must be killed. */
export const LEAST_SCORE = 85;

/** Where results are kept between runs; outside git. */
export const KEPT = ".mutation";
