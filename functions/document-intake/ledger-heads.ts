/** Where a court's ledger leaves open whether somebody is a head: do the place's titles, or the agency's list of leaders, say it? */
import { type Rosters, rostersFor } from "../../shared/casework/documents/rosters.ts";
import type {
  AgencyStatement,
  LedgerStatement,
} from "../../shared/domain/case-file/ledger/ledger-statement.ts";
import type { RowToCheck } from "../../shared/domain/case-file/ledger/row-problem.ts";
import { judgeListed } from "../../shared/domain/organisations/listed-head.ts";
import type { Policy } from "../../shared/domain/policy.ts";
import type { Directory } from "../../shared/ports/directory.ts";

/** The statements with what could be decided, and the problems that are none any more. */
export async function withHeadsDecided(
  statements: readonly LedgerStatement[],
  problems: readonly RowToCheck[],
  directory: Pick<Directory, "find">,
  { heads }: Policy,
): Promise<{ readonly statements: readonly LedgerStatement[]; readonly problems: readonly RowToCheck[] }> {
  const names = statements.flatMap(({ agencies }) =>
    agencies.flatMap((one) => (isOpen(one) && one.respondent !== undefined ? [one.respondent] : [])),
  );
  const rosters = await rostersFor(names, directory);
  const settled = new Set<string>();
  const decided = statements.map((statement): LedgerStatement => {
    const agencies = statement.agencies.map((one) => decidedOn(one, rosters, heads));
    const [only, second] = statement.agencies;
    if (only !== undefined && second === undefined && agencies[0] !== only) settled.add(placeOf(statement));
    return agencies.every((one, index) => one === statement.agencies[index])
      ? statement
      : { ...statement, agencies };
  });
  const open = problems.filter((one) => one.problem.type !== "post-in-doubt" || !settled.has(placeOf(one)));
  return { statements: decided, problems: open };
}

function placeOf({ sheet, row }: { readonly sheet: string; readonly row: number }): string {
  return JSON.stringify([sheet, row]);
}

/** Somebody is named, and the row doesn't say whether he counts. */
function isOpen({ attended, headName, headTitle, heardOn }: AgencyStatement): boolean {
  return (
    typeof attended !== "boolean" &&
    heardOn !== undefined &&
    (headName !== undefined || headTitle !== undefined)
  );
}

function decidedOn(one: AgencyStatement, rosters: Rosters, heads: Policy["heads"]): AgencyStatement {
  const { respondent: agency, headName: name, headTitle: title, heardOn } = one;
  if (!isOpen(one) || agency === undefined || heardOn === undefined) return one;
  const judged = judgeListed({ agency, name, title }, rosters.get(agency) ?? {}, heardOn, heads);
  const { doubtful: _, ...rest } = one;
  if (judged.verdict === "head" && judged.by !== undefined)
    return { ...rest, attended: true, rank: judged.rank };
  const never = judged.verdict === "staff" && judged.because.type === "never-counted";
  return never ? { ...rest, attended: false } : one;
}
