/** Is a case a court's own? By the code that its number bears. */

import { type CaseNumber, instanceOf, partsOf } from "./case-number.ts";

/**
 * Whether the number is this court's; `courtCode` as the directory has it, 鲁1302. Undefined where the number doesn't
 * tell: before 2016 it bore a short name (河) instead of a code.
 */
export function isCaseOf(number: CaseNumber, courtCode: string): boolean | undefined {
  const written = digitsOf(partsOf(number).court);
  const own = digitsOf(courtCode);
  return written === "" || own === "" ? undefined : written === own;
}

/** Whether the court is one above the case's own, to which its appeals go: 鲁13 is above 鲁1302. */
export function isAbove(courtCode: string, number: CaseNumber): boolean {
  const own = digitsOf(courtCode);
  const written = digitsOf(partsOf(number).court);
  return instanceOf(number) === "first" && own !== "" && written !== own && written.startsWith(own);
}

/** A code without the character of its province, which directories may leave out. */
function digitsOf(code: string): string {
  return code.replace(/\D/gu, "");
}
