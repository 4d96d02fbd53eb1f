/** What a person wrote, or what a version of this system kept as a sentence that kept no data. */
export interface AsWritten {
  readonly type: "as-written";
  readonly text: string;
}
