/** What is done to entries of the programme (工作台账), and which kinds of entries there are, as notices say it. */

/** What is done to an entry: by a person, or on its day by the system. */
export type ProgrammeAct =
  | "recorded"
  | "amended"
  | "withdrawn"
  /** 整改. */
  | "proposed"
  | "answered"
  | "accepted"
  | "returned"
  | "copied"
  | "reply-taken-back"
  /** 约谈. */
  | "candidate"
  | "dismissed"
  | "called"
  | "held"
  | "followed-up"
  /** 考核. */
  | "drafted"
  | "objected"
  | "objection-accepted"
  | "objection-refused"
  | "made-final"
  /** 约谈会. */
  | "called-together"
  | "unit-recorded"
  | "minutes-recorded"
  | "promise-kept"
  /** 联席会议材料, 议定事项, 议题. */
  | "pack-made"
  | "invited"
  | "moved"
  | "point-settled"
  | "topic-proposed"
  | "topic-answered"
  /** 旁听计划. */
  | "planned"
  | "attended"
  /** 撤回 of the last act. */
  | "taken-back"
  /** 年度安排. */
  | "opened";

/** 旁听庭审 … */
export type EntryKind =
  | "observation"
  | "training"
  | "correction"
  | "suggestion"
  | "meeting"
  | "topic"
  | "interview"
  | "session"
  | "assessment"
  | "pack"
  | "plan";
