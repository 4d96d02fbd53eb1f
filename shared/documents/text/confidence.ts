/**
 * How sure is a reading? Four levels, since only one question is ever asked of a confidence: may it be accepted
 * without a person (the policy's `minimumConfidence`, 0.8 by default)?
 */
export const CONFIDENCE = {
  /** The paper says it where such a thing is said, in words that mean nothing else. */
  stated: 0.95,
  /** It follows from what the paper says, by a rule that has held for every paper so far. */
  inferred: 0.85,
  /** Something speaks for it and something against it, or a part of it is open: a person decides. */
  doubtful: 0.5,
  /** The best of several possible readings, shown so that a person needn't begin with nothing. */
  guessed: 0.3,
} as const;

/** One of the four levels. */
export type Confidence = (typeof CONFIDENCE)[keyof typeof CONFIDENCE];
