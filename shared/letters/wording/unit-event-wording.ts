/** How letters, papers and pages call what speaks for or against an agency, and the triggers of an interview (约谈) that count it. */
import type { EventTriggerName } from "../../domain/unit-events/interview-triggers.ts";
import type { EventShown, UnitEventKind } from "../../domain/unit-events/unit-event.ts";
import { printedDate } from "../frame/dates.ts";

/** 三日报告未报 … */
export function unitEventName(kind: UnitEventKind): string {
  return EVENTS[kind];
}

const EVENTS: Readonly<Record<UnitEventKind, string>> = {
  absent: "负责人未出庭且理由未经法院认可",
  "absent-enterprise": "涉企案件负责人未出庭且理由未经法院认可",
  "principal-absent": "应由正职出庭而未出庭",
  "without-staff": "仅律师出庭或者无人出庭",
  "left-early": "负责人中途退庭",
  "refused-to-explain": "负责人拒绝说明",
  silent: "负责人出庭不出声",
  "late-report": "三日报告逾期",
  "missing-report": "三日报告未报",
  "late-filing": "二日备案逾期",
  "missing-filing": "二日备案未报",
  "late-defence": "答辩状、证据逾期或者未提交",
  lost: "一审败诉",
  "repeat-loss": "重复败诉",
  "late-loss-report": "败诉案件报告逾期或者未报",
  "suggestion-unanswered": "司法建议未按期复函",
  "judgment-unperformed": "生效裁判未按期履行",
  "correction-overdue": "整改建议逾期未答复",
  "principal-present": "正职出庭",
  settled: "争议实质化解（和解撤诉）",
};

/** What a trigger finds too much of. */
export function triggerName(trigger: EventTriggerName): string {
  return TRIGGERS[trigger];
}

const TRIGGERS: Readonly<Record<EventTriggerName, string>> = {
  absences: "负责人未出庭且理由未经法院认可",
  principalAbsences: "应由正职出庭而未出庭",
  repeatLoss: "同一原因重复败诉",
  unansweredSuggestions: "司法建议未按期复函",
  unperformedJudgments: "生效裁判未按期履行",
  lateReports: "三日报告逾期或者未报",
  lateFilings: "二日备案逾期或者未报",
  lateDefences: "答辩状、证据逾期或者未提交",
  lateLossReports: "败诉案件报告逾期或者未报",
};

/** As many are named; of the others, how many there are. */
const NAMED = 20;

/** （2026）鲁1302行初1号（2026年9月20日）、… */
export function eventsWords(events: readonly EventShown[]): string {
  const named = events.slice(0, NAMED).map(({ caseNumber, on }) => {
    const day = on === undefined ? "" : printedDate(on);
    return caseNumber === undefined ? day : `${caseNumber}${day === "" ? "" : `（${day}）`}`;
  });
  return `${named.filter((one) => one !== "").join("、")}${events.length > NAMED ? `等${events.length}项` : ""}`;
}
