/** Taking back what an agency reported of itself (单位信息变更): its entry in the directory is as it was before. */
import { html } from "hono/html";
import { bureausOf } from "../../../shared/casework/involved.ts";
import { openCasesOf, organisationNotices } from "../../../shared/casework/organisation-changed.ts";
import { takeBackUntil } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import {
  changedFields,
  type OrganisationChange,
} from "../../../shared/domain/organisations/organisation-change.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { changedFact } from "../../../shared/letters/wording/organisation-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { Undo, UndoLink } from "./undo.ts";

/** The change behind a link, for the organisation itself or its bureau. */
export async function entryUndo(ports: DeskPorts, link: UndoLink): Promise<Undo | DeskRefusal> {
  const id = link.of as OrganisationId;
  const [known, changes] = await Promise.all([ports.directory.organisation(id), ports.directory.changes(id)]);
  const change = changes.find((one) => one.id === link.cause);
  if (known === undefined || change === undefined) return { type: "taken-back-already" };
  const { before, after, by, at, functions } = change;
  // What a bureau did is taken back with all else it did by the same act.
  if (before === undefined || after === undefined || change.bureau !== undefined)
    return { type: "taken-back-already" };
  const bureaus = await bureausOf(known.jurisdiction, ports.directory);
  if (link.recipient !== id && !bureaus.some((one) => one.id === link.recipient))
    return { type: "not-theirs" };
  return {
    office: link.recipient === id ? "own" : "bureau",
    shown: html`<h2>变更事项</h2>${factList(
      fact("单位", after.name),
      ...changedFields(before, after).map(changedFact),
      fact("职能变更", functions),
      fact("报告", `${by}，${printedMoment(at)}`),
    )}`,
    async take(taking) {
      if (taking.at > takeBackUntil(change, ports.rules.policy.undo.hours)) return { type: "take-back-late" };
      if (changes.some((one) => one.takesBack === change.id)) return { type: "taken-back-already" };
      if (JSON.stringify(known) !== JSON.stringify(after)) return { type: "take-back-rested-on" };
      const back: OrganisationChange = {
        id: link.nonce,
        at: taking.at,
        by: taking.by,
        before: known,
        after: before,
        takesBack: change.id,
      };
      const cases = await openCasesOf(known, ports);
      const { notices, unreached } = await organisationNotices(back, cases, ports.directory, {
        now: taking.at,
        rules: ports.rules,
      });
      return { changes: [{ organisations: [back], notices }], unreached };
    },
    again: async () => html`<p>需要重新报告的，请打开原邮件中的链接。</p>`,
  };
}
