/** 案件分类 as a case's page shows it: what holds, by whose word, what a rule proposes and why; and the way to correct it. */
import { html } from "hono/html";
import { classesOfCase } from "../../../shared/domain/case-file/classes-of-case.ts";
import type { CaseFile } from "../../../shared/domain/case-file/state.ts";
import { CLASS_KEYS, type ClassKey } from "../../../shared/domain/classes/classes.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt } from "../../../shared/domain/time/time.ts";
import { basisWords, classKeyName, classValue } from "../../../shared/letters/wording/class-wording.ts";
import type { Markup } from "../frame/page.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts, Visit } from "../frame/room.ts";
import { dataTable } from "../frame/table.ts";

/** Those that statistics need of every case; of the others nothing is said where nothing is known. */
const ALWAYS: readonly ClassKey[] = ["field", "act", "plaintiffKind", "acceptedOn"];

/** The table, unknown ones as such. */
export function classesTable(file: CaseFile): Markup {
  const known = classesOfCase(file);
  return dataTable({
    caption: "案件分类",
    columns: ["项目", "现值", "依据"],
    rows: CLASS_KEYS.filter((key) => known[key] !== undefined || ALWAYS.includes(key)).map((key) => {
      const one = known[key];
      return [classKeyName(key), classValue(key, one?.value), one === undefined ? "" : basisWords(one)];
    }),
    empty: "",
  });
}

/** Who looks at the page. */
interface Viewer {
  readonly role: "bureau" | "court" | "agency" | "government";
  readonly organisation: { readonly id: OrganisationId };
}

/** The section of a case's page. */
export async function classesView(
  ports: DeskPorts,
  visit: Visit,
  { file, viewer: { role, organisation } }: { readonly file: CaseFile; readonly viewer: Viewer },
): Promise<Markup> {
  const mayCorrect = role === "bureau" || role === "agency";
  return html`<section aria-labelledby="classes"><h2 id="classes">案件分类</h2>${classesTable(file)}${
    mayCorrect
      ? html`<p><a href="${await placeFor(ports, visit, file, organisation.id)}">更正案件分类</a></p>`
      : role === "court"
        ? html`<p class="hint">有误的，请在月度台账“行政管理领域”“被诉行为种类”等栏目中填写。</p>`
        : ""
  }</section>`;
}

async function placeFor(
  ports: DeskPorts,
  visit: Visit,
  { caseNumber }: CaseFile,
  recipient: OrganisationId,
): Promise<string> {
  const now = ports.now();
  return linkPlace(visit, await ports.keys(), {
    task: "classes",
    caseNumber,
    recipient,
    expires: addMinutes(now, ports.rules.policy.links.caseDays * 24 * 60),
    nonce: identityOf("case classes", caseNumber, recipient, civilDateAt(now)),
  });
}
