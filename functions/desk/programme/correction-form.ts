/** The page on which a bureau proposes a correction (整改建议) to an agency; it goes out by mail at once. */
import { html } from "hono/html";
import { bureauOf } from "../../../shared/casework/involved.ts";
import { lossReport, lostOn } from "../../../shared/domain/case-file/losses.ts";
import { parseCaseNumber } from "../../../shared/domain/court/case-number.ts";
import { lookup, type Organisation } from "../../../shared/domain/organisations/directory.ts";
import { bureauName, CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import { proposeCorrection } from "../../../shared/domain/programme/decide.ts";
import { lastDayOf } from "../../../shared/domain/time/deadline.ts";
import { addDays, civilDateAt, yearOf } from "../../../shared/domain/time/time.ts";
import { causeExplained, lossKindName } from "../../../shared/letters/registers/loss-wording.ts";
import { recordEntry, sentBefore } from "../entries/write-entry.ts";
import { actorField, dateField, type Filled, problemSummary, textArea, textField } from "../frame/fields.ts";
import { type Form, FormReader } from "../frame/form.ts";
import { formFrame, formIdOf } from "../frame/form-frame.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";
import type { Scope } from "./whose-programme.ts";

/**
 * What the form begins with: what the address says; of a lost case (`from=loss`) the causes and what is mended by when, as the agency
 * reported them.
 */
export async function proposalGiven(
  { records, now }: Pick<DeskPorts, "records" | "now">,
  { scope, visit }: Opened,
): Promise<Form> {
  const { from, ...query } = visit.query;
  const number = parseCaseNumber(query.caseNumber ?? "");
  const file = from === "loss" && number !== undefined ? await records.caseFile(number) : undefined;
  const on = file && lostOn(file);
  const ours = on === undefined ? [] : await records.losses(scope.own, yearOf(on));
  // Another bureau's cases are none of this one's.
  const loss = ours.find(
    ({ caseNumber, respondent }) => caseNumber === number && respondent === query.agency,
  );
  const report = file && loss && lossReport(file, loss.respondent);
  if (report === undefined) return query;
  const { kind, causes, explanation, mending, mendBy } = report;
  const today = civilDateAt(now());
  const most = addDays(today, MOST_DAYS);
  return {
    ...query,
    shortcoming:
      `${query.caseNumber}一案败诉（${lossKindName(kind)}），原因：${causes.map(causeExplained).join("；")}。${explanation}`.slice(
        0,
        1000,
      ),
    proposal: `按败诉案件报告落实整改：${mending}`.slice(0, 1000),
    ...(mendBy > today && { due: [mendBy, most].toSorted()[0] ?? most }),
  };
}

/** How far off an answer may be due. */
const MOST_DAYS = 180;

export function proposalPage(
  ports: DeskPorts,
  visit: Visit,
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  const today = civilDateAt(ports.now());
  const { policy, calendar } = ports.rules;
  const due = lastDayOf(today, policy.programme.corrections.days, calendar);
  const form: Form = { due, ...filled.form };
  const shown = { ...filled, form };
  return {
    status,
    title: "提出整改建议",
    body: html`${wayBack(visit)}${problemSummary(filled)}<p>提交后，系统立即把整改建议书发送到该单位在名录中登记的邮箱；到期未答复的，自动提醒和督办。</p>
${formFrame(
  ports,
  undefined,
  html`${textField(shown, { name: "agency", label: "单位", hint: "写名录中的全称，例如：沂南县公安局" })}
${textField(shown, { name: "caseNumber", label: "案号（可不填）", hint: "与某一案件有关的，填写案号。" })}
${textArea(shown, { name: "shortcoming", label: "存在问题", rows: 4 })}
${textArea(shown, { name: "proposal", label: "整改建议", rows: 4 })}
${dateField(shown, { name: "due", label: "答复时限", min: addDays(today, 1), max: addDays(today, MOST_DAYS) })}
${actorField(shown, "提出人")}`,
  "提交并发送",
  form.form,
)}`,
  };
}

export async function submitProposal(
  ports: DeskPorts,
  { link, scope, visit }: Opened,
  form: Form,
): Promise<Answer> {
  const reader = new FormReader(form);
  const at = ports.now();
  const today = civilDateAt(at);
  const to = await agencyNamed(ports, scope, reader, form);
  const caseNumber = (form.caseNumber ?? "") === "" ? undefined : reader.caseNumber("caseNumber");
  const shortcoming = reader.text("shortcoming", "存在问题", 1000);
  const proposal = reader.text("proposal", "整改建议", 1000);
  const due = reader.date("due", "答复时限", addDays(today, 1), addDays(today, MOST_DAYS));
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  if (to === undefined || due === undefined || reader.problems.length > 0)
    return proposalPage(ports, visit, { form, problems: reader.problems }, 422);
  const facts = {
    to: { organisation: to.id, name: to.name },
    ...(caseNumber !== undefined && { caseNumber }),
    shortcoming,
    proposal,
    due,
  };
  const proposed = proposeCorrection(facts, scope.own, { at, by, cause: `link:${link.nonce}`, form: id });
  if ((await recordEntry(ports, proposed, { shortcoming, proposal })) === "other-words")
    return proposalPage(ports, visit, sentBefore(form), 409);
  return { status: 303, to: entryPlace(visit, proposed) };
}

/** The agency of this name; a county's bureau writes to its own county's agencies. */
async function agencyNamed(
  { directory }: DeskPorts,
  scope: Scope,
  reader: FormReader,
  form: Form,
): Promise<Organisation | undefined> {
  const name = reader.text("agency", "单位名称", 60);
  if (name === "") return undefined;
  const found = (await directory.find(lookup.name(form.agency ?? ""))).filter(({ kind }) => kind !== "court");
  const [only] = found;
  if (only === undefined || found.length > 1)
    reader.problem("agency", `名录中没有唯一对应的“${name}”，请填写名录中的全称，或者请管理员更正名录。`);
  else if (scope.own !== CITY_ITSELF && only.jurisdiction !== scope.own)
    reader.problem(
      "agency",
      `“${only.name}”不属于${scope.own}，请由${await ownBureau(only, directory)}提出。`,
    );
  else return only;
  return undefined;
}

async function ownBureau({ jurisdiction }: Organisation, directory: DeskPorts["directory"]): Promise<string> {
  return (await bureauOf(jurisdiction, directory))?.name ?? bureauName(jurisdiction);
}
