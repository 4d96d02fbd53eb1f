/**
 * What must hold for every room of the desk, those to come included: the tests go through every task a link can have,
 * by a link of each that a mail in the city carried, or one made up where none did.
 */
import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { caseNumber } from "../../../shared/domain/court/case-number.ts";
import { linkOf, taskLinksOf } from "../../../shared/domain/notices/desk-link.ts";
import {
  type Link,
  type LinkTask,
  linkTarget,
  targetValues,
} from "../../../shared/domain/notices/frame/link-target.ts";
import { lookup, type OrganisationId } from "../../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { readLink, signLink } from "../../../shared/links/token.ts";
import { SAMPLES } from "../../letters/sample-notices.ts";
import { at, RULES } from "../../support/case-builders.ts";
import {
  aCity,
  CASE,
  COURT_FOLDER,
  FILING,
  judgmentText,
  mailTo,
  REPORT,
  recordText,
  summonsText,
  values,
} from "../../support/desk-city.ts";
import { HOSTILE_BODIES } from "../../support/hostile-bodies.ts";
import { LINK_KEYS } from "../../support/memory-city.ts";
import { formsOf, partsOf } from "../../support/page-forms.ts";
import { signedIn } from "../../support/signed-in.ts";

/** Every task there is a link for; the compiler asks for those to come. */
const LINK_TASKS = Object.keys({
  // First, before other changes of the entry rest on the one it is about.
  undo: true,
  report: true,
  filing: true,
  supervision: true,
  "loss-review": true,
  designation: true,
  approval: true,
  leader: true,
  reconciliation: true,
  obstacle: true,
  "call-classes": true,
  "principal-absence": true,
  urging: true,
  review: true,
  duty: true,
  "appeal-approval": true,
  orders: true,
  "judgment-note": true,
  "case-page": true,
  board: true,
  search: true,
  calendar: true,
  programme: true,
  correction: true,
  suggestion: true,
  assessment: true,
  signing: true,
  ledger: true,
  "sign-in": true,
  directory: true,
  "directory-entry": true,
  "unknown-name": true,
  "case-office": true,
  "entry-office": true,
  classes: true,
  "address-consent": true,
} satisfies Record<LinkTask, true>) as readonly LinkTask[];

/** There is nothing to be done there. */
const LOOKED_AT: ReadonlySet<LinkTask> = new Set(["board", "calendar", "case-page", "search"]);

/** 督办 is put off, put off again, sent, a bulletin saved and signed, a case worked on by hand, a court's proposal answered, taken back, answered again: each form of such a link acts once, as its own test shows. */
const MANY_ACTS: ReadonlySet<LinkTask> = new Set([
  "signing",
  "urging",
  "directory",
  "directory-entry",
  "unknown-name",
  "case-office",
  "entry-office",
  "classes",
  "suggestion",
]);

const LEGAL = "fazhi@yinan-police.example.org";
type City = Awaited<ReturnType<typeof aCity>>;

/** A summons like another, with these words changed. */
const changed = (text: Uint8Array, ...words: readonly (readonly [string | RegExp, string])[]) =>
  new TextEncoder().encode(
    words.reduce((changing, [from, to]) => changing.replaceAll(from, to), new TextDecoder().decode(text)),
  );

/** A court's proposal (司法建议书) to the agency. */
const SUGGESTION = `沂南县人民法院
司法建议书
（2026）鲁1321司建2号
沂南县公安局：
本院在审理${CASE}一案中发现，你局负责人未出庭应诉。建议你局依法履行出庭应诉职责。请于收到本建议书之日起三十日内函复本院。
2026年9月30日
`;

const LOST = "（2026）鲁1321行初60号";
/** 送达回证: nobody has appealed against that judgment until the 17th. */
const RECEIPT = `沂南县人民法院
送达回证
案号：${LOST}
送达文书：行政判决书
受送达人：陈建
签收日期：2026年9月2日
受送达人：沂南县公安局
签收日期：2026年9月2日
`;

/** A city in which much is going on: reports, a filing that the record contradicts, a document in doubt, a government sued. */
async function busyCity(): Promise<City> {
  const city = await aCity();
  const report = mailTo(city, LEGAL, "hearing-notice");
  // Nobody reports on this one: its bureau hears that it will be urged.
  const unreported = changed(summonsText({ number: "（2026）鲁1321行初81号" }), [
    "2026年9月24日",
    "2026年10月20日",
  ]);
  await city.put(COURT_FOLDER, "unreported.txt", unreported);
  await city.visit(report, { ...REPORT, ...values(await (await city.visit(report)).text()) });
  await city.put(COURT_FOLDER, "suggestion.txt", new TextEncoder().encode(SUGGESTION));
  await city.until(at("09-28", "10:00"));
  const filing = mailTo(city, LEGAL, "filing-due");
  await city.visit(filing, { ...FILING, ...values(await (await city.visit(filing)).text()) });
  await city.put(COURT_FOLDER, "record.txt", recordText("被告负责人未出庭。"));
  const doubtful = recordText("出庭负责人：龙涛，党委委员。");
  await city.put(COURT_FOLDER, "doubtful.txt", changed(doubtful, [/行初\d+号/g, "行初79号"]));
  const later = changed(
    summonsText({ number: "（2026）鲁1321行初80号" }),
    ["2026年9月24日", "2026年10月15日"],
    ["2026年9月7日", "2026年9月28日"],
  );
  // Its head can't appear in another case: the court is to say what it thinks of that.
  await city.put(COURT_FOLDER, "obstacle.txt", changed(later, ["行初80号", "行初82号"]));
  const obstacle = `${mailTo(city, LEGAL, "hearing-notice")}/obstacle`;
  const absent = { ground: "accident", explanation: "突发疾病住院。", by: "李明", do: "submit" };
  await city.visit(obstacle, { ...values(await (await city.visit(obstacle)).text()), ...absent });
  await city.put(COURT_FOLDER, "later.txt", later);
  // Nobody knows whom this one is against.
  const unknown = changed(later, ["行初80号", "行初82号"], ["沂南县公安局", "沂南县公安局刑警大队"]);
  await city.put(COURT_FOLDER, "unknown.txt", unknown);
  const government = changed(
    later,
    ["（2026）鲁1321行初80号", "（2026）鲁13行初99号"],
    ["沂南县人民法院", "临沂市中级人民法院"],
    ["沂南县公安局", "临沂市人民政府"],
  );
  await city.put("courts/13/inbox", "government.txt", government);
  // A judgment that holds orders something of it.
  const ruled = judgmentText("责令被告于本判决生效之日起六十日内重新作出行政行为。");
  const lost = changed(ruled, [CASE, LOST], ["2026年9月24日", "2026年8月20日"], ["九月二十四日", "九月一日"]);
  await city.put(COURT_FOLDER, "lost.txt", lost);
  await city.put(COURT_FOLDER, "receipt.txt", new TextEncoder().encode(RECEIPT));
  await city.until(at("10-01", "10:00"));
  const changes = `${filing}/changes`;
  const [entry] = formsOf(await (await city.visit(changes)).text());
  const change = { address: "沂南县人民路1号", "head-email": "xin@yinan-police.example.org", by: "李明" };
  await city.visit(changes, { ...entry?.untouched, ...change });
  return city;
}

/** The change of its entry that an agency has reported, which its bureau may take back for a day. */
function ownChange({ table }: City): string {
  return [...table.usedLinks.keys()].find((nonce) => nonce.endsWith(".changes")) ?? "none";
}

/** A token of each task: the newest unused one a mail carried, else one made up for the county's bureau. */
function tokensOf(city: City): ReadonlyMap<LinkTask, { readonly token: string; readonly link: Link }> {
  const mailed = city.sent.flatMap(({ notice, token }) => {
    const link = linkOf(notice, RULES.policy.links);
    const used = [...city.table.usedLinks.keys()].some((nonce) => nonce.startsWith(notice.id));
    return link === undefined || token === undefined || used ? [] : [{ token, link }];
  });
  const besideLines = city.sent.flatMap(({ tasks }) => tasks);
  return new Map(
    LINK_TASKS.map((task) => {
      const found = [...besideLines, ...mailed].findLast(({ link }) => link.task === task);
      if (found !== undefined) return [task, found] as const;
      const sample = Object.values(SAMPLES)
        .map((notice) => linkOf(notice, RULES.policy.links))
        .find((one) => one?.task === task);
      const common = {
        recipient: (task === "sign-in" ? "yinan-police" : "yinan-justice") as OrganisationId,
        expires: addMinutes(city.now, 60),
        nonce: `MADEUP${task.toUpperCase()}`,
      };
      const target =
        task === "undo"
          ? ({ task, what: "entry", of: "yinan-police", cause: ownChange(city) } as const)
          : task === "case-office"
            ? ({ task, caseNumber: caseNumber("（2026）鲁1321行初81号") } as const)
            : task === "case-page" || task === "classes"
              ? ({ task, caseNumber: caseNumber(CASE) } as const)
              : task === "call-classes"
                ? ({
                    task,
                    caseNumber: caseNumber("（2026）鲁1321行初81号"),
                    respondent: "沂南县公安局",
                  } as const)
                : sample === undefined
                  ? ({ task } as Link)
                  : linkTarget(sample);
      const link = { ...target, ...common } as Link;
      return [task, { token: signLink(link, LINK_KEYS), link }] as const;
    }),
  );
}

/** Everything that is kept anywhere. */
async function kept(city: City): Promise<string> {
  const organisations = await Promise.all(
    (["court", "bureau", "government", "agency"] as const).map((kind) =>
      city.directory.find(lookup.kind(kind)),
    ),
  );
  const tables = Object.values(city.table).map((part: unknown) =>
    part instanceof Map || part instanceof Set ? [...part] : part,
  );
  return JSON.stringify([tables, organisations, [...city.evidence.kept.keys()]]);
}

let city: City;
let tokens: ReturnType<typeof tokensOf>;
const asked = (token: string, path = "", init?: RequestInit) => city.pages.request(`/${token}${path}`, init);
const send = (token: string, form: Readonly<Record<string, string>>, path = "") =>
  asked(token, path, { method: "POST", body: new URLSearchParams(form) });
/** A page of a link: where it lies behind the link's own address, and its text. */
interface LinkPage {
  readonly path: string;
  readonly page: string;
}
/** The pages of the city's links as they were first looked at: nothing here may change it, so they stay as they are. */
const looked = new Map<string, Promise<readonly LinkPage[]>>();
/** The pages of a link: its own, and those it leads to. */
function pagesOf(token: string, where = city): Promise<readonly LinkPage[]> {
  const pages = (where === city && looked.get(token)) || lookAt(token, where);
  if (where === city) looked.set(token, pages);
  return pages;
}
async function lookAt(token: string, where: City): Promise<readonly LinkPage[]> {
  const pageAt = async (path: string) => (await where.pages.request(`/${token}${path}`)).text();
  const first = await pageAt("");
  const paths = partsOf(first, token).map((part) => `/${part}`);
  const rest = await Promise.all(paths.map(async (path) => ({ path, page: await pageAt(path) })));
  return [{ path: "", page: first }, ...rest];
}
/** Everything a program could send to a link's pages, with all fields filled in. */
async function attempts(token: string, where = city) {
  const pages = await pagesOf(token, where);
  const forms = pages.flatMap(({ path, page }) =>
    formsOf(page).map(({ filled }) => ({ path, form: filled })),
  );
  return [...forms, { path: "", form: { want: "yes", ...REPORT, ...FILING } }];
}

/** Who has signed in: once, since nobody may ask for many links. */
const browsers = new Map<string, ReturnType<typeof signedIn>>();
function signedInAs(mailbox: string): ReturnType<typeof signedIn> {
  const browser = browsers.get(mailbox) ?? signedIn(city, mailbox);
  browsers.set(mailbox, browser);
  return browser;
}

beforeAll(async () => {
  city = await busyCity();
  tokens = tokensOf(city);
}, 60_000);

describe("the city these tests stand on", () => {
  it("has a link of every task; of the tasks that mails have links for, most came by mail", () => {
    expect([...tokens.keys()]).toEqual(LINK_TASKS);
    const made = [...tokens].filter(([, { link }]) => link.nonce.startsWith("MADEUP")).map(([task]) => task);
    // Links that only pages make (a search, 手工办理) come by no mail: here they are signed as a workspace signs them.
    const { links } = RULES.policy;
    const carried = Object.values(SAMPLES).flatMap((one) => [linkOf(one, links), ...taskLinksOf(one, links)]);
    const byMail = new Set(carried.flatMap((link) => link?.task ?? []));
    expect(byMail.size).toBeGreaterThan(LINK_TASKS.length / 2);
    expect(made.filter((task) => byMail.has(task)).length).toBeLessThan(byMail.size / 2);
  });

  it("would show it if a form acted: filled in by whoever may, most of them do", async () => {
    const other = await busyCity();
    const acted = new Set<LinkTask>();
    for (const [task, { token }] of tokensOf(other)) {
      for (const { path, form } of await attempts(token, other)) {
        const before = await kept(other);
        // Both branches of a form are filled in: what is left out is confirmed.
        await other.visit(`${token}${path}`, { ...form, unchosen: "yes" });
        if ((await kept(other)) !== before) acted.add(task);
      }
    }
    expect(acted.size, [...acted].join(", ")).toBeGreaterThanOrEqual(
      (LINK_TASKS.length - LOOKED_AT.size) / 2,
    );
  });
});

describe.each(LINK_TASKS)("a link for %s", (task) => {
  const own = () => {
    const found = tokens.get(task);
    if (found === undefined) throw new Error(`no link for ${task}`);
    return found;
  };

  it("looked at by GET and HEAD, with whatever behind it, changes nothing", async () => {
    const { token } = own();
    const paths = (await pagesOf(token)).map(({ path }) => path);
    const before = await kept(city);
    // Twice: nor does the second look change what the first one didn't.
    const ways = ["GET", "HEAD", "GET", "HEAD"].flatMap((method) =>
      ["", "?do=submit&by=x&decision=accept&choice=v0"].map((query) => ({ method, query })),
    );
    for (const path of paths)
      for (const { method, query } of ways) await asked(token, `${path}${query}`, { method });
    for (const method of ["PUT", "DELETE", "PATCH", "OPTIONS"])
      expect((await asked(token, "", { method })).status).toBe(404);
    expect(await kept(city)).toBe(before);
  });

  it("whose forms a program sends as they stand, each of their buttons pressed, does nothing", async () => {
    const { token } = own();
    const before = await kept(city);
    for (const { path, page } of await pagesOf(token)) {
      for (const { untouched } of [
        ...formsOf(page),
        { untouched: { do: "submit" } },
        { untouched: { do: "fresh-link" } },
      ]) {
        const answer = await send(token, untouched, path);
        expect(answer.status, `${path} ${JSON.stringify(untouched)}`).not.toBe(303);
      }
    }
    expect(await kept(city)).toBe(before);
  });

  it("forged, cut, lengthened, with any bit flipped, or under another's signature, acts on nothing", async () => {
    const { token } = own();
    const forms = await attempts(token);
    const others = [...tokens.values()].filter((one) => one.token !== token).map((one) => one.token);
    const before = await kept(city);
    const forged = fc.oneof(
      fc.tuple(fc.nat(token.length - 1), fc.nat(6)).map(([index, bit]) => {
        const flipped = String.fromCharCode(token.charCodeAt(index) ^ (1 << bit));
        return token.slice(0, index) + flipped + token.slice(index + 1);
      }),
      fc.nat(token.length - 1).map((length) => token.slice(0, length)),
      fc.constantFrom("A", "=", ".", "%00").map((more) => token + more),
      fc
        .constantFrom(...others)
        .map((other) => [...token.split(".").slice(0, 3), other.split(".")[3]].join(".")),
    );
    await fc.assert(
      fc.asyncProperty(forged, fc.constantFrom(...forms), async (not, { path, form }) => {
        fc.pre(not !== token && not !== "");
        const answer = await city.pages.request(`/${encodeURIComponent(not)}${path}`, {
          method: "POST",
          body: new URLSearchParams(form),
        });
        expect(answer.status).toBe(404);
      }),
      { numRuns: 60 },
    );
    expect(await kept(city)).toBe(before);
  });

  it("in another organisation's hands, or about another case, acts on nothing and says why", async () => {
    const { token, link } = own();
    const forms = await attempts(token);
    const strangers = ["hedong-police", "lanshan-court", "hedong-justice", "nobody"].filter(
      (id) => id !== link.recipient,
    );
    const altered = [
      ...strangers.map((recipient) => ({ ...link, recipient: recipient as OrganisationId })),
      ...("caseNumber" in link ? [{ ...link, caseNumber: caseNumber("（2026）鲁1312行初45号") }] : []),
      ...("respondent" in link ? [{ ...link, respondent: "沂南县水利局" }] : []),
      ...("sha256" in link ? [{ ...link, sha256: "0".repeat(64) }] : []),
    ];
    const before = await kept(city);
    for (const one of altered) {
      const signed = signLink({ ...one, nonce: "STRANGER" } as Link, LINK_KEYS);
      for (const { path, form } of forms) {
        const answer = await send(signed, form, path);
        // What is everybody's own (a bureau's board) shows the stranger's.
        expect(answer.status, `${one.recipient} ${path}`).not.toBe(303);
        if (targetValues(link).length > 0) expect(answer.status).toBeGreaterThanOrEqual(400);
        if (answer.status >= 400) expect(await answer.text()).toMatch(/请|不能/);
      }
    }
    expect(await kept(city)).toBe(before);
  });

  it("in another organisation's hands shows nothing of what it is about", async () => {
    const { link } = own();
    if (targetValues(link).length === 0) return;
    // Whoever sees the whole city, and whoever is asked about this very object, may see it.
    const strangers = ["hedong-police", "lanshan-court", "hedong-justice", "nobody"];
    for (const recipient of strangers.filter((id) => id !== link.recipient)) {
      const signed = signLink(
        { ...link, recipient: recipient as OrganisationId, nonce: "STRANGER" } as Link,
        LINK_KEYS,
      );
      for (const { path } of await pagesOf(own().token)) {
        const answer = await asked(signed, path);
        // A sign-in's own page says its mailbox, which stands in the link itself.
        if (task !== "sign-in") expect(answer.status, `${recipient} ${path}`).toBeGreaterThanOrEqual(400);
        expect(await answer.text(), `${recipient} ${path}`).not.toMatch(/陈建|龙涛|李明|徐静/);
      }
    }
  });

  it("made at a workspace opens for its session alone: not for none, nor for another's", async () => {
    const { link } = own();
    const other = await signedInAs("fazhi@hedong-land.example.org");
    // Somebody of the very organisation too: by a sign-in that isn't the link's.
    const recipient = await city.directory.organisation(link.recipient);
    const colleague = recipient?.contacts[0] && (await signedInAs(recipient.contacts[0].email));
    const bound = { ...link, session: "s".repeat(22), nonce: "BOUND" } as Link;
    const signed = signLink(bound, LINK_KEYS);
    const forms = await attempts(own().token);
    const before = await kept(city);
    for (const headers of [{}, ...[other, colleague].map((one) => ({ Cookie: one?.cookie ?? "" }))]) {
      for (const { path } of await pagesOf(own().token)) {
        const answer = await asked(signed, path, { headers });
        expect(answer.status, path).toBe(401);
        expect(await answer.text()).not.toMatch(/陈建|龙涛|李明|徐静/);
      }
      for (const { path, form } of forms) {
        const sent = { method: "POST", headers, body: new URLSearchParams(form) };
        expect((await asked(signed, path, sent)).status, path).toBe(401);
      }
    }
    expect(await kept(city)).toBe(before);
  });

  it.each(HOSTILE_BODIES)("sent %s does nothing and doesn't fail", async (_, body) => {
    const { token } = own();
    const before = await kept(city);
    for (const { path } of await pagesOf(token)) {
      const answer = await asked(token, path, { method: "POST", ...body() });
      expect(answer.status, path).not.toBe(303);
      expect(answer.status, path).toBeLessThan(500);
    }
    expect(await kept(city)).toBe(before);
  });

  it("that has expired acts on nothing but the offer of another, which goes to the registered address", async () => {
    const { link } = own();
    const signed = signLink({ ...link, expires: addMinutes(city.now, -1) } as Link, LINK_KEYS);
    expect(readLink(signed, LINK_KEYS, city.now).state).toBe("expired");
    const before = await kept(city);
    for (const { path, form } of await attempts(own().token)) {
      const answer = await send(signed, { ...form, do: "submit" }, path);
      expect(answer.status).toBe(410);
      // Who asked for another address must not get the link by which the one in use agrees.
      const offers = task === "address-consent" ? "原邮箱继续使用" : "申请一个新链接";
      expect(await answer.text()).toContain(offers);
    }
    if (task === "address-consent") await send(signed, { do: "fresh-link", want: "yes" });
    expect(await kept(city)).toBe(before);
  });

  // A link for many acts isn't used up by one of them.
  if (!MANY_ACTS.has(task))
    it("that has been used does nothing again", async () => {
      const { link } = own();
      const used = { ...link, nonce: `USED${task.toUpperCase()}` } as Link;
      const signed = signLink(used, LINK_KEYS);
      const forms = await attempts(signed);
      for (const nonce of [used.nonce, ...forms.map(({ path }) => `${used.nonce}.${path.slice(1)}`)])
        city.table.usedLinks.set(nonce, { nonce, at: city.now, by: "李明" });
      const before = await kept(city);
      for (const { path, form } of forms.filter(({ form }) => form.do !== "fresh-link")) {
        const answer = await send(signed, form, path);
        expect(answer.status, path).not.toBe(303);
      }
      expect(await kept(city)).toBe(before);
    });

  it("answers with pages that are kept nowhere, framed nowhere, tell nobody, and run no script", async () => {
    const { token, link } = own();
    const expired = signLink({ ...link, expires: addMinutes(city.now, -1) } as Link, LINK_KEYS);
    const answers = [
      ...(await Promise.all((await pagesOf(token)).map(({ path }) => asked(token, path)))),
      await send(token, { do: "submit" }),
      await send(token, { do: "submit", text: "长".repeat(40_000) }),
      await asked(expired),
      await asked(`${token}x`),
      await asked(token, "/nothing"),
      await asked(token, "", { method: "DELETE" }),
      await asked(token, "", { method: "HEAD" }),
    ];
    for (const { status, headers } of answers) {
      // A subscribed calendar is asked for again and again; its own program may keep it for the while between.
      const isFeed = headers.get("content-type")?.startsWith("text/calendar") === true;
      expect(headers.get("cache-control"), String(status)).toMatch(isFeed ? /^private, / : /^no-store$/);
      expect(headers.get("referrer-policy")).toBe("no-referrer");
      expect(headers.get("x-content-type-options")).toBe("nosniff");
      expect(headers.get("x-frame-options")).toBe("DENY");
      const policy = headers.get("content-security-policy") ?? "";
      expect(policy).toContain("default-src 'none'");
      expect(policy).toContain("frame-ancestors 'none'");
      expect(policy).toContain("base-uri 'none'");
      expect(policy).not.toMatch(/script-src|unsafe/);
    }
    for (const { page } of await pagesOf(token)) expect(page).not.toMatch(/<script|\son\w+="|javascript:/i);
  });

  it("refuses in a sentence that says what to do", async () => {
    const { token } = own();
    for (const { path, page } of await pagesOf(token)) {
      for (const { untouched } of formsOf(page)) {
        const answer = await send(token, { ...untouched, do: untouched.do ?? "submit" }, path);
        if (answer.status < 400) continue;
        expect(await answer.text(), `${path} ${answer.status}`).toMatch(/请[^<]*。/);
      }
    }
  });
});
