/** The cases in which a government is sued, as its workspace reads them: what waits in them, and which of its leaders appears. */
import { approvalsIn, type WaitingApproval } from "../../../../shared/domain/board/approvals.ts";
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

export interface OwnCases {
  readonly cases: readonly OwnCase[];
  readonly waiting: readonly (WaitingApproval & { readonly file: CaseFile })[];
}

/** Those that are still to be answered, and those in which an appeal against them is. */
export async function ownCases(
  ports: Pick<DeskPorts, "records" | "now">,
  { organisation }: AtWork,
): Promise<OwnCases> {
  const rows = await Array.fromAsync(ports.records.openCasesOf(organisation.id));
  const asked = rows.filter(
    ({ state, agencies }) => state !== "heard" || agencies.some(({ flags }) => flags.length > 0),
  );
  const files = await readFiles(ports, asked);
  return {
    cases: files
      .flatMap(({ file }) => ownParts(file, organisation.id))
      .toSorted((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1)),
    waiting: files
      .flatMap(({ file }) => approvalsIn(file, organisation.id, ports.now()).map((one) => ({ ...one, file })))
      .toSorted((one, other) => (placeInTime(one) < placeInTime(other) ? -1 : 1)),
  };
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
