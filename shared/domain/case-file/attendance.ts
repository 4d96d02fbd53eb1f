/**
 * Who attended, from what the sources say. Precedence: what was settled, then hearing record and judgment,
 * then the court's ledger, then the agency's filing. One appearance suffices for the instance, but where the court
 * notified the head to appear again, that sitting decides (法释〔2020〕3号 §7);
 * equal sources that contradict each other leave it open rather than guess.
 */

import { isFor } from "./before-hearing.ts";
import type { SittingAccount, Speaker, Version } from "./difference.ts";
import { accountsOf, differencesAmong, STANDING, undatedStatements, versionsOf } from "./differences.ts";
import type { CaseFile } from "./state.ts";
import { appeared, type HeadFacts } from "./statement.ts";

/** What holds for one respondent in this instance. `present` undefined: nobody knows, or a person must say. */
export interface AttendanceFound {
  readonly present: boolean | undefined;
  /** The words it rests on: the head's, where one attended. */
  readonly statement: HeadFacts & { readonly source: Speaker };
  /** Sources differ on something a figure depends on, and nobody has settled it. */
  readonly difference: boolean;
}

/** The attendance of one respondent; undefined while no source has spoken. */
export function attendanceOf(file: CaseFile, respondent: string): AttendanceFound | undefined {
  const dated = accountsOf(file, respondent);
  const accounts = dated.length > 0 ? dated : undatedAccounts(file, respondent);
  const weighed = accounts.map(weigh).filter((one) => one !== undefined);
  const last = weighed.at(-1);
  if (last === undefined) return undefined;
  const difference = accounts.some(({ differences }) => differences.some(({ material }) => material));
  const calledAgain = dated
    .filter((account) => isCalledAgain(file, account, dated))
    .map(weigh)
    .filter((one) => one !== undefined)
    .find(({ present }) => present !== true);
  if (calledAgain !== undefined) return { ...calledAgain, difference };
  const cameOnce = weighed.find(({ present }) => present === true);
  const open = weighed.find(({ present }) => present === undefined);
  return {
    ...(cameOnce ?? open ?? last),
    difference,
  };
}

/**
 * The court notified the head to appear again (再次通知, §7) at this sitting: by its notice, which is for the first sitting from
 * the day it names, or by what a source says of it.
 */
function isCalledAgain(
  { documents }: CaseFile,
  { respondent, sitting, versions, settlement }: SittingAccount,
  all: readonly SittingAccount[],
): boolean {
  if (settlement?.facts.notifiedAgain !== undefined) return settlement.facts.notifiedAgain;
  if (versions.some(({ facts }) => facts.notifiedAgain === true)) return true;
  return documents.some(
    ({ again, addressedTo }) =>
      again !== undefined &&
      isFor(addressedTo, respondent) &&
      all.find((one) => one.sitting >= again)?.sitting === sitting,
  );
}

type Account = Pick<SittingAccount, "versions" | "settlement" | "differences">;

/** A ledger without days of hearing is the only source of a case nobody else mentions. */
function undatedAccounts(file: CaseFile, respondent: string): readonly Account[] {
  const versions = versionsOf(file, undatedStatements(file, respondent));
  if (versions.length === 0) return [];
  return [{ versions, settlement: undefined, differences: differencesAmong(versions) }];
}

/** What holds for one sitting; undefined where nobody says that it took place. */
function weigh(account: Account): Omit<AttendanceFound, "difference"> | undefined {
  const { settlement } = account;
  const versions: readonly Version[] =
    settlement === undefined ? account.versions : [{ source: "settled", facts: settlement.facts }];
  const [best, ...others] = versions.filter(({ facts }) => facts.heard !== false);
  if (best === undefined) return undefined;
  const equal = others.filter(({ source }) => STANDING[source] === STANDING[best.source]);
  const headAttended = appeared(best.facts);
  const sure = headAttended !== "review" && equal.every(({ facts }) => appeared(facts) === headAttended);
  return {
    present: sure ? headAttended : undefined,
    statement: { source: best.source, ...best.facts },
  };
}

/** Whether no head of a respondent came to some sitting, as the source that prevails has it. */
export function stayedAwayOnce(file: CaseFile, respondent: string): boolean {
  return accountsOf(file, respondent).some((account) => weigh(account)?.present === false);
}
