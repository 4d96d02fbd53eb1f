/** What links are signed with. */

/** Secrets by their ids. A new link is signed by `current`; the others stay until the last of their links has expired. */
export interface LinkKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}
