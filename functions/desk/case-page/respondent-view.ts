/** One respondent on a case's page: whom to call, who was designated, what was reported, filed, proved, and what each source says. */
import { html } from "hono/html";
import { lossReport } from "../../../shared/domain/case-file/losses.ts";
import { filingOf, reportOf } from "../../../shared/domain/case-file/reports.ts";
import { type CaseFile, type Respondent, sittings } from "../../../shared/domain/case-file/state.ts";
import type { RepeatedLoss } from "../../../shared/domain/loss/repeated-loss.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { printedDate } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { roleName } from "../../../shared/letters/wording/organisation-wording.ts";
import { beforeHearingView } from "../case/before-hearing-view.ts";
import { handedView } from "../case/defence-desk.ts";
import { designationsView } from "../case/designation-view.ts";
import { attendanceView, factList, filingView, reportView } from "../frame/case-view.ts";
import { lossReportView, repeatedView } from "../frame/loss-view.ts";
import type { Markup } from "../frame/page.ts";
import type { Place } from "../frame/place.ts";
import { proofList } from "../frame/proof-section.ts";
import type { Visit } from "../frame/room.ts";
import { principalsView } from "../principals/principal-view.ts";
import { answersView } from "./answers-view.ts";
import { proofReaderOf, seesOf, type ViewedCase } from "./viewer.ts";

export interface RespondentPlaces {
  readonly visit: Visit;
  /** What the places of its proofs say besides. */
  readonly query: Place["query"];
  /** Where a correction can be proposed to it, with the case filled in; absent for whoever proposes none. */
  readonly propose?: string;
  /** 重复败诉, of a loss. */
  readonly repeated?: RepeatedLoss;
}

export function respondentView(
  { file, involved, viewer }: ViewedCase,
  { name, withdrawnOn, identity }: Respondent,
  { visit, query, propose, repeated }: RespondentPlaces,
): Markup {
  const reported = lossReport(file, name);
  const surroundings = involved.respondents.get(name);
  const whole = seesOf(viewer, name);
  const reader = proofReaderOf(viewer, name);
  const isOwn = identity?.organisation === viewer.organisation.id;
  const parts: readonly (Markup | string)[] = [
    withdrawnOn === undefined ? "" : html`<p>原告已撤回对其起诉（${printedDate(withdrawnOn)}裁定）。</p>`,
    identity === undefined ? html`<p class="note">名录中没有唯一对应的单位，尚未通知。</p>` : "",
    surroundings !== undefined && (whole || viewer.role === "court")
      ? contactsView(surroundings.organisation, whole)
      : "",
    whole ? designationsView(file, name, viewer.role === "bureau" || isOwn) : "",
    whole || viewer.role === "court" ? principalsView(file, name) : "",
    whole || viewer.role === "court" ? beforeHearingView(file, name) : "",
    whole ? reportedView(file, name) : "",
    whole && reported !== undefined ? lossReportView(reported) : "",
    whole ? repeatedView(repeated) : "",
    attendanceView(file, name),
    whole || viewer.role === "court" ? handedView(file, name, whole ? "agency" : "court") : "",
    whole || viewer.role === "court" ? answersView(file, name) : "",
    reader === undefined ? "" : proofList({ file, respondent: name, reader }, visit, query),
    propose === undefined
      ? ""
      : html`<nav aria-label="${name}整改建议"><ul><li><a href="${propose}">就本案向${name}提出整改建议</a></li></ul></nav>`,
  ];
  return html`<section aria-label="${name}"><h2>${name}</h2>${parts}</section>`;
}

/** Whom to call: everybody the directory has there with the address, or by telephone whoever deals with its cases. */
function contactsView({ name, contacts, address }: Organisation, all: boolean): Markup {
  const shown = contacts.filter(({ role }) => all || role === "legal-section" || role === "duty");
  return html`<h3>联系方式</h3>${factList(
    fact("单位", name, address === undefined ? [] : [address]),
    ...shown.map(({ role, name: person, phone, email, undeliverable }) =>
      fact(
        roleName(role),
        `${person}，${phone === undefined ? "名录中没有电话" : `电话${phone}`}`,
        all ? [`${email}${undeliverable === true ? "（退信，不再发送）" : ""}`] : [],
      ),
    ),
    shown.length === 0 ? fact("联系人", "名录中没有联系人") : undefined,
  )}`;
}

function reportedView(file: CaseFile, name: string): Markup {
  const report = reportOf(file, name);
  const filings = sittings(file).flatMap(({ ordinal }) => filingOf(file, name, ordinal) ?? []);
  return html`${report === undefined ? "" : reportView(report)}${filings.map(filingView)}`;
}
