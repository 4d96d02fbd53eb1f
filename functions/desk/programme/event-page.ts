/** The page on which something that took place is recorded, or its record corrected. */

import { html } from "hono/html";
import { recordEvent } from "../../../shared/domain/programme/decide.ts";
import { type EntryOf, type ProgrammeEntry, refOf } from "../../../shared/domain/programme/entry.ts";
import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { programmeKindName } from "../../../shared/letters/wording/programme-wording.ts";
import { entryView } from "../entries/entry-view.ts";
import { actOnEntry, recordEntry, sentBefore } from "../entries/write-entry.ts";
import { actorField, type Filled, problemSummary } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formFrame, formIdOf, sendingOf } from "../frame/form-frame.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, ShownPage, Visit } from "../frame/room.ts";
import { type EventKind, eventForm } from "./event-forms.ts";
import { entryPlace, type Opened, wayBack } from "./programme-visit.ts";

/** An empty form, or that of an entry to be corrected. */
export async function eventPage(
  ports: DeskPorts,
  { scope, visit }: Opened,
  kind: EventKind,
  entry: ProgrammeEntry | undefined,
): Promise<ShownPage> {
  const given =
    entry?.kind === kind
      ? eventForm(kind).given(entry as EntryOf<EventKind>)
      : ((await eventForm(kind).begin?.(ports, scope.own)) ?? {});
  return formPage(ports, visit, kind, entry, { form: given, problems: [] }, 200);
}

export async function submitEvent(
  ports: DeskPorts,
  { link, scope, visit }: Opened,
  kind: EventKind,
  entry: ProgrammeEntry | undefined,
  form: Form,
): Promise<Answer> {
  if (entry !== undefined && (entry.kind !== kind || entry.jurisdiction !== scope.own))
    return refusalPage({ type: "not-theirs" });
  // Only more rows are wanted.
  if (form.do === "rows") return formPage(ports, visit, kind, entry, { form, problems: [] }, 200);
  const reader = new FormReader(form);
  const at = ports.now();
  const read = eventForm(kind).read(reader, form, civilDateAt(at));
  const before = entry as EntryOf<EventKind> | undefined;
  const facts = read && ((await eventForm(kind).complete?.(read, ports, before)) ?? read);
  const by = reader.text("by", "您的姓名", 30);
  const id = formIdOf(reader, form);
  if (facts === undefined || reader.problems.length > 0)
    return formPage(ports, visit, kind, entry, { form, problems: reader.problems }, 422);
  const act = { at, by, cause: `link:${link.nonce}`, form: id };
  if (entry === undefined) {
    const recorded = recordEvent(facts, scope.own, act);
    if ((await recordEntry(ports, recorded, facts)) === "other-words")
      return formPage(ports, visit, kind, entry, sentBefore(form), 409);
    return { status: 303, to: entryPlace(visit, recorded) };
  }
  const revision = Number(form.revision);
  const refusal = await actOnEntry(ports, refOf(entry), {
    type: "amend",
    facts,
    revision,
    ...act,
    form: sendingOf(form),
  });
  if (refusal === undefined) return { status: 303, to: entryPlace(visit, entry) };
  const now = await ports.records.programmeEntry(refOf(entry));
  return formPage(ports, visit, kind, now ?? entry, { form, problems: [refused(refusal)] }, 409);
}

function formPage(
  ports: DeskPorts,
  visit: Visit,
  kind: EventKind,
  entry: ProgrammeEntry | undefined,
  filled: Filled,
  status: 200 | 409 | 422,
): ShownPage {
  const today = civilDateAt(ports.now());
  const name = programmeKindName(kind);
  return {
    status,
    title: entry === undefined ? `登记${name}` : `更正${name}`,
    body: html`${wayBack(visit)}${problemSummary(filled)}${status === 409 && entry !== undefined ? html`<section id="latest" tabindex="-1"><h2>目前登记的内容</h2>${entryView(entry, today, ports.rules)}</section>` : ""}${formFrame(
      ports,
      entry?.revision,
      html`${eventForm(kind).fields(filled, today)}${actorField(filled, entry === undefined ? "登记人" : "更正人")}`,
      entry === undefined ? "登记" : "保存更正",
      filled.form.form,
    )}`,
  };
}
