/** What can a link in a mail be for, and what must its token carry? */
import type { DesignationStage } from "../case-file/designation-stage.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import type { CivilDate, Instant, Year } from "../time/time.ts";

/** What a link is for. */
export type LinkTarget =
  /** 三日报告 and 二日备案 by the agency, 督导 by its bureau. */
  | {
      readonly task: "report" | "filing" | "supervision";
      readonly caseNumber: CaseNumber;
      readonly respondent: string;
    }
  /** 案件办理单 by the bureau, its approval (审批) by the government. */
  | {
      readonly task: "designation" | "approval";
      readonly caseNumber: CaseNumber;
      readonly respondent: string;
      readonly stage: DesignationStage;
    }
  /** 核对 of what was said of one sitting, by the agency, the court, or the bureau: whoever the link is for. */
  | {
      readonly task: "reconciliation";
      readonly caseNumber: CaseNumber;
      readonly respondent: string;
      readonly sitting: CivilDate;
    }
  /** 人工复核 of one document, by the bureau. */
  | { readonly task: "review"; readonly sha256: string }
  /** 案件看板 of a bureau: looked at only. */
  | { readonly task: "board" }
  /** 日程订阅 of an agency or a bureau: programs fetch it by themselves. */
  | { readonly task: "calendar" }
  /** 工作台账 of a bureau's own jurisdiction; the city's bureau sees the counties' too. */
  | { readonly task: "programme" }
  /** 整改 (one proposal): the agency answers, the bureau judges. */
  /** 年度考核 of one unit, by that unit: it may object. */
  | {
      readonly task: "correction" | "assessment";
      readonly jurisdiction: string;
      readonly year: Year;
      readonly id: string;
    };

export type LinkTask = LinkTarget["task"];

/** A link before it is signed. */
export type Link = LinkTarget & {
  /** Whose link it is; whoever else holds it acts in this organisation's name, so it goes to its registered address only. */
  readonly recipient: OrganisationId;
  readonly expires: Instant;
  /** The notice that carries it: the same notice sent twice has the same link, and it is used once. */
  readonly nonce: string;
};

/** The members of a union of targets that a task has. */
export type OfTask<Targets, Task> = Targets extends { readonly task: infer Own }
  ? Task extends Own
    ? Targets
    : never
  : never;

/** What a token carries of each target besides its task, in this order for good. */
const TARGET_FIELDS: {
  readonly [Task in LinkTask]: readonly Exclude<keyof OfTask<LinkTarget, Task> & string, "task">[];
} = {
  report: ["caseNumber", "respondent"],
  filing: ["caseNumber", "respondent"],
  supervision: ["caseNumber", "respondent"],
  designation: ["caseNumber", "respondent", "stage"],
  approval: ["caseNumber", "respondent", "stage"],
  reconciliation: ["caseNumber", "respondent", "sitting"],
  review: ["sha256"],
  board: [],
  calendar: [],
  programme: [],
  correction: ["jurisdiction", "year", "id"],
  assessment: ["jurisdiction", "year", "id"],
};

/** The values by which a target is told from others of its task; all of them are texts. */
export function targetValues(target: LinkTarget): readonly string[] {
  return fieldsOf(target.task).map((field) => (target as unknown as Record<string, string>)[field] ?? "");
}

/** The target of these values. */
export function targetOfValues(task: LinkTask, values: readonly string[]): LinkTarget {
  return {
    task,
    ...Object.fromEntries(fieldsOf(task).map((field, index) => [field, values[index] ?? ""])),
  } as unknown as LinkTarget;
}

/** What a link is for, without whose it is and how long it lasts. */
export function linkTarget(link: Link): LinkTarget {
  return targetOfValues(link.task, targetValues(link));
}

function fieldsOf(task: LinkTask): readonly string[] {
  return TARGET_FIELDS[task];
}
