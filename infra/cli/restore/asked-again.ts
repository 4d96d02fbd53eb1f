/** What must be asked for again after a restore, in the words in which it is forwarded to each bureau. */
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { bureauName, CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { historyLine } from "../../../shared/letters/wording/history-wording.ts";
import type { DeskAct } from "../../../shared/ports/journal.ts";

/** What one bureau is told. */
export interface AskedAgain {
  readonly bureau: string;
  readonly acts: number;
  readonly text: string;
}

const OTHERS = {
  programme: "年度工作台账（旁听、培训、联席会议、约谈、整改等）中的一次登记或者修改",
  directory: "单位名录中的一次登记或者修改",
  signing: "月通报签发中的一次办理",
} as const;

/** By bureau: an act in a case of two counties is told to both. */
export function askedAgain(acts: readonly DeskAct[], since: Instant): readonly AskedAgain[] {
  const byBureau = new Map<string, string[]>();
  const tell = (jurisdiction: string, line: string) =>
    byBureau.set(jurisdiction, [...(byBureau.get(jurisdiction) ?? []), line]);
  for (const { at, usedLink, cases, others } of acts.toSorted((one, other) => (one.at < other.at ? -1 : 1))) {
    const when = printedMoment(at);
    const by = usedLink === undefined || usedLink.by === "" ? "" : `，经办人${usedLink.by}`;
    for (const { caseNumber, boards, events } of cases) {
      const what = events
        .filter(({ event }) => event.type !== "notice-issued")
        .map((one) => historyLine(one).what)
        .join("");
      for (const board of boards.filter(isOfBureau)) tell(board, `${caseNumber}：${when}${by}。${what}`);
    }
    for (const { what, of } of others) tell(of === "" ? CITY_ITSELF : of, `${when}${by}。${OTHERS[what]}`);
  }
  return [...byBureau].map(([jurisdiction, lines]) => ({
    bureau: bureauName(jurisdiction),
    acts: lines.length,
    text: letter(bureauName(jurisdiction), lines, since),
  }));
}

function isOfBureau(board: string): boolean {
  return !board.startsWith(organisationBoard("" as OrganisationId));
}

function letter(bureau: string, lines: readonly string[], since: Instant): string {
  return [
    `${bureau}：`,
    `因系统故障，数据恢复到${printedMoment(since)}的状态。此后已经发出的函件不会重发，已经使用的办理链接不能再用。下列${lines.length}项办理没有保留，请在案件页面“手工办理”中补登，或者请原单位重新提交：`,
    ...lines.map((line, index) => `${index + 1}. ${line}`),
  ].join("\n");
}
