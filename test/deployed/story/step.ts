/** What is a step of the story? */

/** One thing that is done, and what then must be so. */
export interface Step {
  readonly name: string;
  run(): Promise<void>;
}
