/** 重复败诉 on a case's page: of each respondent that lost it, what of the loss repeats earlier ones; read only where a report says causes. */
import { organisationBoard } from "../../../shared/domain/board/board-row.ts";
import { lostCases } from "../../../shared/domain/case-file/losses.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { type RepeatedLoss, repeatedLoss } from "../../../shared/domain/loss/repeated-loss.ts";
import { type Year, yearOf } from "../../../shared/domain/time/time.ts";
import type { DeskPorts } from "../frame/room.ts";

/** By respondent. */
export async function repeatedIn(
  { records, now, rules }: Pick<DeskPorts, "records" | "now" | "rules">,
  file: CaseFile,
): Promise<ReadonlyMap<string, RepeatedLoss>> {
  const found = new Map<string, RepeatedLoss>();
  for (const loss of lostCases(file, now(), rules)) {
    const { organisation, lostOn, respondent } = loss;
    if (organisation === undefined || loss.causes.length === 0) continue;
    const owner = organisationBoard(organisation);
    const years = [yearOf(lostOn), String(Number(yearOf(lostOn)) - 1) as Year];
    const own = (await Promise.all(years.map((year) => records.losses(owner, year)))).flat();
    const repeated = repeatedLoss({ owner, ...loss }, own);
    if (repeated !== undefined) found.set(respondent, repeated);
  }
  return found;
}
