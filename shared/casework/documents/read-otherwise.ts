/**
 * A paper that is filed already, though somebody had to say who came (人工复核): the person read another case number, kind of paper or agency
 * in it. What it had brought about is taken back, and it is filed as the person read it; letters that went out by it are void.
 */
import type { FileDocument } from "../../domain/case-file/commands.ts";
import { isOutcome } from "../../domain/court/outcome.ts";
import type { Doubt } from "../../domain/refusal.ts";
import type { CasesAtWork } from "../cases-at-work.ts";
import type { Arriving } from "./arriving.ts";

/** Takes it back where it says something else now; a doubt for each case in which that is too late, since something rests on it. */
export async function takeBackFiling(
  cases: CasesAtWork,
  { filed = [], reviewedBy: by = "", sha256, now: at }: Arriving,
  commands: readonly FileDocument[],
): Promise<readonly Doubt[]> {
  if (!isReadOtherwise(filed, commands)) return [];
  const files = await Promise.all(filed.map(({ caseNumber }) => cases.file(caseNumber)));
  // A paper of the second instance leaves its number in the first.
  const touched = new Set([
    ...filed.map(({ caseNumber }) => caseNumber),
    ...files.flatMap((file) => file?.originCaseNumber ?? []),
  ]);
  const doubts: Doubt[] = [];
  for (const caseNumber of touched) {
    const taking = { cause: `document:${sha256}`, at, by, office: "bureau", reason: "" } as const;
    const decision = await cases.takeBack(caseNumber, taking);
    if (!decision.accepted && decision.refusal.type === "take-back-rested-on")
      doubts.push({ type: "filed-otherwise", caseNumber });
  }
  return doubts;
}

/** Whether a paper is another case's, of another kind, of other agencies, or ends its case where it didn't. */
function isReadOtherwise(filed: readonly FileDocument[], now: readonly FileDocument[]): boolean {
  if (filed.length === 0) return false;
  const paired = filed.map((before) => ({
    before,
    after: now.find(({ caseNumber }) => caseNumber === before.caseNumber),
  }));
  return now.length !== filed.length || paired.some(({ before, after }) => isOther(before, after));
}

function isOther(before: FileDocument, after: FileDocument | undefined): boolean {
  if (after === undefined || after.kind !== before.kind) return true;
  const named = new Set(after.parties.respondents.map(({ name }) => name));
  if (before.parties.respondents.some(({ name }) => !named.has(name))) return true;
  // Another end is corrected in its place.
  const [was, is] = [before.result?.outcome, after.result?.outcome];
  return was !== is && was !== undefined && (is === undefined || !isOutcome(was) || !isOutcome(is));
}
