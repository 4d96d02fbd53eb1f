/** 校验清单: the SHA-256 of every file of an archive, in the form that `sha256sum -c` and `shasum -c` check. */

export interface Hashed {
  readonly path: string;
  /** In hexadecimal. */
  readonly sha256: string;
}

/** What the list is called in the archive. */
export const MANIFEST = "SHA256SUMS";

/** A file a line, by its path. */
export function manifestOf(files: readonly Hashed[]): string {
  return files
    .toSorted((one, other) => (one.path < other.path ? -1 : 1))
    .map(({ path, sha256 }) => `${sha256}  ${path}\n`)
    .join("");
}
