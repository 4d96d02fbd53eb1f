/**
 * Which court's is a case? By the code in its number, which is the court's own; its name stands in papers in many
 * ways. Numbers of before 2016 have no code: then a court is found by any name the directory knows it under.
 */
import { type CaseNumber, partsOf } from "../court/case-number.ts";
import { comparableName, type OrganisationName } from "./directory.ts";

/** A case as it is ascribed to a court; `court` is its name as written, empty or absent where no paper says it. */
interface OfCourt {
  readonly caseNumber: CaseNumber;
  readonly court?: string | undefined;
}

/** A court, under which all its cases stand. */
export interface Seat<Court> {
  /** What it is told from others by: its id, where the directory doesn't know it its code, else its name. */
  readonly key: string;
  /** As the directory has it, else as written. */
  readonly name: string;
  readonly organisation: Court | undefined;
}

/** The year from which numbers have codes. */
const CODED_SINCE = 2016;

/** Ascribes cases to courts, of which the directory knows `courts`. */
export function seats<Court extends Pick<OrganisationName, "id" | "name" | "aliases" | "courtCode">>(
  courts: readonly Court[],
): (of: OfCourt) => Seat<Court> {
  const byCode = new Map<string, Court>();
  const byName = new Map<string, Court>();
  for (const court of courts) {
    if (court.courtCode !== undefined) byCode.set(court.courtCode, court);
    for (const name of [court.name, ...court.aliases]) byName.set(comparableName(name), court);
  }
  return ({ caseNumber, court: written = "" }) => {
    const { court: code, year } = partsOf(caseNumber);
    const coded = year >= CODED_SINCE || /\d/.test(code);
    // A directory may leave out the province: 1302 for 鲁1302.
    const known = coded
      ? (byCode.get(code) ?? byCode.get(code.replace(/\D/g, "")))
      : byName.get(comparableName(written));
    const name = known?.name ?? (written === "" ? code : written);
    return { key: known?.id ?? (coded ? code : name), name, organisation: known };
  };
}
