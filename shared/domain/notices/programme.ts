/** What notices say of the year besides its cases (工作台账): what is to be done in it, and what is behind. */
import type { CivilDate, Year } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { EntryKind, ProgrammeAct } from "./frame/programme-act.ts";
import type { ObservationShown } from "./frame/shown.ts";

/** What each of them says. */
export interface ProgrammeNotices {
  /** 年度工作提示: what the jurisdiction is to do this year besides its cases, and where it is recorded. */
  "programme-plan": {
    readonly jurisdiction: string;
    readonly year: Year;
    readonly perYear: number;
    readonly meetings: boolean;
  };
  /** 旁听提醒. */
  "observations-behind": {
    readonly jurisdiction: string;
    readonly year: Year;
    readonly held: number;
    /** As many as should have been held by now. */
    readonly atLeast: number;
    readonly perYear: number;
  };
  /** 年度统计报表提醒, of the year before. */
  "yearly-return-due": {
    readonly jurisdiction: string;
    readonly year: Year;
    readonly due: CivilDate;
  };
  /** 联席会议提醒, to bureau and court. */
  "meeting-behind": {
    readonly jurisdiction: string;
    readonly year: Year;
    readonly half: 1 | 2;
    readonly audience: "bureau" | "court";
  };
  /** 旁听通知, to each unit that is invited; a later one of the same entry takes the place of the one before. */
  "observation-invited": {
    readonly observation: ObservationShown;
    readonly id: string;
    readonly sequence: number;
    readonly unit: string;
    readonly seats: number;
  };
  /** 旁听取消通知; no reason: the unit alone is no longer invited. */
  "observation-cancelled": {
    readonly observation: ObservationShown;
    readonly id: string;
    readonly sequence: number;
    readonly by: string;
    readonly reason: string;
  };
  /** 撤回通知: what a letter of before said no longer holds. */
  "entry-recalled": {
    readonly entry: EntryKind;
    readonly act: ProgrammeAct;
    readonly by: string;
    readonly reason: string;
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const PROGRAMME_NOTICES = {
  "programme-plan": { word: "年度", link: () => ({ task: "programme" }), leaves: "at-once" },
  "observations-behind": { word: "旁听", link: () => ({ task: "programme" }), leaves: "at-once" },
  "yearly-return-due": { word: "年报", link: () => ({ task: "programme" }), leaves: "at-once" },
  "meeting-behind": {
    word: "联席",
    link: ({ audience }) => (audience === "bureau" ? { task: "programme" } : undefined),
    leaves: "at-once",
  },
  "observation-invited": { word: "旁听", link: "none", leaves: "at-once" },
  "observation-cancelled": { word: "旁听", link: "none", leaves: "at-once" },
  "entry-recalled": { word: "撤回", link: "none", leaves: "at-once" },
} satisfies NoticeRules<ProgrammeNotices>;
