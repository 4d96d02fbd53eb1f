/**
 * The board (案件看板): one slim row a case on the board of each bureau concerned, and on that of each organisation whose
 * case it is (its court, whoever is sued, whoever is designated), written with the case, so that a board is read without
 * looking at cases. What depends on the day (overdue, silent) is worked out when it is read.
 */

import { attendanceOf } from "../case-file/attendance.ts";
import { type Obstacle, obstaclesOf } from "../case-file/before-hearing.ts";
import { ordersRefusal } from "../case-file/decisions/judgment-desk-decisions.ts";
import { approvalRefusal, designationOf, designationRefusal, stageOf } from "../case-file/designation.ts";
import type { DesignationStage } from "../case-file/designation-stage.ts";
import { excuseOf, isUnsettledNear } from "../case-file/joint-appearance.ts";
import { boundBy, debtorsOf, mayBindAgency, proposedActs } from "../case-file/judgment.ts";
import { principalOwed } from "../case-file/principals.ts";
import { openDifferences } from "../case-file/reconciliation.ts";
import { reportOf } from "../case-file/reports.ts";
import { type CaseFile, type Respondent, sittings } from "../case-file/state.ts";
import type { CaseNumber } from "../court/case-number.ts";
import type { HearingMode } from "../court/hearing-mode.ts";
import type { Halt } from "../court/outcome.ts";
import { performanceOf } from "../judgment/judgment-matter.ts";
import { speaksFor } from "../obligations/case-duties.ts";
import type { Involved } from "../obligations/involved.ts";
import type { OrganisationId } from "../organisations/directory.ts";
import { CITY_ITSELF, UNKNOWN_JURISDICTION } from "../organisations/district.ts";
import type { PrincipalReason } from "../principals/principal.ts";
import type { DeadlineKind, SittingDeadlineKind } from "../time/deadline.ts";
import { type CivilDate, type ClockTime, civilDateAt, type Instant } from "../time/time.ts";

/** What a person should see of an agency's part in a case, besides its periods. */
export type BoardFlag =
  /** The directory doesn't know the name. */
  | "unidentified"
  /** The form waits for the bureau, or for the government's approval. */
  | "designation-open"
  | "approval-pending"
  /** A report for the hearing ahead that the bureau has neither remarked on (督导) nor returned. */
  | "report-to-read"
  /** The bureau returned the report. */
  | "report-returned"
  /** 出庭障碍: the head may not be able to appear; the court hasn't answered. */
  | "obstacle"
  /** The court has answered that the head must come. */
  | "obstacle-refused"
  /** 执行通知书: the court has begun to enforce the judgment, and it isn't performed. */
  | "enforced"
  /** What a judgment that may hold orders waits to be confirmed. */
  | "orders-open"
  /** 共同被告: the hearing is near, and nobody has said whose head appears, or not all say the same. */
  | "who-appears"
  /** Whether a head was there is for a person to say. */
  | "attendance-review"
  /** Sources differ, and nobody has settled it. */
  | "difference";

/** A period that runs. */
export interface BoardDue {
  readonly kind: DeadlineKind;
  readonly due: CivilDate;
}

/** One respondent of the case that belongs to this board. */
export interface BoardAgency {
  readonly name: string;
  readonly organisation?: OrganisationId;
  /** The district whose it is; a county without a bureau of its own stands on the city's board. */
  readonly district: string;
  readonly due: readonly BoardDue[];
  readonly flags: readonly BoardFlag[];
  /** 应由正职出庭, and why. */
  readonly principal?: readonly PrincipalReason[];
  /** The action against it was withdrawn. */
  readonly withdrawn?: true;
  /** Absent: nobody knows yet. */
  readonly headAttended?: boolean;
}

export interface BoardRow {
  /** Whose board: the jurisdiction of the bureau, or the {@link organisationBoard} of an organisation. */
  readonly board: string;
  /** On an organisation's board: all on which the case stands. */
  readonly boards?: readonly string[];
  readonly caseNumber: CaseNumber;
  readonly version: number;
  readonly state: CaseFile["state"];
  /** Closed, and something is still owed in it: 上诉决定, 履行, 败诉报告. It stands among the open ones. */
  readonly pursued?: true;
  /** 中止, 移送: an open case stands still. */
  readonly halted?: Halt;
  readonly court: string;
  readonly cause?: string;
  /** The first plaintiff, where a paper names one, and how many they are. */
  readonly plaintiff?: string;
  readonly plaintiffs: number;
  readonly enterprise: boolean;
  readonly agencies: readonly BoardAgency[];
  readonly hearing?: {
    readonly date: CivilDate;
    readonly time?: ClockTime;
    readonly place?: string;
    readonly mode?: HearingMode;
  };
  /** The last sitting that was held. */
  readonly heardOn?: CivilDate;
  /** When its first paper came in. */
  readonly receivedOn?: CivilDate;
}

/** The board of an organisation's own cases; no jurisdiction has such a name. */
export function organisationBoard(id: OrganisationId): string {
  return `${OF_ORGANISATION}${id}`;
}

const OF_ORGANISATION = "ORG:";

/** Whether a case, or its row, stands among the closed ones. */
export function isShelved({ state, pursued }: Pick<BoardRow, "state" | "pursued">): boolean {
  return state === "closed" && pursued !== true;
}

/** Closed, while a duty runs in it, or its judgment orders what isn't done. */
export function isPursued(file: CaseFile): boolean {
  if (file.state !== "closed") return false;
  return file.duties.some(({ status }) => status === "open") || isToPerform(file);
}

/** Whether the judgment orders what isn't done: anybody, or the respondent that is asked of. */
function isToPerform(file: CaseFile, by?: string): boolean {
  const { judgment } = file;
  if (judgment === undefined || !mayBindAgency(file) || ordersRefusal(file) !== undefined) return false;
  return proposedActs(file).some((act) =>
    boundBy(file, act).some(
      (respondent) =>
        (by === undefined || respondent === by) &&
        performanceOf(judgment, { item: act.item, respondent }) === undefined,
    ),
  );
}

/** The rows of a case: one for each bureau's board, and one for each organisation whose case it is. */
export function boardRows(file: CaseFile, involved: Involved, now: Instant): readonly BoardRow[] {
  if (file.void === true) return [];
  const fallback = involved.bureau?.jurisdiction ?? CITY_ITSELF;
  const boardOf = ({ name }: Respondent) => involved.respondents.get(name)?.bureau?.jurisdiction ?? fallback;
  const byBureau = Map.groupBy(file.respondents, boardOf);
  if (byBureau.size === 0) byBureau.set(fallback, []);
  const organisations = byOrganisation(file, involved);
  const boards = [...byBureau.keys(), ...[...organisations.keys()].map(organisationBoard)];
  const row = rowOf(file);
  const agencies = new Map(file.respondents.map((one) => [one.name, boardAgency(file, one, now)]));
  const shown = (respondents: readonly Respondent[]) =>
    respondents.flatMap(({ name }) => agencies.get(name) ?? []);
  return [
    ...[...byBureau].map(([board, respondents]) => ({ board, ...row, agencies: shown(respondents) })),
    ...[...organisations].map(([id, respondents]) => ({
      board: organisationBoard(id),
      boards,
      ...row,
      agencies: shown(respondents),
    })),
  ];
}

/** Whose case it is, each with the respondents it has to do with: a court with all of them. */
function byOrganisation(
  file: CaseFile,
  { court }: Involved,
): ReadonlyMap<OrganisationId, readonly Respondent[]> {
  const concerned = new Map<OrganisationId, Set<Respondent>>();
  const add = (id: OrganisationId | undefined, respondents: readonly Respondent[]) => {
    if (id !== undefined) concerned.set(id, new Set([...(concerned.get(id) ?? []), ...respondents]));
  };
  for (const respondent of file.respondents) {
    const { name, identity } = respondent;
    add(identity?.organisation, [respondent]);
    for (const stage of STAGES) add(designationOf(file, name, stage)?.agency.organisation, [respondent]);
  }
  add(court?.id, file.respondents);
  return new Map([...concerned].map(([id, respondents]) => [id, [...respondents]]));
}

const STAGES: readonly DesignationStage[] = ["instance", "appeal"];

/** What every board says of a case. */
function rowOf(file: CaseFile): Omit<BoardRow, "board" | "agencies"> {
  const { caseNumber, version, state, court, cause, plaintiffs, documents } = file;
  const heardOn = sittings(file).at(-1)?.date;
  const received = documents.map(({ receivedAt }) => receivedAt).toSorted()[0];
  return {
    caseNumber,
    version,
    state,
    ...(isPursued(file) && { pursued: true as const }),
    ...(file.halted !== undefined && state !== "closed" && { halted: file.halted.result }),
    court,
    ...(cause !== undefined && { cause }),
    ...(plaintiffs[0] !== undefined && { plaintiff: plaintiffs[0] }),
    plaintiffs: plaintiffs.length,
    enterprise: file.enterprise === true,
    ...(file.state === "awaiting-hearing" && { hearing: shownHearing(file.hearing) }),
    ...(heardOn !== undefined && { heardOn }),
    ...(received !== undefined && { receivedOn: civilDateAt(received) }),
  };
}

function shownHearing({ date, time, place, mode }: NonNullable<BoardRow["hearing"]>) {
  return {
    date,
    ...(time !== undefined && { time }),
    ...(place !== undefined && { place }),
    ...(mode !== undefined && { mode }),
  };
}

function boardAgency(file: CaseFile, { name, identity, withdrawnOn }: Respondent, now: Instant): BoardAgency {
  const attended = ownToAnswer(file, name) ? attendanceOf(file, name)?.present : undefined;
  const principal = principalOwed(file, name);
  return {
    name,
    ...(identity !== undefined && { organisation: identity.organisation }),
    district: identity?.jurisdiction ?? UNKNOWN_JURISDICTION,
    due: [
      ...file.deadlines.filter(({ kind }) => isOwed(file, kind)),
      ...file.duties.filter((one) => speaksFor(file, one) === undefined),
    ].flatMap(({ kind, respondent, status, deadline }) =>
      respondent === name && status === "open" ? [{ kind, due: deadline.due }] : [],
    ),
    flags: flagsOf(file, name, identity !== undefined, now).filter(
      (flag) => withdrawnOn === undefined || OF_SITTINGS.has(flag),
    ),
    ...(principal !== undefined && file.state !== "closed" && { principal: principal.reasons }),
    ...(withdrawnOn !== undefined && { withdrawn: true }),
    ...(attended !== undefined && { headAttended: attended }),
  };
}

/** Where another respondent's head came, that its own did not is no absence, or not one anybody has said (§3). */
function ownToAnswer(file: CaseFile, name: string): boolean {
  const came = (one: string) => attendanceOf(file, one)?.present === true;
  return (
    came(name) ||
    (excuseOf(file, name) === undefined &&
      !file.respondents.some((one) => one.name !== name && came(one.name)))
  );
}

/** What is open of sittings that were held stays open, also for whoever is no longer sued. */
const OF_SITTINGS: ReadonlySet<BoardFlag> = new Set(["attendance-review", "difference"]);

/** The obstacle reported last for the hearing to come. */
function obstacleAhead(file: CaseFile, name: string): Obstacle | undefined {
  if (file.state !== "awaiting-hearing") return undefined;
  const { ordinal } = file.hearing;
  return obstaclesOf(file, name).findLast(({ hearing }) => hearing === ordinal);
}

/** A report is of no use once the hearing was held. */
function isOwed({ state }: CaseFile, kind: SittingDeadlineKind): boolean {
  return kind === "filing" || (kind === "report" && state === "awaiting-hearing");
}

function flagsOf(file: CaseFile, name: string, known: boolean, now: Instant): readonly BoardFlag[] {
  const stage = stageOf(file);
  const approval = approvalRefusal(file, name, stage, now) === undefined;
  const open =
    designationRefusal(file, name, stage, now) === undefined &&
    designationOf(file, name, stage) === undefined &&
    !approval;
  const found = attendanceOf(file, name);
  const obstacle = obstacleAhead(file, name);
  const flags: readonly (readonly [BoardFlag, boolean])[] = [
    ["unidentified", !known && file.state !== "closed"],
    ["designation-open", open],
    ["approval-pending", approval],
    ["report-to-read", isToRead(file, name)],
    ["report-returned", file.state === "awaiting-hearing" && reportOf(file, name)?.returned !== undefined],
    ["obstacle", obstacle !== undefined && obstacle.answer === undefined],
    ["obstacle-refused", obstacle?.answer?.verdict === "refused"],
    ["enforced", isEnforced(file, name)],
    ["orders-open", file.judgment?.orders === undefined && isToPerform(file)],
    ["who-appears", isUnsettledNear(file)],
    ["attendance-review", found !== undefined && found.present === undefined && !found.difference],
    ["difference", openDifferences(file, name).length > 0],
  ];
  return flags.flatMap(([flag, holds]) => (holds ? [flag] : []));
}

function isEnforced(file: CaseFile, name: string): boolean {
  const against = (file.judgment?.enforcements ?? []).map((one) => debtorsOf(file, one));
  return against.some(({ names, unclear }) => !unclear && names.includes(name)) && isToPerform(file, name);
}

function isToRead(file: CaseFile, name: string): boolean {
  const report = file.state === "awaiting-hearing" ? reportOf(file, name) : undefined;
  return report !== undefined && report.returned === undefined && report.supervision.length === 0;
}
