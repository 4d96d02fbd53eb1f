/** What does one cell say of each of several respondents? */
import { squeezed } from "./cell-text.ts";
import type { Legend } from "./ledger-cells.ts";
import { attendedAnswer } from "./ledger-clauses.ts";

/** A mark of its own for each of several respondents: in their order, by their names, or one for all (均出庭). */
export function eachMark(cell: string, agencies: readonly string[], legend: Legend): boolean[] | undefined {
  const all = /^(?:均|都|全部|各被告均?|双方均?|二被告均?|两被告均?)/u.exec(squeezed(cell));
  if (all !== null) {
    const answer = attendedAnswer(squeezed(cell).slice(all[0].length), legend);
    return answer === "yes" || answer === "no" ? agencies.map(() => answer === "yes") : undefined;
  }
  const pieces = cell.split(/[、;；/\n]|[，,](?=.*[局府会处队委])/u).map((piece) => piece.trim());
  if (pieces.length !== agencies.length) return undefined;
  const said = pieces.map((piece) => ({
    of: agencies.filter((agency) => speaksOf(piece, agency)),
    answer: attendedAnswer(markIn(piece), legend),
  }));
  if (!said.every(({ answer }) => answer === "yes" || answer === "no")) return undefined;
  if (said.every(({ of }) => of.length === 0)) return said.map(({ answer }) => answer === "yes");
  const byName = agencies.map((agency) => said.filter(({ of }) => of.length === 1 && of[0] === agency));
  return byName.every((ones) => ones.length === 1) ? byName.map(([one]) => one?.answer === "yes") : undefined;
}

/** What is said of each respondent under its own name: 费县公安局：副局长张亮出庭；临沂市人民政府：未出庭. */
export function ownPieces(cell: string, agencies: readonly string[]): string[] | undefined {
  const pieces = cell
    .split(/[;；\n]|[,，、](?=[^:：,，、]*[:：])/u)
    .map((piece) => /^\s*([^:：]+)[:：](.+)$/su.exec(piece));
  if (pieces.length !== agencies.length) return undefined;
  const own = agencies.map((agency) => {
    const of = pieces.filter((piece) => piece !== null && speaksOf(piece[1] ?? "", agency));
    return of.length === 1 ? of[0]?.[2]?.trim() : undefined;
  });
  return own.every((piece) => piece !== undefined) ? own : undefined;
}

/** What a piece says behind its ordinal or its agency's name: 1.是 · 被告二：否 · 县公安局出庭. */
function markIn(piece: string): string {
  return squeezed(piece)
    .replace(/^(?:被告)?[\d一二三四五①②③④⑤]{1,2}[.、:)]|^被告[\d一二三四五]/u, "")
    .replace(/^.*[局府会处队委](?:负责人)?:?(?=是|否|未|没|已|出庭|到庭|有|无|√|×)/u, "");
}

/** Whether a piece begins with the agency's name, in full or shortened (县公安局 for 沂南县公安局). */
function speaksOf(piece: string, agency: string): boolean {
  const [, name = ""] =
    /^(?:\d+\.)?(\p{Script=Han}+?[局府会处队委])(?:负责人)?:?(?:是|否|未|没|已|出庭|到庭|有|无|√|×|$)/u.exec(
      squeezed(piece),
    ) ?? [];
  let at = 0;
  for (const character of name) at = agency.indexOf(character, at) + 1 || Number.POSITIVE_INFINITY;
  return name !== "" && Number.isFinite(at);
}
