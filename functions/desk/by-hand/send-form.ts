/** A form of 手工办理 that was sent: read, shown with what it will bring about, and once confirmed written, once. */
import { casesAtWork } from "../../../shared/casework/cases-at-work.ts";
import { handleByLink, type Ready } from "../../../shared/casework/handle.ts";
import { civilDateAt, type Instant } from "../../../shared/domain/time/time.ts";
import { type Refused, reported } from "../frame/act.ts";
import { effectsOf, goesBack, toConfirm, triedAt } from "../frame/effects.ts";
import { type Form, FormReader, type Problem } from "../frame/form.ts";
import { formIdOf } from "../frame/form-frame.ts";
import type { DeskPorts, ShownPage } from "../frame/room.ts";
import type { HandForm, Work } from "./hand-form.ts";

/** What became of it. */
export type Sent =
  /** It has done what it asked for, now or by an earlier click. */
  | { readonly outcome: "done"; readonly form: string }
  | { readonly outcome: "confirm"; readonly page: ShownPage }
  | { readonly outcome: "incomplete"; readonly problems: readonly Problem[] }
  /** From the preview to what was filled in. */
  | { readonly outcome: "back" }
  | Refused;

/** Reads and does it. */
export async function sendForm<Open>(
  ports: DeskPorts,
  open: Open,
  form: HandForm<Open>,
  sent: Form,
): Promise<Sent> {
  const reader = new FormReader(sent);
  const id = formIdOf(reader, sent);
  if ((await ports.records.usedLink(id)) !== undefined) return { outcome: "done", form: id };
  const refusal = form.refusal(open);
  if (refusal !== undefined) return { outcome: "refused", refusal };
  const work = form.read(open, sent, reader, civilDateAt(ports.now()));
  const by = reader.text("by", "您的姓名", 30);
  const { problems } = reader;
  if (work === undefined || problems.length > 0) return { outcome: "incomplete", problems };
  if (goesBack(sent)) return { outcome: "back" };
  const decide = (when: Instant) => decided(ports, work, { at: when, by, cause: `link:${id}` });
  const foreseen = await decide(triedAt(ports));
  if (foreseen.outcome === "refused") return foreseen;
  const { title, button } = form;
  const asked = toConfirm(ports, effectsOf(foreseen.changes, ports), sent, {
    title: `${title}：确认`,
    button: `确认${button}`,
  });
  if (asked !== undefined) return { outcome: "confirm", page: asked };
  const now = ports.now();
  const acted = await handleByLink<void, Refused>(ports.records, { nonce: id, at: now, by }, () =>
    decide(now),
  );
  if (acted.outcome === "refused") return acted;
  if (acted.outcome === "done") reported(ports, acted);
  return { outcome: "done", form: id };
}

/** All that a form would write, or does. */
async function decided(
  ports: DeskPorts,
  work: Work,
  doing: Parameters<Work>[1],
): Promise<Ready<void> | Refused> {
  const cases = casesAtWork(ports, { now: doing.at, cause: doing.cause, rules: ports.rules });
  const refusal = await work(cases, doing, ports);
  if (refusal !== undefined) return { outcome: "refused", refusal };
  return { outcome: "ready", ...(await cases.changes()), result: undefined };
}
