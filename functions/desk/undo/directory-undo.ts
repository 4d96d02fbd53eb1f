/** Taking back what a bureau did to the directory (名录): its entries are as they were, and cases that found their agency wait again. */

import { html } from "hono/html";
import { takenBackAct } from "../../../shared/casework/directory/taken-back-act.ts";
import { takeBackUntil } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import type { Instant } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { actKindName } from "../../../shared/letters/wording/organisation-wording.ts";
import { factList } from "../frame/case-view.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { Undo, UndoLink } from "./undo.ts";

/** The act behind a link, for the bureau that did it. */
export async function directoryUndo(ports: DeskPorts, link: UndoLink): Promise<Undo | DeskRefusal> {
  const bureau = link.of as OrganisationId;
  const [at = "", id = ""] = link.cause.split(" ");
  if (link.recipient !== bureau) return { type: "not-theirs" };
  const act = await ports.directory.act({ bureau, at: at as Instant, id });
  if (act === undefined) return { type: "taken-back-already" };
  return {
    office: "own",
    shown: html`<h2>名录变更</h2>${factList(
      fact("事项", actKindName(act.kind)),
      fact("单位", act.organisations.map(({ name }) => name).join("、")),
      fact("同时通知的案件", act.cases.join("、")),
      fact("登记", `${act.by}，${printedMoment(act.at)}`),
    )}`,
    async take(taking) {
      if (taking.at > takeBackUntil(act, ports.rules.policy.undo.hours)) return { type: "take-back-late" };
      return takenBackAct(ports, act, { ...taking, id: link.nonce }, ports.rules);
    },
    again: async () => html`<p>需要重新登记的，请打开名录办理。</p>`,
  };
}
