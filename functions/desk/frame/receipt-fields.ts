/** What came in beside the system (电话、纸质): how, and what a filing says of the head in it. */
import { html } from "hono/html";
import type { NoteReceived } from "../../../shared/domain/case-file/decisions/urging-decisions.ts";
import type { ReceiptWay } from "../../../shared/domain/case-file/events.ts";
import { periodName, wayName } from "../../../shared/letters/wording/history-wording.ts";
import { groundName } from "../../../shared/letters/wording/report-wording.ts";
import { type Filled, radios } from "./fields.ts";
import type { FormReader } from "./form.ts";
import { absenceFields, headFields, readAbsence, readHead } from "./head-fields.ts";
import type { HeadJudge } from "./head-judge.ts";
import type { Markup } from "./page.ts";

const WAYS: readonly ReceiptWay[] = ["telephone", "paper", "in-person", "other"];

export function wayField(filled: Filled, label: string): Markup {
  return radios(filled, { name: "way", label, options: WAYS.map((way) => [way, wayName(way)] as const) });
}

export function readWay(reader: FormReader, name: string): ReceiptWay | undefined {
  return reader.choice("way", name, WAYS);
}

/** What a filing says of the head; `designated`: the agency that answers for the respondent. */
export function attendanceFields(filled: Filled, designated: string | undefined): Markup {
  return html`${radios(filled, {
    name: "attended",
    label: `${periodName("filing")}怎样说明负责人出庭情况`,
    options: [
      ["yes", "负责人出庭"],
      ["no", "负责人未出庭"],
      ["unsaid", "没有说明"],
    ],
  })}
<h3>说明负责人出庭的，填写</h3>${headFields(filled, designated)}
<h3>说明负责人未出庭的，填写</h3>${absenceFields(filled, "")}`;
}

/** Whose filing it is, and under which name it stands among the sources. */
interface Said {
  readonly agency: string;
  readonly designated: string | undefined;
  readonly document: string;
  readonly judge: HeadJudge;
}

/** What the filing said of the head; `unsaid` where it said nothing. Undefined where the reader found problems. */
export function readAttendance(
  reader: FormReader,
  { agency, designated, document, judge }: Said,
): NoteReceived["attendance"] | "unsaid" {
  const attended = reader.choice("attended", "怎样说明负责人出庭情况", ["yes", "no", "unsaid"]);
  if (attended === undefined || attended === "unsaid") return attended;
  if (attended === "no") {
    const absence = readAbsence(reader);
    return (
      absence && {
        headAttended: false,
        absenceReason: `${groundName(absence.ground)}（${absence.explanation}）`,
        document,
      }
    );
  }
  const head = readHead(reader, { agency, designated, judge }, "请改选“负责人未出庭”并填写理由。");
  if (head === undefined) return undefined;
  const { name, title, rank, concern, countedBy } = head;
  return {
    headAttended: concern === undefined ? true : "review",
    headName: name,
    headTitle: title,
    ...(concern === undefined && { rank }),
    ...(countedBy !== undefined && { countedBy }),
    document,
  };
}
