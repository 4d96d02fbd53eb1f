/** Whom does an agency call about a case: at the court that hears it, and at the bureau it reports to? */
import { html } from "hono/html";
import { signatureOf } from "../../../shared/domain/obligations/addressing.ts";
import type { Organisation } from "../../../shared/domain/organisations/directory.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { factList } from "../frame/case-view.ts";
import type { Markup } from "../frame/page.ts";
import type { ViewedCase } from "./viewer.ts";

/** Names and telephones as the directory has them; nothing for whoever else looks at the case. */
export function whomToCall({ file, involved, viewer }: ViewedCase): Markup | string {
  if (viewer.role !== "agency") return "";
  const bureaus = new Map(
    viewer.names.flatMap((name) => {
      const bureau = involved.respondents.get(name)?.bureau;
      return bureau === undefined ? [] : [[bureau.id, bureau] as const];
    }),
  );
  return html`<section aria-labelledby="calls"><h2 id="calls">联系法院、司法局</h2>${factList(
    line("审理法院", involved.court, file.court),
    ...[...bureaus.values()].map((bureau) => line("司法局", bureau, bureau.name)),
  )}</section>`;
}

function line(label: string, organisation: Organisation | undefined, name: string) {
  const { contact, phone } = organisation === undefined ? {} : signatureOf(organisation);
  const call = phone === undefined ? "名录中没有电话" : `电话${phone}`;
  return fact(label, [name, contact, call].filter((one) => one !== undefined).join("，"));
}
