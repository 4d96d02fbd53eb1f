/** The case behind a link of 手工办理, where it is the bureau's whose link it is. */
import { involvedIn } from "../../../shared/casework/involved.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { isBureausCase } from "../frame/case-bureaus.ts";
import { type HeadJudgeOn, judgeAmong } from "../frame/head-judge.ts";
import type { DeskPorts } from "../frame/room.ts";

export type OfficeLink = Link<"case-office">;

/** A case as its bureau works on it. */
export interface OpenOffice {
  readonly link: OfficeLink;
  readonly bureau: Organisation;
  readonly file: CaseFile;
  readonly involved: Involved;
  readonly judge: HeadJudgeOn;
}

/** What stands behind a link now; a refusal where there is no such case, or it is another bureau's. */
export async function openOffice(ports: DeskPorts, link: OfficeLink): Promise<OpenOffice | DeskRefusal> {
  const [file, bureau] = await Promise.all([
    ports.records.caseFile(link.caseNumber),
    ports.directory.organisation(link.recipient),
  ]);
  if (file === undefined) return { type: "case-gone" };
  const involved = await involvedIn(file, ports.directory);
  return bureau !== undefined && isBureausCase(bureau, involved)
    ? { link, bureau, file, involved, judge: judgeAmong(involved, ports.rules.policy) }
    : { type: "not-theirs" };
}
