/** What of a cell's text is no matter of meaning: widths, blanks, line breaks. */

/** What most cells are made of: neither width nor blanks to see to. */
const SQUEEZED = /^[!-~\u4e00-\u9fff]*$/u;

/** A cell in one width and without blanks or line breaks. */
export function squeezed(cell: string): string {
  if (SQUEEZED.test(cell)) return cell;
  return cell.normalize("NFKC").replace(/[\s\p{Cc}\p{Cf}]/gu, "");
}
