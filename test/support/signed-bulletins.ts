/** The municipal bureau signs (签发) all that waits for it, and what was signed is issued: as its page and the stream do it. */
import { openSignings, proposeCorrections } from "../../functions/monthly-bulletin/bulletin/bulletin.ts";
import { issueSigned } from "../../functions/monthly-bulletin/bulletin/issued.ts";
import type { JobPorts, JobResult, JobTime } from "../../functions/monthly-bulletin/jobs/job.ts";
import { changeSigning } from "../../shared/casework/bulletin/signing-change.ts";
import type { Unreached } from "../../shared/domain/obligations/addressing.ts";
import { decideSigning } from "../../shared/domain/signing/decide.ts";
import type { Signing } from "../../shared/domain/signing/signing.ts";
import { type BulletinContent, UNIT_LISTS } from "../../shared/domain/statistics/bulletin-content.ts";

let forms = 0;

/** Signs one; the bureau circulates every list unless `content` says otherwise. */
export async function sign(
  ports: JobPorts,
  signing: Signing,
  { now, rules }: JobTime,
  content: Partial<BulletinContent> = { shown: UNIT_LISTS },
): Promise<void> {
  forms += 1;
  const again = signing.state === "issued";
  const done = await changeSigning(ports, signing, `sign ${forms}`, { now, rules }, (one, others) =>
    decideSigning(
      one,
      { type: "sign", content: { ...one.content, ...content }, ...(again && { reason: "补录数据" }) },
      { by: "李科长", at: now, cause: "test", form: String(forms), revision: one.revision },
      others,
      rules,
    ),
  );
  if (done.outcome !== "done") throw new Error(`not signed: ${done.refusal.type}`);
}

/** Opens the month's signings, signs what nobody has signed and what is proposed for correction, and issues it. */
export async function signAndIssue(
  ports: JobPorts,
  when: JobTime,
  content?: Partial<BulletinContent>,
): Promise<JobResult> {
  await openSignings(ports, when);
  await proposeCorrections(ports, when);
  const of = when.rules.policy.jurisdiction.code;
  const waiting = (await ports.records.signings(of)).filter(
    ({ state, month, correction }) => (state === "open" && month === when.month) || correction !== undefined,
  );
  const unreached: Unreached[] = [];
  let made = 0;
  // The month first, then what it closes, as its bureau would.
  for (const signing of waiting.toSorted((one, other) => order(one, when) - order(other, when))) {
    await sign(ports, signing, when, content);
    const issued = await issueSigned(ports, signing, when.rules);
    if (issued.outcome === "issued") made += 1;
    unreached.push(...issued.unreached);
  }
  return { made, unreached };
}

/** A correction of the month itself, signed without its being proposed. */
export async function reissue(ports: JobPorts, when: JobTime): Promise<void> {
  const ref = {
    jurisdiction: when.rules.policy.jurisdiction.code,
    period: "month",
    month: when.month,
  } as const;
  const signing = await ports.records.signing(ref);
  if (signing?.state !== "issued") throw new Error("it was never issued");
  await sign(ports, signing, when);
  await issueSigned(ports, ref, when.rules);
}

function order({ period, month }: Signing, when: JobTime): number {
  const kinds = ["month", "quarter", "half-year", "year"];
  return (month === when.month ? 0 : 10) + kinds.indexOf(period);
}
