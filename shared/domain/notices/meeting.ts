/** What notices say of the joint meeting (联席会议): its pack, for the bureau to confirm, and the invitation. */
import type { CivilDate, ClockTime } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { PackShown } from "./frame/shown.ts";

/** What each of them says. */
export interface MeetingNotices {
  /** 联席会议材料, to the bureau that confirms it. */
  "pack-made": { readonly pack: PackShown };
  /** 联席会议邀请, to bureau and court, with the pack; `sequence` counts its changes. */
  "meeting-invited": {
    readonly pack: PackShown;
    readonly id: string;
    readonly date: CivilDate;
    readonly time: ClockTime;
    readonly place: string;
    readonly sequence: number;
  };
  /** 议定事项提醒, to whoever sees to it; `on`: the meeting's day; `daysOver` below 0 before it is due. */
  "meeting-point-due": {
    readonly place: string;
    readonly on: CivilDate;
    readonly text: string;
    readonly owner: string;
    readonly due: CivilDate;
    readonly daysOver: number;
  };
  /** 议题答复, to the court that proposed it. */
  "topic-answered": {
    readonly text: string;
    readonly accepted: boolean;
    readonly by: string;
    readonly answer: string;
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const MEETING_NOTICES = {
  "pack-made": { word: "联席", link: () => ({ task: "programme" }), leaves: "at-once" },
  "meeting-invited": { word: "联席", link: "none", leaves: "at-once" },
  "meeting-point-due": { word: "联席", link: "none", leaves: "when-offices-open" },
  "topic-answered": { word: "联席", link: "none", leaves: "at-once" },
} satisfies NoticeRules<MeetingNotices>;
