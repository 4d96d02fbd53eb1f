/** What do papers to be signed or sealed start from (授权委托书, 情况说明, 报告表, 整改建议书 …)? What is known; the rest is a blank line. */
import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import type { Person } from "../../domain/case-file/report.ts";
import type { AbsenceGround } from "../../domain/court/absence-ground.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import {
  type Block,
  type FormCell,
  type FormRow,
  filled,
  label,
  paragraph,
} from "../office/official-document.ts";
import { caseTitle } from "../wording/case-wording.ts";
import { groundName } from "../wording/report-wording.ts";

/** Whose paper it is, and of which case. */
export interface AgencyPaper {
  readonly case: CaseSummary;
  /** The agency that is sued: its seal stands under the paper, also where another is designated for it. */
  readonly respondent: string;
  /** 住所地. */
  readonly address?: string;
  /** 法定代表人（负责人）, where the principal is known by name. */
  readonly principal?: Person;
}

/** Why the head can't appear, and who appears instead. */
export interface AbsencePaper extends AgencyPaper {
  readonly hearing: HearingDetails;
  readonly ground?: AbsenceGround;
  readonly explanation?: string;
  readonly staff: readonly Person[];
  /** Names of the proofs. */
  readonly proofs: readonly string[];
}

/** A blank of some characters. */
export function blank(characters: number): string {
  return "＿".repeat(characters);
}

/** To be dated when it is signed. */
const UNDATED = "　　　　年　　月　　日";

/** 发文字号, to be given by the office that seals the paper. */
export const BLANK_NUMBER = "＿＿＿＿〔＿＿＿＿〕＿＿号";

/** 沂南县公安局（盖章）, and the date. */
export function sealed(respondent: string): { readonly by: string; readonly date: string } {
  return { by: `${respondent}（盖章）`, date: UNDATED };
}

/** （2026）鲁1321行初77号陈建诉沂南县公安局行政处罚一案. */
export function caseNamed(of: CaseSummary): string {
  return `${of.caseNumber}${caseTitle(of)}`;
}

/** ☑正职　□副职. */
export function boxes<Value extends string>(
  options: readonly (readonly [value: Value, text: string])[],
  chosen: Value | undefined,
): string {
  return options.map(([value, text]) => `${value === chosen ? "☑" : "□"}${text}`).join("　");
}

/** The grounds the law knows, as they stand on lines. */
const GROUNDS: readonly (readonly AbsenceGround[])[] = [
  ["force-majeure", "accident"],
  ["irreplaceable-duty"],
  ["other"],
];

/** The grounds the law knows, the one that is claimed marked. */
export function groundBoxes(chosen: AbsenceGround | undefined): readonly string[] {
  return GROUNDS.map((line) =>
    boxes(
      line.map((ground) => [ground, groundName(ground)] as const),
      chosen,
    ),
  );
}

/** 李明（法规科科长）、王磊（法制员）. */
export function peopleLine(people: readonly Person[]): string {
  return people.map(({ name, title }) => `${name}（${title}）`).join("、");
}

/** A text of several lines, each for itself. */
export function linesOf(text: string | undefined): readonly string[] {
  return (text ?? "").split("\n");
}

/** Widths of a form of two labels a row: six characters to a label. */
export const FOUR_COLUMNS = [4, 6, 4, 6] as const;

/** Least height in millimetres of a row of one line. */
const LINE = 9;

/** A row of one label and what stands beside it, across a form of four columns. */
export function wide(name: string, text: FormCell["text"], height = LINE): FormRow {
  return { cells: [label(name), filled(text, 3)], height };
}

/** A row of two labels, each with what stands beside it. */
export function two(
  [name, text]: readonly [string, FormCell["text"]],
  [other, otherText]: readonly [string, FormCell["text"]],
): FormRow {
  return { cells: [label(name), filled(text), label(other), filled(otherText)], height: LINE };
}

/** A row to be signed at its foot. */
export function signedRow(
  name: string,
  text: FormCell["text"],
  height: number,
  foot: readonly string[] = SIGNED,
): FormRow {
  return { cells: [label(name), { text: text === "" ? [] : text, span: 3, foot }], height };
}

const SIGNED = ["签字：＿＿＿＿＿＿　　　　年　　月　　日"] as const;

/** Lines to be written on, under a heading nobody has said anything to. */
export function blankLines(count: number): readonly Block[] {
  return Array.from({ length: count }, () => paragraph(blank(24)));
}

/** Yes or no, as boxes. */
export function whether(yes: string, no: string, fact: boolean | undefined): string {
  return boxes(
    [
      ["true", yes],
      ["false", no],
    ],
    fact === undefined ? undefined : (String(fact) as `${boolean}`),
  );
}
