/** What answers a file: that it can't be used (退件), that a person must look at it (人工复核), or that its court is asked. */
import type { Doubt, Rejection } from "../refusal.ts";
import type { Instant } from "../time/time.ts";
import type { NoticeRules } from "./frame/notice-rule.ts";
import type { FactShown, FileShown } from "./frame/shown.ts";

/** What each of them says. */
export interface DocumentNotices {
  /** 退件通知. */
  "document-rejected": { readonly file: FileShown; readonly rejection: Rejection };
  /** 退件撤回: whoever sent it back took that back; it is looked at again. */
  "rejection-withdrawn": {
    readonly file: FileShown;
    readonly at: Instant;
    readonly by: string;
    readonly reason: string;
  };
  /** 人工复核: read, but not surely. */
  "document-review": {
    readonly file: FileShown;
    readonly court: string;
    readonly documentKind: string;
    /** What is beyond doubt has been filed already (that a case was heard); else nothing was. */
    readonly partlyFiled: boolean;
    readonly doubts: readonly Doubt[];
    readonly facts: readonly FactShown[];
  };
  /** 文书内容核对: the court's own paper says what can't be so; it alone knows what was meant. */
  "document-question": {
    readonly file: FileShown;
    readonly documentKind: string;
    readonly doubts: readonly Doubt[];
  };
}

/** What their numbers are called by, where their links lead, and when they may leave. */
export const DOCUMENT_NOTICES = {
  "document-rejected": { word: "退件", link: "none", leaves: "when-offices-open" },
  "rejection-withdrawn": { word: "更正", link: "none", leaves: "when-offices-open" },
  "document-review": {
    word: "复核",
    link: (_, subject) =>
      subject.of === "document" ? { task: "review", sha256: subject.sha256 } : undefined,
    leaves: "when-offices-open",
  },
  "document-question": { word: "询问", link: "none", leaves: "when-offices-open" },
} satisfies NoticeRules<DocumentNotices>;
