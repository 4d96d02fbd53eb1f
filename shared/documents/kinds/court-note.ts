/** What does a court want attended to at a hearing (庭前提示, 开庭注意事项)? Its words, without whose case it is. */
import { NUMBER_SHAPE } from "../../domain/court/case-number.ts";
import { CONFIDENCE } from "../text/confidence.ts";
import type { Fact } from "../text/fact.ts";
import { ruleTable } from "../text/rule-table.ts";
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
  const isHead = (line: string) =>
    HEAD.decide({
      bare: line.replace(/\s/gu, "").replace("(", "（").replace(")", "）"),
      title: facts.title ?? "",
    }) !== undefined;
  const words = lines.filter((line) => line !== "" && !isHead(line)).join("\n");
  const text = [...words].slice(0, LONGEST).join("");
  if (text === "") return facts;
  const courtNote: Fact<string> = {
    value: text,
    confidence: CONFIDENCE.stated,
    rule: "note-of-a-court",
    text: text.slice(0, 200),
  };
  return { ...facts, courtNote };
}

/** A line without its blanks, and the paper's title. */
interface Line {
  readonly bare: string;
  readonly title: string;
}

const DATE = /^(?:\d{4}|[二〇零○ＯO]{1,4}[一二三四五六七八九〇零○]{0,4})年.{1,4}月.{1,4}日$/u;
const NUMBER = new RegExp(`^${NUMBER_SHAPE.yearFirst}$`, "u");

/** Lines that only say whose case it is. */
const HEAD = ruleTable("line-that-says-whose-case-it-is", ({ bare }: Line) => bare, [
  { name: "title", of: ({ bare, title }) => bare.endsWith(title), says: true, example: "庭前提示函" },
  { name: "court", of: /^\p{Script=Han}{2,24}法院$/u, says: true, example: "沂水县人民法院" },
  {
    name: "field",
    of: /^(?:案号|案由|原告|被告|第三人|上诉人|被上诉人|审判[长员]|书记员|法官助理)[：:]/u,
    says: true,
    example: "案号：（2026）鲁1323行初45号",
  },
  { name: "number", of: NUMBER, says: true, example: "（2026）鲁1323行初45号" },
  { name: "date", of: DATE, says: true, example: "2026年10月12日" },
]);
