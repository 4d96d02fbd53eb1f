/** The cases in which a government is sued, as its workspace reads them: what waits in them, and which of its leaders appears. */
import { approvalsIn, type WaitingApproval } from "../../../../shared/domain/board/approvals.ts";
import { type BoardRow, organisationBoard } from "../../../../shared/domain/board/board-row.ts";
import { designationOf, formOf, openStage } from "../../../../shared/domain/case-file/designation.ts";
import type { HeadPlan, Person } from "../../../../shared/domain/case-file/report.ts";
import { reportOf } from "../../../../shared/domain/case-file/reports.ts";
import { type CaseFile, stillSued } from "../../../../shared/domain/case-file/state.ts";
import type { DeskPorts } from "../../frame/room.ts";
import { readFiles } from "../read-files.ts";
import type { AtWork } from "../workspace.ts";

/** The government's own part of a case that isn't over. */
export interface OwnCase {
  readonly file: CaseFile;
  /** As the court writes it. */
  readonly name: string;
  /** Who answers for it (应诉单位); undefined while nobody is designated. */
  readonly agency?: string | undefined;
  /** Who is to appear: as proposed by the office, or as approved. */
  readonly leader?: { readonly person: Person; readonly approved: boolean } | undefined;
  /** What was reported of the head: only this says that he comes, or can't. */
  readonly reported?: HeadPlan | undefined;
}

/** Open cases looked at, of which so many files are read: a page is there within a second. */
const MOST_OPEN = 1_500;
const MOST_FILES = 100;

export interface OwnCases {
  /** So many more are open that weren't looked at: nothing waits in them, and they are heard later; undefined: nobody has counted them. */
  readonly left: number | undefined;
  readonly cases: readonly OwnCase[];
  readonly waiting: readonly (WaitingApproval & { readonly file: CaseFile })[];
}

/** Those that are still to be answered, and those in which an appeal against them is. */
export async function ownCases(
  ports: Pick<DeskPorts, "records" | "now">,
  { organisation }: AtWork,
): Promise<OwnCases> {
  const { rows, next } = await ports.records.openCases(organisationBoard(organisation.id), {
    after: undefined,
    limit: MOST_OPEN,
  });
  const asked = rows
    .filter(({ state, agencies }) => state !== "heard" || agencies.some(({ flags }) => flags.length > 0))
    .toSorted((one, other) => (comesFirst(one) < comesFirst(other) ? -1 : 1));
  const files = await readFiles(ports, asked.slice(0, MOST_FILES));
  return {
    left: next === undefined ? Math.max(0, asked.length - MOST_FILES) : undefined,
    cases: files
      .flatMap(({ file }) => ownParts(file, organisation.id))
      .toSorted((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1)),
    waiting: files
      .flatMap(({ file }) => approvalsIn(file, organisation.id, ports.now()).map((one) => ({ ...one, file })))
      .toSorted((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1)),
  };
}

/** What waits, then what is heard first. */
function comesFirst({ agencies, hearing, caseNumber }: BoardRow): string {
  const waits = agencies.some(({ flags }) => flags.length > 0);
  return `${waits ? 0 : 1} ${hearing?.date ?? "9999"} ${caseNumber}`;
}

function ownParts(file: CaseFile, government: AtWork["organisation"]["id"]): readonly OwnCase[] {
  const stage = openStage(file);
  if (stage === undefined) return [];
  return stillSued(file)
    .filter(({ identity }) => identity?.organisation === government)
    .map(({ name }): OwnCase => {
      const designation = designationOf(file, name, stage);
      const proposed = formOf(file, name, stage)?.opinion?.head;
      const leader =
        designation?.head !== undefined
          ? { person: designation.head, approved: true }
          : designation === undefined && proposed !== undefined
            ? { person: proposed, approved: false }
            : undefined;
      return {
        file,
        name,
        agency: designation?.agency.name,
        leader,
        reported: stage === "instance" ? reportOf(file, name)?.head : undefined,
      };
    });
}

/** By the hearing to come; without one last. */
function placeInTime({ file }: { readonly file: CaseFile }): string {
  const { date = "9999", time = "" } = file.state === "awaiting-hearing" ? file.hearing : {};
  return `${date} ${time} ${file.caseNumber}`;
}
