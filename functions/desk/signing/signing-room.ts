/**
 * 通报签发: the municipal bureau sees what a bulletin would say and stands on, gives it words and numbers, and signs it, puts it
 * off, takes a signature back, or corrects what was issued. Nothing leaves without that.
 */
import { composeEdition, issuerOf, lastVersion } from "../../../shared/casework/bulletin/compose-edition.ts";
import { changeSigning } from "../../../shared/casework/bulletin/signing-change.ts";
import { defined } from "../../../shared/domain/defined.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import { CITY_ITSELF } from "../../../shared/domain/organisations/district.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { decideSigning, leavesAt, type SigningCommand } from "../../../shared/domain/signing/decide.ts";
import { nextNumbers } from "../../../shared/domain/signing/numbers.ts";
import type { Signing } from "../../../shared/domain/signing/signing.ts";
import { periodOf } from "../../../shared/domain/time/period.ts";
import { addDays, civilDateAt, parseMonth } from "../../../shared/domain/time/time.ts";
import type { Filled } from "../frame/fields.ts";
import { type Form, FormReader, refused } from "../frame/form.ts";
import { formIdOf } from "../frame/form-frame.ts";
import { placeOf } from "../frame/place.ts";
import { refusalPage } from "../frame/plain-pages.ts";
import type { Answer, DeskPorts, Room, Shown, Visit } from "../frame/room.ts";
import { filledContent, readContent } from "./content-form.ts";
import { type OpenSigning, ofSigning } from "./open-signing.ts";
import { issuedFile, previewFile, previewMail } from "./previews.ts";
import { signingPage } from "./signing-page.ts";
import { standing } from "./standing.ts";

type SigningLink = Link<"signing">;

/** The furthest a bulletin can be put off. */
const MOST_DAYS = 366;
const KINDS = ["month", "quarter", "half-year", "year"] as const;

export const signingRoom: Room<SigningLink> = {
  about: () => "通报签发",
  subject: ({ recipient }) => ({ of: "organisation", organisation: recipient }),

  async show(ports, link, visit) {
    const opened = await open(ports, link, visit);
    if (opened === undefined) return refusalPage({ type: "nothing-to-sign" });
    const { part } = visit;
    if (part === "issued") return (await issuedFile(ports, opened)) ?? refusalPage({ type: "entry-gone" });
    const composed = await edition(ports, opened.signing);
    if (part === "mail") return previewMail(ports, opened, composed);
    if (part !== undefined) return (await previewFile(part, composed)) ?? page(ports, opened, {}, [], 200);
    return page(ports, opened, {}, [], 200);
  },

  async submit(ports, link, form, visit): Promise<Answer> {
    const opened = await open(ports, link, visit);
    if (opened === undefined) return refusalPage({ type: "nothing-to-sign" });
    const { signing } = opened;
    const back = { status: 303, to: placeOf(visit, { query: ofSigning(signing) }) } as const;
    // A second click: it has been done, whatever is asked for by now.
    if (signing.form !== undefined && signing.form === form.form) return back;
    const reader = new FormReader(form);
    const command = commandOf(ports, signing, reader, form);
    const by = reader.text("by", "您的姓名", 30);
    const id = formIdOf(reader, form);
    if (command === undefined || reader.problems.length > 0)
      return page(ports, opened, form, reader.problems, 422);
    const at = ports.now();
    const empty = command.type === "sign" && (await isEmpty(ports, signing));
    const act = { by, at, cause: `link:${link.nonce}`, form: id, revision: Number(form.revision) };
    const done = empty
      ? ({ outcome: "refused", refusal: { type: "nothing-to-issue" } as DeskRefusal } as const)
      : await changeSigning(
          ports,
          signing,
          `${command.type} ${id}`,
          { now: at, rules: ports.rules },
          (now, others) => decideSigning(now, command, act, others, ports.rules),
        );
    if (done.outcome === "done") return back;
    const now = (await open(ports, link, visit)) ?? opened;
    return page(ports, now, { ...form, form: "" }, [refused(done.refusal)], 409);
  },
};

/** The signing of the address, else that of the link, else the newest; undefined where the link's bureau signs none. */
async function open(ports: DeskPorts, link: SigningLink, visit: Visit): Promise<OpenSigning | undefined> {
  const bureau = await ports.directory.organisation(link.recipient);
  if (bureau?.kind !== "bureau" || bureau.jurisdiction !== CITY_ITSELF) return undefined;
  const period = KINDS.find((one) => one === visit.query.period) ?? link.period;
  const month = parseMonth(visit.query.month ?? "") ?? link.month;
  const all = await ports.records.signings(ports.rules.policy.jurisdiction.code);
  const signing =
    all.find((one) => one.period === period && one.month === month) ??
    all.findLast((one) => one.period === "month") ??
    all.at(-1);
  return signing && { visit, signing, others: all.filter((one) => one !== signing) };
}

/** What it would say if it were signed now. */
async function edition(ports: DeskPorts, signing: Signing) {
  const { rules } = ports;
  const period = periodOf(signing.period, signing.month);
  const last = await lastVersion(ports.records, { period, state: "issued", rules });
  const wanted = {
    period,
    state: "issued",
    now: signing.leaves ?? leavesAt(signing, ports.now(), rules),
    rules,
    issuer: await issuerOf(ports, rules),
    content: signing.content,
    ...defined({ corrects: signing.signature?.reason }),
  } as const;
  return composeEdition(ports, wanted, last);
}

async function isEmpty(ports: DeskPorts, signing: Signing): Promise<boolean> {
  const { rows } = await edition(ports, signing);
  return rows.length === 0;
}

function commandOf(
  ports: DeskPorts,
  signing: Signing,
  reader: FormReader,
  form: Form,
): SigningCommand | undefined {
  switch (form.do) {
    case "save":
      return { type: "save", content: readContent(reader, form) };
    case "sign": {
      const content = readContent(reader, form);
      if (form.checked !== "yes") reader.problem("checked", "请核对数据和预览后勾选“已核对，同意印发”。");
      if (content.to.length === 0) reader.problem("to-governments", "请至少选择一类发送单位。");
      if (signing.state !== "issued") return { type: "sign", content };
      return { type: "sign", content, reason: reader.text("reason", "更正内容", 300) };
    }
    case "defer": {
      const today = civilDateAt(ports.now());
      const until = reader.date("until", "推迟到", addDays(today, 1), addDays(today, MOST_DAYS));
      const reason = reader.text("why", "推迟原因", 200);
      return until && { type: "defer", until, reason };
    }
    case "take-back":
      return { type: "take-back" };
    default:
      return undefined;
  }
}

async function page(
  ports: DeskPorts,
  opened: OpenSigning,
  form: Form,
  problems: Filled["problems"],
  status: 200 | 409 | 422,
): Promise<Shown> {
  const { signing, others } = opened;
  const [composed, stands] = await Promise.all([edition(ports, signing), standing(ports, signing)]);
  // Nothing is proposed any more where somebody has signed.
  const proposed = signing.signature === undefined ? nextNumbers(signing, others) : {};
  const filled = { form: { ...filledContent(signing, proposed), ...form }, problems };
  return signingPage(ports, opened, { composed, stands, filled, status });
}
