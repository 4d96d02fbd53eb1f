/** How letters and pages speak of who attended: sources, the things they are compared on, and what is said. */
import type { Difference, Speaker, Topic } from "../../domain/case-file/difference.ts";
import type { HeadFacts } from "../../domain/case-file/statement.ts";
import { headBasisWords, rankName } from "./head-wording.ts";

/** A source by its name. */
export function sourceName(source: Speaker | "other"): string {
  return {
    settled: "原核对结果",
    "hearing-record": "庭审笔录",
    judgment: "裁判文书",
    "court-ledger": "法院台账",
    filing: "行政机关备案",
    other: "另行据实填写",
  }[source];
}

/** 负责人姓名 … */
export function topicName(topic: Topic): string {
  return {
    heard: "是否开庭",
    attended: "负责人是否出庭",
    person: "出庭负责人",
    rank: "职级",
    spoke: "是否当庭发言",
    identity: "身份证明",
    reason: "未出庭理由",
    accepted: "法院是否认可理由",
    enterprise: "是否涉企",
  }[topic];
}

/** What a source says on a topic, in words. */
function valueWords(topic: Topic, value: string): string {
  switch (topic) {
    case "heard":
      return value === "yes" ? "已开庭" : "未开庭";
    case "attended":
      return value === "yes" ? "出庭" : "未出庭";
    case "rank":
      return rankName(value as "principal" | "deputy" | "in-charge");
    case "spoke":
      return value === "yes" ? "发言" : "没有发言";
    case "identity":
      return value === "in-order" ? "符合要求" : "不符合要求";
    case "accepted":
      return value === "yes" ? "认可" : "不认可";
    case "enterprise":
      return value === "yes" ? "涉企" : "不涉企";
    case "person":
    case "reason":
      return value;
    default:
      return topic satisfies never;
  }
}

/** The sources of differences, in the order they are shown, and for each difference what each of them says. */
export function differenceTable(differences: readonly Difference[]): {
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
} {
  const sources = [...new Set(differences.flatMap(({ said }) => said.map(({ source }) => source)))];
  return {
    columns: ["项目", ...sources.map(sourceName)],
    rows: differences.map(({ topic, material, said }) => [
      material ? topicName(topic) : `${topicName(topic)}（不影响统计）`,
      ...sources.map((source) => {
        const words = said
          .filter((one) => one.source === source)
          .map(({ value }) => valueWords(topic, value));
        return words.length === 0 ? "没有记载" : [...new Set(words)].join("；");
      }),
    ]),
  };
}

const PAPERS = {
  "in-order": "身份已核实",
  mended: "身份证明已补正",
  defective: "身份证明不符合要求且未补正，视为未出庭",
} as const;

/** 出庭；龙涛，副局长，副职；当庭发言. */
export function factsLine(facts: HeadFacts): string {
  const {
    heard,
    headAttended,
    headName,
    headTitle,
    rank,
    spoke,
    identityPapers,
    absenceReason,
    reasonAccepted,
  } = facts;
  if (heard === false) return "没有开庭";
  const who = [headName, headTitle, rank && rankName(rank)].filter(Boolean).join("，");
  return [
    headAttended === "review" ? "是否负责人待认定" : headAttended ? "出庭" : "未出庭",
    who,
    facts.countedBy === undefined ? "" : headBasisWords(facts.countedBy),
    spoke === undefined ? "" : spoke ? "当庭发言" : "未发言",
    identityPapers === undefined ? "" : PAPERS[identityPapers],
    facts.dropped === true ? "庭审中网络中断后恢复" : "",
    facts.leftEarly === true ? "未经许可中途退庭" : "",
    facts.notifiedAgain === true ? "法院再次通知出庭" : "",
    absenceReason === undefined ? "" : `理由：${absenceReason}`,
    reasonAccepted === undefined ? "" : reasonAccepted ? "法院认可" : "法院不认可",
    facts.enterprise === true ? "涉企" : "",
  ]
    .filter((part) => part !== "")
    .join("；");
}
