/** How letters speak of a case and its hearing. */

import type { HearingDetails } from "../../domain/case-file/hearing.ts";
import { instanceOf } from "../../domain/court/case-number.ts";
import type { HearingMode } from "../../domain/court/hearing-mode.ts";
import type { HearingSaid } from "../../domain/court/hearing-said.ts";
import type { CaseSummary } from "../../domain/notices/frame/shown.ts";
import type { MeetingSaid } from "../../domain/online/meeting-access.ts";
import { hearingMoment, printedDate, printedTime } from "../frame/dates.ts";
import { fact, type LabelledFact } from "../frame/letter.ts";
import { modeName } from "./class-wording.ts";
import { staffFact } from "./court-staff-wording.ts";

/** 张某诉临沂市兰山区自然资源局行政处罚一案; the parties who are many are cut short. */
export function caseTitle({ plaintiffs, respondents, cause }: CaseSummary): string {
  const sued = respondents.length > 0 ? `诉${respondents.join("、")}` : "";
  const who = plaintiffsWords(plaintiffs[0], plaintiffs.length);
  const what = cause === undefined ? "行政" : cause;
  return `${who}${who === "" ? sued.replace(/^诉/u, "涉") : sued}${what}一案`;
}

/** 张某等12人; nothing where nobody is known. */
export function plaintiffsWords(first: string | undefined, all: number): string {
  return first === undefined ? "" : `${first}${all > 1 ? `等${all}人` : ""}`;
}

/** The case as a letter's table shows it. In a second instance the parties keep the roles of the first. */
export function caseFacts({
  caseNumber,
  court,
  cause,
  plaintiffs,
  respondents,
  staff,
}: CaseSummary): readonly (LabelledFact | undefined)[] {
  const before = instanceOf(caseNumber) === "first" ? "" : "一审";
  return [
    fact("案号", caseNumber),
    fact("审理法院", court),
    fact(`${before}原告`, plaintiffs.join("、")),
    fact(`${before}被告`, respondents.join("、")),
    fact("案由", cause),
    staffFact(staff),
  ];
}

/** When and where, as two facts; the label tells which hearing where there are several. */
export function hearingFacts(hearing: HearingDetails, before = ""): readonly (LabelledFact | undefined)[] {
  return [
    fact(`${before}开庭时间`, hearingMoment(hearing)),
    fact(`${before}开庭地点`, hearing.place ?? "以传票为准"),
    hearing.mode === undefined || hearing.mode === "in-person"
      ? undefined
      : fact(`${before}开庭方式`, modeName(hearing.mode)),
  ];
}

/** The way into a sitting over the net: only in the letters of the agency that joins it. */
export function meetingFacts(meeting: MeetingSaid | undefined): readonly (LabelledFact | undefined)[] {
  if (meeting === undefined) return [];
  return [
    fact("会议号", meeting.meeting, ["仅供本单位出庭人员使用，请勿转发"]),
    fact("入会密码", meeting.password),
  ];
}

/** When and where on one line, the court named: 2026年9月24日（星期四）9:00，临沂市兰山区人民法院第三审判庭. */
export function hearingLine({ court }: CaseSummary, hearing: HearingDetails): string {
  return `${hearingMoment(hearing)}，${venue(court, hearing.place, hearing.mode)}`;
}

/**
 * 临沂市兰山区人民法院第三审判庭; a place that names its court, or says 本院, gets no second one. A sitting over the net is on
 * its platform, one elsewhere in a room of others.
 */
export function venue(court: string, place = "", mode?: HearingMode): string {
  if (mode === "online") return `线上开庭${place === "" ? "" : `（${place}）`}`;
  if (mode === "elsewhere" && place !== "") return `${place}${place.includes("异地") ? "" : "（异地开庭）"}`;
  const inCourt = place.replace(/^本院/u, "");
  return inCourt.includes("法院") ? inCourt : `${court}${inCourt}`;
}

/** What a paper or a line says of a hearing: 2026年9月24日 9:00 第五审判庭. */
export function hearingSaidWords({ date, time, place }: HearingSaid): string {
  return [printedDate(date), time && printedTime(time), place].filter((part) => part !== undefined).join(" ");
}
