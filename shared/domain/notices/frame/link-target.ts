/**
 * What can a link (办理链接) be for? One task of one organisation: which, and of what case, document or entry. `shared/links`
 * signs it, the desk (functions/desk) opens it.
 */
import { type DesignationStage, isDesignationStage } from "../../case-file/designation-stage.ts";
import { type CaseNumber, parseCaseNumber } from "../../court/case-number.ts";
import { isDutyKind } from "../../duties/duty-rules.ts";
import type { ContactRole, OrganisationId } from "../../organisations/directory.ts";
import { CONTACT_ROLES } from "../../organisations/organisation-change.ts";
import type { DutyKind } from "../../time/deadline.ts";
import type { PeriodKind } from "../../time/period.ts";
import {
  type CivilDate,
  type Instant,
  type Month,
  parseCivilDate,
  parseMonth,
  parseYear,
  type Year,
} from "../../time/time.ts";
import type { UrgedKind } from "../../urging/urging-decision.ts";

interface OfCase {
  readonly caseNumber: CaseNumber;
  readonly respondent: string;
}
interface OfWholeCase {
  readonly caseNumber: CaseNumber;
}
interface OfDesignation extends OfCase {
  readonly stage: DesignationStage;
}
interface OfSitting extends OfCase {
  readonly sitting: CivilDate;
}
interface OfObstacle extends OfCase {
  readonly reportedAt: Instant;
}
interface OfDuty extends OfCase {
  readonly duty: UrgedKind;
  /** Of a report or filing: the number of the sitting it is for. */
  readonly sitting?: number;
  /** Of any other: which of its kind, where there may be several. */
  readonly subject?: string;
}
interface OfCaseDuty extends OfCase {
  readonly duty: DutyKind;
  readonly subject?: string;
}
interface OfDocument {
  readonly sha256: string;
}
/**
 * An act: in a case (by number), of a document's review (by SHA-256), of an organisation's entry (by id), in the directory (by
 * the bureau that did it); and its cause.
 */
interface OfAct {
  readonly what: "case" | "review" | "entry" | "directory";
  readonly of: string;
  readonly cause: string;
}
interface OfEntry {
  readonly jurisdiction: string;
  readonly year: Year;
  readonly id: string;
}
interface OfOrganisation {
  readonly organisation: OrganisationId;
}
interface OfPeriod {
  readonly period: PeriodKind;
  /** Its last month. */
  readonly month: Month;
}
interface OfMailbox {
  readonly mailbox: string;
}
interface OfAddress {
  readonly role: ContactRole;
  /** The change of the entry by which another was proposed. */
  readonly change: string;
}
/** What the organisation has only one of. */
type OfItself = object;

/** What a link of each task is about. */
interface Targets {
  /** 三日报告 by the agency. */
  report: OfCase;
  /** 二日备案 by the agency. */
  filing: OfCase;
  /** 答辩, 举证, 上诉决定, 履行 …: what a respondent owes beside its sittings, by whoever answers for it. */
  duty: OfCaseDuty;
  /** 督导 by its bureau. */
  supervision: OfCase;
  /** 审核 of a 败诉案件报告 by the bureau. */
  "loss-review": OfCase;
  /** 案件办理单 by the bureau. */
  designation: OfDesignation;
  /** Its approval (审批) by the government. */
  approval: OfDesignation;
  /** 审批 by the government's leader, where its office has stated an opinion; passed on inside the government. */
  leader: OfDesignation;
  /** 上诉决定审批 by the government that is sued, or by the bureau. */
  "appeal-approval": OfCase;
  /** 核定履行事项 by the agency's legal section or the bureau. */
  orders: OfCase;
  /** 裁判送达、生效、履行 by the court, or by the bureau for it. */
  "judgment-note": OfCase;
  /** 核对 of what was said of one sitting, by the agency, the court, or the bureau: whoever the link is for. */
  reconciliation: OfSitting;
  /** 准许, 不准许: what the court says to an obstacle (出庭障碍) an agency has reported. */
  obstacle: OfObstacle;
  /** 应当通知、应由正职出庭: which class the case is of, and whose principals are to come, by the bureau. */
  "call-classes": OfCase;
  /** What the superior's leader says to a principal's absence. */
  "principal-absence": OfCase;
  /** 督办 of one duty, by its bureau: it is put off, sent, or what was owed is noted as received. */
  urging: OfDuty;
  /** 人工复核 of one document, by the bureau. */
  review: OfDocument;
  /** A case with all that is known of it, for whichever of its organisations: looked at only. */
  "case-page": OfWholeCase;
  /** 案件看板 of a bureau: looked at only. */
  board: OfItself;
  /** 查找案件 of any organisation among its own: looked at only. */
  search: OfItself;
  /** 日程订阅 of an agency or a bureau: programs fetch it by themselves. */
  calendar: OfItself;
  /** 工作台账 of a bureau's own jurisdiction; the city's bureau sees the counties' too. */
  programme: OfItself;
  /** 整改 (one proposal): the agency answers, the bureau judges. */
  correction: OfEntry;
  /** 司法建议 of a court: its addressee replies, court and bureau look at it. */
  suggestion: OfEntry;
  /** 撤回 of one act, by whoever did it or their bureau. */
  undo: OfAct;
  /** 年度考核 of one unit, by that unit: it may object. */
  assessment: OfEntry;
  /** 月度台账 of a court: that page of its workspace, for whoever signs in there. */
  ledger: OfItself;
  /** 登录 of whoever holds a mailbox, by a mail to it. */
  "sign-in": OfMailbox;
  /** 名录 of a bureau's jurisdiction: agencies, their names, contacts and superiors. */
  directory: OfItself;
  /** One entry of it, where that is to be put right. */
  "directory-entry": OfOrganisation;
  /** 这是哪个单位: a respondent whom the directory doesn't know. */
  "unknown-name": OfCase;
  /** 邮箱变更确认, by whoever reads an address that another is to take the place of. */
  "address-consent": OfAddress;
  /** 签发 of a period's bulletin, by the municipal bureau; from there it sees its other periods too. */
  signing: OfPeriod;
  /** 手工办理 of one case, by its bureau: what came by telephone or post is registered, what is wrong corrected. */
  "case-office": OfWholeCase;
  /** 案件分类 of one case, by its bureau or an agency that is sued in it. */
  classes: OfWholeCase;
  /** 录入案件、文书 by a bureau: what came by post or telephone before its court has sent anything. */
  "entry-office": OfItself;
}

/** What a link is for. */
export type LinkTask = keyof Targets;

/** What links of these tasks are about. */
export type LinkTarget<Task extends LinkTask = LinkTask> = {
  [One in Task]: { readonly task: One } & Targets[One];
}[Task];

/** Whose a link is, and how long. */
interface Issued {
  /** Whoever else holds it acts in this organisation's name, so it goes to its registered address only. */
  readonly recipient: OrganisationId;
  readonly expires: Instant;
  /** The notice that carries it: the same notice sent twice has the same link, and it is used once. */
  readonly nonce: string;
  /** Made at a workspace: it opens only for whoever is signed in with this session. */
  readonly session?: string;
}

/** Links of these tasks, before they are signed. */
export type Link<Task extends LinkTask = LinkTask> = {
  [One in Task]: { readonly task: One } & Targets[One] & Issued;
}[Task];

/** What a token carries of a target besides its task, as texts, in this order for good; and back. */
interface Written<Target> {
  readonly values: (target: Target) => readonly string[];
  /** Undefined where the texts are none of such a target. */
  readonly read: (values: readonly string[]) => Target | undefined;
}

const itself: Written<OfItself> = { values: () => [], read: () => ({}) };

const ofCase: Written<OfCase> = {
  values: ({ caseNumber, respondent }) => [caseNumber, respondent],
  read: ([number = "", respondent]) => {
    const caseNumber = parseCaseNumber(number);
    return caseNumber && respondent !== undefined ? { caseNumber, respondent } : undefined;
  },
};

const ofWholeCase: Written<OfWholeCase> = {
  values: ({ caseNumber }) => [caseNumber],
  read: ([number = ""]) => {
    const caseNumber = parseCaseNumber(number);
    return caseNumber && { caseNumber };
  },
};

const ofDesignation: Written<OfDesignation> = {
  values: (target) => [...ofCase.values(target), target.stage],
  read: ([number = "", respondent = "", stage = ""]) => {
    const of = ofCase.read([number, respondent]);
    return of && isDesignationStage(stage) ? { ...of, stage } : undefined;
  },
};

const ofSitting: Written<OfSitting> = {
  values: (target) => [...ofCase.values(target), target.sitting],
  read: ([number = "", respondent = "", day = ""]) => {
    const [of, sitting] = [ofCase.read([number, respondent]), parseCivilDate(day)];
    return of && sitting && { ...of, sitting };
  },
};

const ofObstacle: Written<OfObstacle> = {
  values: (target) => [...ofCase.values(target), target.reportedAt],
  read: ([number = "", respondent = "", at = ""]) => {
    const of = ofCase.read([number, respondent]);
    return of && /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/.test(at)
      ? { ...of, reportedAt: at as Instant }
      : undefined;
  },
};

const ofDuty: Written<OfDuty> = {
  values: (target) => [
    ...ofCase.values(target),
    target.duty,
    target.sitting === undefined ? (target.subject ?? "") : String(target.sitting),
  ],
  read: ([number = "", respondent = "", duty = "", which = ""]) => {
    if (duty !== "report" && duty !== "filing") return ofCaseDuty.read([number, respondent, duty, which]);
    const of = ofCase.read([number, respondent]);
    return of && /^\d{1,4}$/.test(which) ? { ...of, duty, sitting: Number(which) } : undefined;
  },
};

const ofCaseDuty: Written<OfCaseDuty> = {
  values: (target) => [...ofCase.values(target), target.duty, target.subject ?? ""],
  read: ([number = "", respondent = "", duty = "", subject = ""]) => {
    const of = ofCase.read([number, respondent]);
    return of && isDutyKind(duty) ? { ...of, duty, ...(subject !== "" && { subject }) } : undefined;
  },
};

const ofDocument: Written<OfDocument> = {
  values: ({ sha256 }) => [sha256],
  read: ([sha256]) => (sha256 === undefined ? undefined : { sha256 }),
};

const ofEntry: Written<OfEntry> = {
  values: ({ jurisdiction, year, id }) => [jurisdiction, year, id],
  read: ([jurisdiction, written = "", id]) => {
    const year = parseYear(written);
    return jurisdiction !== undefined && id !== undefined && year ? { jurisdiction, year, id } : undefined;
  },
};

const ACTS: readonly OfAct["what"][] = ["case", "review", "entry", "directory"];

const ofAct: Written<OfAct> = {
  values: ({ what, of, cause }) => [what, of, cause],
  read: ([written, of, cause]) => {
    const what = ACTS.find((one) => one === written);
    return what && of !== undefined && cause !== undefined ? { what, of, cause } : undefined;
  },
};

const ofOrganisation: Written<OfOrganisation> = {
  values: ({ organisation }) => [organisation],
  read: ([id]) => (id === undefined ? undefined : { organisation: id as OrganisationId }),
};

const PERIODS: readonly PeriodKind[] = ["month", "quarter", "half-year", "year", "year-to-date"];

const ofPeriod: Written<OfPeriod> = {
  values: ({ period, month }) => [period, month],
  read: ([kind, written = ""]) => {
    const [period, month] = [PERIODS.find((one) => one === kind), parseMonth(written)];
    return period && month && { period, month };
  },
};

const ofMailbox: Written<OfMailbox> = {
  values: ({ mailbox }) => [mailbox],
  read: ([mailbox]) => (mailbox === undefined ? undefined : { mailbox }),
};

const ofAddress: Written<OfAddress> = {
  values: ({ role, change }) => [role, change],
  read: ([written, change]) => {
    const role = CONTACT_ROLES.find((one) => one === written);
    return role && change !== undefined ? { role, change } : undefined;
  },
};

const TARGETS: { readonly [Task in LinkTask]: Written<Targets[Task]> } = {
  report: ofCase,
  filing: ofCase,
  duty: ofCaseDuty,
  supervision: ofCase,
  "loss-review": ofCase,
  designation: ofDesignation,
  approval: ofDesignation,
  leader: ofDesignation,
  "appeal-approval": ofCase,
  orders: ofCase,
  "judgment-note": ofCase,
  reconciliation: ofSitting,
  obstacle: ofObstacle,
  "call-classes": ofCase,
  "principal-absence": ofCase,
  urging: ofDuty,
  review: ofDocument,
  "case-page": ofWholeCase,
  board: itself,
  search: itself,
  calendar: itself,
  programme: itself,
  correction: ofEntry,
  suggestion: ofEntry,
  assessment: ofEntry,
  undo: ofAct,
  directory: itself,
  "directory-entry": ofOrganisation,
  "unknown-name": ofCase,
  "address-consent": ofAddress,
  signing: ofPeriod,
  ledger: itself,
  "sign-in": ofMailbox,
  "case-office": ofWholeCase,
  classes: ofWholeCase,
  "entry-office": itself,
};

/** The values by which a target is distinguished from others of its task; all of them are texts. */
export function targetValues<Task extends LinkTask>(target: LinkTarget<Task>): readonly string[] {
  return TARGETS[target.task].values(target);
}

/** The target of these values; undefined where there is no such task, or they are none of its. */
export function targetOfValues<Task extends LinkTask>(
  task: Task,
  values: readonly string[],
): LinkTarget<Task> | undefined {
  const target = Object.hasOwn(TARGETS, task) ? TARGETS[task].read(values) : undefined;
  return target && { task, ...target };
}

/** What a link is for, without whose it is and how long it lasts. */
export function linkTarget({
  recipient: _,
  expires: __,
  nonce: ___,
  session: ____,
  ...target
}: Link): LinkTarget {
  return target;
}
