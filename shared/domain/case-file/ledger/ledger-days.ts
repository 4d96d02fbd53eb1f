/**
 * Which days of a court's ledger can be days on which the case was heard? A ledger tells of what has been: a day that was
 * still to come when it was handed in is planned, a day before the case was filed is mistyped, and a day later than the
 * hearing that is set, which no paper moved, is asked about. None of them is counted, and none ends what is owed.
 */
import { type HearingSaid, hearingSaid } from "../../court/hearing-said.ts";
import { defined } from "../../defined.ts";
import { type CivilDate, civilDateAt, type Instant } from "../../time/time.ts";
import { againstDay } from "../sitting-day.ts";
import type { CaseFile } from "../state.ts";
import type { AgencyStatement, LedgerStatement } from "./ledger-statement.ts";

/** Why a day is not used. `known` is the hearing that is set. */
export type UnusableDay =
  | { readonly type: "planned"; readonly day: CivilDate; readonly known?: HearingSaid }
  | { readonly type: "before-the-case"; readonly day: CivilDate }
  | { readonly type: "not-the-day-set"; readonly day: CivilDate; readonly known: HearingSaid };

/** What a statement says of sittings. */
type OfSittings = Pick<LedgerStatement, "heard" | "undatedIn" | "agencies">;

/**
 * What a statement says of sittings as far as its days can be relied on, and the days that can't, earliest first. Without any
 * day left that it was heard on, it doesn't say that the case was heard. `file` is the case without what this court's ledger
 * said before.
 */
export function reliableDays(
  statement: LedgerStatement,
  file: CaseFile | undefined,
  receivedAt: Instant,
): { readonly said: OfSittings; readonly unusable: readonly UnusableDay[] } {
  const unusable = new Map<CivilDate, UnusableDay>();
  for (const { heardOn: day } of statement.agencies) {
    const why = day && reasonAgainst(day, statement, file, civilDateAt(receivedAt));
    if (day !== undefined && why !== undefined) unusable.set(day, why);
  }
  const { heard, undatedIn } = statement;
  if (unusable.size === 0)
    return { said: { agencies: statement.agencies, ...defined({ heard, undatedIn }) }, unusable: [] };
  const agencies = statement.agencies.map((one) =>
    one.heardOn !== undefined && unusable.has(one.heardOn) ? namedOnly(one) : one,
  );
  const isSaid = heard === false || agencies.some(({ heardOn }) => heardOn !== undefined);
  return {
    said: { agencies, ...(isSaid && defined({ heard, undatedIn })) },
    unusable: [...unusable.values()].toSorted((one, other) => (one.day < other.day ? -1 : 1)),
  };
}

function reasonAgainst(
  day: CivilDate,
  { caseNumber }: LedgerStatement,
  file: CaseFile | undefined,
  received: CivilDate,
): UnusableDay | undefined {
  const known = file?.state === "awaiting-hearing" ? hearingSaid(file.hearing) : undefined;
  const type = againstDay(day, caseNumber, received, file);
  if (type === "after-the-paper-came") return { type: "planned", day, ...defined({ known }) };
  if (type === "not-the-day-set") return known && { type, day, known };
  return type && { type, day };
}

/** Whom it names stays known; what it says of a sitting that can't be is left out. */
function namedOnly({ respondent, jurisdiction }: AgencyStatement): AgencyStatement {
  return defined({ respondent, jurisdiction });
}
