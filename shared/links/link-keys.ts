/** What links are signed with. */

/** What a key may be called: a token names it in this alphabet. */
export const KEY_NAME = /^[\w-]{1,40}$/;

/** Secrets by their ids. A new link is signed by `current`; the others stay until the last of their links has expired. */
export interface LinkKeys {
  readonly current: string;
  readonly keys: Readonly<Record<string, string>>;
}
