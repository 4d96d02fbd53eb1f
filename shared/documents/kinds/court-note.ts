import type { Fact } from "../text/fact.ts";
import type { CasePaper } from "./case-facts.ts";
import type { ReadDocument } from "./facts.ts";

/** Whether a title is that of what a court wants attended to at a hearing (庭前提示, 开庭注意事项). */
export function isCourtNote(title: string | undefined): boolean {
  return (
    title !== undefined && /(?:庭前|开庭|出庭|庭审).{0,6}(?:提示|注意事项|须知)(?:书|函|单)?$/u.test(title)
  );
}

/** A mail shows it whole; what is longer belongs into a paper of its own. */
const LONGEST = 2_000;

/** Reads a court's note (庭前提示): its words, without the lines that only say whose case it is. */
export function readCourtNote({ flat, facts }: CasePaper): ReadDocument {
  const lines = flat.source.split("\n").map((line) => line.trim());
  const words = lines.filter((line) => line !== "" && !isHead(line, facts.title ?? "")).join("\n");
  const text = [...words].slice(0, LONGEST).join("");
  if (text === "") return facts;
  const courtNote: Fact<string> = {
    value: text,
    confidence: 0.95,
    rule: "note-of-a-court",
    text: text.slice(0, 200),
  };
  return { ...facts, courtNote };
}

/** The court's name, the title, number and parties, and the date under it. */
function isHead(line: string, title: string): boolean {
  const bare = line.replace(/[\s　]/gu, "");
  return (
    bare === title ||
    bare.endsWith(title) ||
    /^[\p{Script=Han}]{2,24}法院$/u.test(bare) ||
    /^(?:案号|案由|原告|被告|第三人|上诉人|被上诉人|审判[长员]|书记员|法官助理)[：:]/u.test(bare) ||
    /^[（(]\d{4}[）)].{2,20}号$/u.test(bare) ||
    /^(?:\d{4}|[二〇零○ＯO]{1,4}[一二三四五六七八九〇零○]{0,4})年.{1,4}月.{1,4}日$/u.test(bare)
  );
}
