/** Which parties does a cell of a ledger name: agencies, several in one, or both sides of a case (原告：张某；被告：某局 · 张某诉沂南县公安局行政处罚一案)? */
import { endsAsOrgan, organEndings } from "../../domain/court/organ-endings.ts";
import { isBlank } from "./ledger-cells.ts";

export interface PartiesCell {
  readonly plaintiff: string | undefined;
  readonly respondents: readonly string[];
}

const LABEL =
  "(?:原审|一审)?(?:原告|起诉人|被告|被上诉人|上诉人|被申请人|再审申请人|第三人)(?:\\((?:原审|一审)?(?:原告|被告|第三人)\\))?";
const LABELLED = new RegExp(`(${LABEL})[:：]?\\s*(.*?)(?=[，,；;。\\s]*(?:${LABEL})|$)`, "gsu");
/** An organ's name as long as it goes; what is sued for (政府信息公开) is no part of it. */
const SUED_KINDS = [
  "bureau",
  "subdistrict",
  "committee",
  "administration",
  "brigade",
  "detachment",
  "department",
  "centre",
] as const;
const SUED_END = [...organEndings(...SUED_KINDS), "政府(?!信息)"].join("|");
const SUED = new RegExp(`^.{2,60}?诉((?:[、和及]?\\p{Script=Han}+(?:${SUED_END}))+)`, "u");

export function partiesIn(cell: string): PartiesCell {
  const text = cell.normalize("NFKC").trim();
  const labelled = [...text.matchAll(LABELLED)].map(([, label = "", names = ""]) => ({
    label,
    names: names.replace(/[，,；;。\s]+$/u, ""),
  }));
  if (labelled.length > 1) {
    const of = (side: RegExp) => labelled.filter(({ label }) => side.test(label));
    const sued = of(/被告/u).flatMap(({ names }) => agenciesOf(names));
    const appealing = of(/上诉人|申请人/u)
      .flatMap(({ names }) => agenciesOf(names))
      .filter(looksLikeAgency);
    return {
      plaintiff: of(/原告|起诉人/u)[0]?.names,
      respondents: sued.length > 0 ? sued : appealing,
    };
  }
  const [, sued] = SUED.exec(text) ?? [];
  if (sued === undefined) return { plaintiff: undefined, respondents: [] };
  return { plaintiff: text.slice(0, text.indexOf("诉")), respondents: agenciesOf(sued) };
}

/** A cell of respondents holds agencies and nothing else, so that also the last word of a shortened name tells one. */
const ORGAN = endsAsOrgan([], ["院", "会", "公安"]);

/** The agencies of a cell: several where each part is one, else the cell is one name, however it is wrapped. */
export function agenciesOf(cell: string): string[] {
  const listed = partsOf(cell, /[、；;，,/]|(?<=局|府|会|处|队)和(?=\p{Script=Han}{2,}[局府会处队])/u);
  if (listed.length > 1 && listed.every((part) => ORGAN.test(part))) return listed;
  // A line break parts two names only where each names its place: 临沂市公安局 / 兰山分局 is one.
  const lines = partsOf(cell, /\s+/u);
  if (lines.length > 1 && lines.every((part) => ORGAN.test(part) && /[省市县区镇乡](?!场)/u.test(part)))
    return lines;
  const [name = ""] = partsOf(cell, /$^/u);
  return isBlank(name) ? [] : [name];
}

function partsOf(cell: string, separator: RegExp): string[] {
  const parts = cell.trim().split(separator);
  const names = parts.map((part) => part.replace(/\s/gu, "").replace(/^(?:被告\d?|\d+)[:：.、]/u, ""));
  return [...new Set(names.filter((name) => name !== ""))];
}

/** Whether a party's name is an agency's: on appeal either side may be. */
export function looksLikeAgency(name: string): boolean {
  return ORGAN.test(name) && !/(?:公司|合作社|厂)$/u.test(name);
}
