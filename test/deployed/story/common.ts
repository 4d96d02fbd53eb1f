/** Which cases, people and names do the steps of the story share? */
import assert from "node:assert/strict";
import { join } from "node:path";
import { config } from "../../../infra/config.ts";
import type { Adopted } from "../../../infra/constructs/deployment.ts";
import { s3 } from "../../../shared/adapters/clients/s3.ts";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { civilDateAt, instant, monthOf } from "../../../shared/domain/time/time.ts";
import { CHECKED } from "../checked.ts";
import { mailTo, output, posted } from "../people.ts";
import { printed } from "../printed.ts";

/** Its agency reports, before a restore forgets that. */
export const CASE = caseNumber("（2026）鲁1321行初901号");
/** It comes after the restore. */
export const AFTER = caseNumber("（2026）鲁1321行初902号");
/** It comes to the deployment that was made anew. */
export const LATER = caseNumber("（2026）鲁1321行初903号");
export const OF_NEW_COURT = caseNumber("（2026）鲁1329行初1号");
export const AGENCY = "fazhi@yinan-police.example.org";
export const DOMAIN = config.mail.kind === "ses" ? config.mail.domain : "";
export const MONTH = monthOf(civilDateAt(instant(new Date())));
export const SAMPLES = "infra/local/city/samples";

export const admin = s3();
/** Where the admin's files lie. */
export const DESK_OF_ADMIN = join(process.env.FOLDER ?? ".", "admin");

/** The table as it was before anybody reported. */
export const RESTORED = `${CHECKED.name}-restored`;
/** The moment it was restored to, and the ARN of its stream. */
export const restore = { to: "", stream: "" };
export const restored = (): Adopted => ({ table: { name: RESTORED, streamArn: restore.stream } });

/** Switches the stack's protection off. */
export const unprotect = async () => void printed("aws cloudformation update-termination-protection");

/** The buckets in the places of a printed command's `<…>`. */
export const buckets = () => ({
  "<InboxBucket>": output("InboxBucket"),
  "<RecordsBucket>": output("RecordsBucket"),
});

/** The link by which the agency reports, out of its first mail. */
export async function reportLink(): Promise<string> {
  const words = (await mailTo(AGENCY, CASE))?.split(/\s/) ?? [];
  firstLink ??= words.find((word) => /^https:\/\/\w+\.execute-api\./.test(word));
  assert.ok(firstLink, "no link in the agency's mail");
  return firstLink;
}

let firstLink: string | undefined;

/** All have left, or wait for their hour; what the carrier wouldn't take says why. */
export async function leftAll(number: typeof CASE): Promise<boolean> {
  const all = await posted(number);
  const left = all.filter(({ state }) => state === "accepted");
  const waiting = all.filter(({ state, reason }) => state === "held" && reason === undefined);
  return left.length > 0 && left.length + waiting.length === all.length;
}

export const whereMailsAre = async (number: typeof CASE) =>
  (await posted(number))
    .map(({ notice, state, reason = "" }) => `${notice.content.kind}: ${state} ${reason}`)
    .join("; ");
