/** What a file inside an archive is called: its upload's key, and the name its sender knows. */

/** Between an archive's key and the name of a file inside it. */
export const INSIDE = "!/";

/** A file's name as its sender knows it: 传票.pdf, or 传票.pdf（卷宗.zip）for one of an archive. */
export function nameShown(key: string): string {
  const [outer = key, inner] = splitOnce(key, INSIDE);
  const last = (path: string) => path.split("/").at(-1) || path;
  return inner === undefined ? last(outer) : `${last(inner)}（${last(outer)}）`;
}

function splitOnce(text: string, separator: string): string[] {
  const at = text.indexOf(separator);
  return at === -1 ? [text] : [text.slice(0, at), text.slice(at + separator.length)];
}
