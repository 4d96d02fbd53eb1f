/** Whose case is it: which bureaus may register something in it, and take it back? */
import type { Involved } from "../../../shared/domain/obligations/involved.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";

/**
 * Whether a case is a bureau's: of one of its agencies, or, where the directory knows none of them, of its court. The
 * municipal bureau sees to all.
 */
export function isBureausCase(bureau: Organisation | undefined, involved: Involved): boolean {
  if (bureau?.kind !== "bureau") return false;
  const own = [...involved.respondents.values()].flatMap((one) => one.bureau?.id ?? []);
  const theirs = own.length > 0 ? own : [involved.bureau?.id];
  return bureau.jurisdiction === CITY_ITSELF || theirs.includes(bureau.id);
}

/** Whether a respondent's matter is a bureau's. */
export function isBureausRespondent(bureau: Organisation, involved: Involved, respondent: string): boolean {
  const overseeing = involved.respondents.get(respondent)?.bureau ?? involved.bureau;
  return bureau.jurisdiction === CITY_ITSELF || overseeing?.id === bureau.id;
}
