/** The tables of those who stayed away: why, which cases, and where a judicial suggestion is possible. */
import type { Absence, BulletinStatistics } from "../../../domain/statistics/figures.ts";
import { triggerLabel } from "../../registers/suggestion-wording.ts";
import { groundLabel } from "../../wording/report-wording.ts";
import { type BulletinTable, type Cell, figures as figure, words } from "./cells.ts";

const CAME: Readonly<Record<keyof BulletinStatistics["withoutHead"], string>> = {
  staff: "相应工作人员出庭",
  lawyers: "仅委托律师出庭",
  nobody: "均未出庭",
  notStated: "出庭人员未载明",
};

/** Why heads stayed away, whether the court accepted it, and who came instead: three readings of the same absences. */
export function grounds({
  grounds: classes,
  reasons,
  withoutHead,
  agencyLevel,
}: BulletinStatistics): BulletinTable {
  const { absent } = agencyLevel;
  const row = (kind: string, name: string, count: number): readonly Cell[] => [
    kind,
    name,
    count,
    { rate: { part: count, whole: absent } },
  ];
  return {
    name: "未出庭原因",
    caption: "负责人未出庭的原因、认定和出庭人员（按单位次计）",
    head: 1,
    none: "",
    columns: [words("分类", 12), words("情形", 24), figure("单位次", 8), figure("占未出庭", 9)],
    rows: [
      ...classes.map(({ ground, count }) => row("所述原因", groundLabel(ground), count)),
      row("法院认定", "理由成立", reasons.accepted),
      row("法院认定", "理由不成立", reasons.refused),
      row("法院认定", "未载明", absent - reasons.accepted - reasons.refused),
      ...(Object.keys(CAME) as (keyof typeof CAME)[]).map((key) =>
        row("出庭人员", CAME[key], withoutHead[key]),
      ),
    ],
  };
}

const CAME_ALONE: Readonly<Record<NonNullable<Absence["withoutHead"]>, string>> = {
  staff: "工作人员",
  lawyers: "仅律师",
  nobody: "无人出庭",
};

export function absences({ absences: list, total }: BulletinStatistics): BulletinTable {
  return {
    name: "未出庭案件",
    caption: `负责人未出庭案件（${list.length}个单位次）`,
    head: 0,
    none: "本期没有负责人未出庭的案件。",
    note: `注：本表按单位次列出，合案件${total.absent}件；“同案其他被告的负责人已出庭”的，该案计为出庭，不在其内。`,
    columns: [
      words("案号", 26),
      words("行政机关", 22),
      words("县区", 13),
      words("审理法院", 22),
      words("开庭日期", 16),
      words("未出庭原因", 22),
      words("法院认定", 10),
      words("出庭人员", 9),
    ],
    rows: list.map((absence) => [
      absence.caseNumber,
      absence.agency,
      absence.jurisdiction,
      absence.court,
      absence.heardOn === undefined ? undefined : { day: absence.heardOn },
      `${absence.reason ?? "未说明"}${absence.coRespondentPresent ? "（同案其他被告的负责人已出庭）" : ""}`,
      absence.accepted === undefined ? undefined : absence.accepted ? "成立" : "不成立",
      absence.withoutHead && CAME_ALONE[absence.withoutHead],
    ]),
  };
}

/** Where one is possible is for the bureau to know, and for the court to say. */
export function possibleSuggestions({ possibleSuggestions: list }: BulletinStatistics): BulletinTable {
  return {
    name: "可能的司法建议",
    caption: "可能被提出司法建议的情形（法释〔2020〕3号第十二条，由人民法院决定）",
    head: 0,
    none: "本期没有发现可能被提出司法建议的情形。",
    columns: [words("案号", 30), words("行政机关", 24), words("情形", 40)],
    rows: list.map(({ caseNumber, agency, triggers }) => [
      caseNumber,
      agency,
      triggers.map(triggerLabel).join("；"),
    ]),
  };
}
