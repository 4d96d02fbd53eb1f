/** How a union of things that can be the case is put into words: a table with one entry for each of them, and no hole. */

/** What each member of a union is called or explained by, by its `type`; the compiler names the one that is missing. */
export type Words<Union extends { readonly type: string }, Said> = {
  readonly [Type in Union["type"]]: Said | ((of: Extract<Union, { readonly type: Type }>) => Said);
};

/** What the table says of one of them. */
export function worded<Union extends { readonly type: string }, Said extends string | object>(
  words: Words<Union, Said>,
  one: Union,
): Said {
  // The entry under its own type takes this very member: what the compiler can't follow through a computed key.
  const entry = words[one.type as Union["type"]] as Said | ((of: Union) => Said);
  return typeof entry === "function" ? entry(one) : entry;
}

/** Why something can't be done, and what to do now: a Chinese sentence each. */
export interface Explained {
  readonly why: string;
  readonly todo: string;
}
