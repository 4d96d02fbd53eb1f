/** Owed and nobody there to get it: a task for a bureau, a count in every writer's result, and owed until it arrives. */
import { describe, expect, it } from "vitest";
import { sweep } from "../../functions/deadline-sweep/sweep.ts";
import { takeIn } from "../../functions/document-intake/intake.ts";
import { settleFeedback } from "../../functions/mail-feedback/settle-feedback.ts";
import { openDuties } from "../../functions/monthly-bulletin/duties/ledger-duties.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { frozenRowsIn } from "../../shared/adapters/frozen-rows.ts";
import type { Contact, OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes, civilDateAt, type Instant, type Month } from "../../shared/domain/time/time.ts";
import { at, RULES } from "../support/case-builders.ts";
import { COURT_FOLDER, mailTo, REPORT, recordText, summonsText, values } from "../support/desk-city.ts";
import { keyOf } from "../support/memory/memory-table.ts";
import { memoryCity } from "../support/memory-city.ts";
import { signAndIssue } from "../support/signed-bulletins.ts";

const POLICE = "yinan-police" as OrganisationId;
const BUREAU = "yinan-justice" as OrganisationId;
const CITY_BUREAU = "linyi-justice" as OrganisationId;
const COURT = "yinan-court" as OrganisationId;
const BUREAU_MAIL = "sifa@yinan-justice.example.org";
const BUREAU_DUTY = "yingsu@yinan-justice.example.org";
const CITY_MAIL = "yingsu@linyi-justice.example.org";
const legal = (email: string): Contact => ({ role: "legal-section", name: "方圆", email });

/** The city with these organisations' contacts instead; then a summons of 沂南县公安局 comes in. */
async function cityWith(contacts: Readonly<Record<string, readonly Contact[]>>) {
  const city = memoryCity(at("09-08"));
  await city.upload(DIRECTORY);
  await correct(city, contacts);
  await city.put(COURT_FOLDER, "summons.txt", summonsText());
  return city;
}

async function correct(
  { directory }: ReturnType<typeof memoryCity>,
  contacts: Readonly<Record<string, readonly Contact[]>>,
) {
  for (const [id, theirs] of Object.entries(contacts)) {
    const known = await directory.organisation(id as OrganisationId);
    if (known === undefined) throw new Error(`no ${id} in the sample`);
    await directory.save([{ ...known, contacts: theirs }]);
  }
}

/** The hourly sweeps from one instant up to another, each with its mails; the sums of what they couldn't deliver. */
async function sweeps(city: ReturnType<typeof memoryCity>, from: Instant, to: Instant): Promise<number> {
  let unreached = 0;
  for (let now = from; now <= to; now = addMinutes(now, 60)) {
    const { counts, failed } = await sweep(city, now, RULES);
    expect(failed).toEqual([]);
    unreached += counts.unreached;
    await city.mail();
  }
  return unreached;
}

const issuedIn = ({ table }: ReturnType<typeof memoryCity>) =>
  [...table.cases.values()].flatMap(({ file }) => Object.keys(file.sent));
const mails = ({ sent }: ReturnType<typeof memoryCity>) =>
  sent
    .filter(({ notice }) => notice.content.kind !== "digest" && notice.content.kind !== "files-receipt")
    .map(({ notice }) => `${notice.content.kind} → ${notice.recipient.address}`);

/** On which days somebody was asked for an address, by when they were. */
const daysAsked = ({ sent }: ReturnType<typeof memoryCity>) =>
  sent.flatMap(({ notice }) =>
    notice.content.kind === "address-failed" ? [civilDateAt(notice.createdAt)] : [],
  );

/** An agency and its bureau, from the summons to the day after the hearing. */
describe("an agency without an address", () => {
  const roles: readonly Contact["role"][] = ["legal-section", "duty", "clerk", "head"];

  it.each(roles)(
    "is a task of its bureau, whose only contact is its %s, once a working day, and counted on",
    async (role) => {
      const bureau = [{ role, name: "司法局", email: BUREAU_MAIL }];
      const city = await cityWith({ [POLICE]: [], [BUREAU]: bureau });
      const unreached = await sweeps(city, at("09-08", "10:00"), at("09-25", "10:00"));
      // Two days before the hearing it should telephone.
      expect([...new Set(mails(city))]).toEqual([
        `address-failed → ${BUREAU_MAIL}`,
        `urgent-hearing → ${BUREAU_MAIL}`,
      ]);
      expect(daysAsked(city)).toEqual(
        // Sunday the 20th is worked; the hearing is on the 24th at nine.
        ["08", "09", "10", "11", "14", "15", "16", "17", "18", "20", "21", "22", "23"].map(
          (day) => `2026-09-${day}`,
        ),
      );
      expect(unreached).toBeGreaterThan(0);
    },
  );

  it("is a task of the municipal bureau where its own can't be reached, which gets the digest as well", async () => {
    const city = await cityWith({ [POLICE]: [], [BUREAU]: [] });
    await sweeps(city, at("09-08", "10:00"), at("09-25", "10:00"));
    expect(
      new Set(city.sent.map(({ notice }) => `${notice.content.kind} → ${notice.recipient.address}`)),
    ).toEqual(
      new Set([
        `address-failed → ${CITY_MAIL}`,
        `digest → ${CITY_MAIL}`,
        "files-receipt → clerk@yinan-court.example.org",
      ]),
    );
  });

  it("is counted, and its notice stays owed, where no bureau at all can be reached", async () => {
    const city = await cityWith({ [POLICE]: [], [BUREAU]: [], [CITY_BUREAU]: [] });
    expect(await sweeps(city, at("09-08", "10:00"), at("09-08", "12:00"))).toBe(3);
    expect(city.sent).toEqual([]);
    expect(issuedIn(city)).toEqual([]);
    await correct(city, { [CITY_BUREAU]: [legal(CITY_MAIL)] });
    await sweeps(city, at("09-08", "13:00"), at("09-08", "17:00"));
    expect(mails(city)).toEqual([`address-failed → ${CITY_MAIL}`]);
  });

  it("gets what is owed still within an hour of its address being there, and isn't called late with what it couldn't know", async () => {
    const city = await cityWith({ [POLICE]: [] });
    await sweeps(city, at("09-08", "10:00"), at("09-14", "10:00"));
    const before = mails(city).length;
    expect(new Set(mails(city))).toEqual(new Set(["address-failed → yingsu@yinan-justice.example.org"]));
    expect(daysAsked(city)).toHaveLength(before);

    await correct(city, { [POLICE]: [legal("fazhi@yinan-police.example.org")] });
    await sweeps(city, at("09-14", "11:00"), at("09-14", "11:00"));
    expect(mails(city).slice(before)).toEqual(["hearing-notice → fazhi@yinan-police.example.org"]);
    expect(await sweeps(city, at("09-14", "12:00"), at("09-15", "18:00"))).toBe(0);
    // Told on the 14th of a report due on the 11th, it has until the 15th.
    expect(mails(city).filter((mail) => mail.startsWith("report-overdue"))).toEqual([]);
    await sweeps(city, at("09-16", "08:00"), at("09-17", "10:00"));
    expect(mails(city).filter((mail) => mail.startsWith("report-overdue"))).toHaveLength(1);
    expect(mails(city).filter((mail) => mail.startsWith("hearing-notice"))).toHaveLength(1);
  });

  it("is urged by no bureau that can't be reached: that is counted, and the letter waits for one that can stop it", async () => {
    const city = await cityWith({});
    await sweeps(city, at("09-08", "10:00"), at("09-11", "18:00"));
    const known = await city.directory.organisation(CITY_BUREAU);
    await correct(city, { [BUREAU]: [], [CITY_BUREAU]: [] });
    expect(await sweeps(city, at("09-14", "08:00"), at("09-16", "18:00"))).toBeGreaterThan(0);
    const urged = () => mails(city).filter((mail) => mail.startsWith("report-overdue"));
    expect(urged()).toEqual([]);
    await correct(city, { [CITY_BUREAU]: known?.contacts ?? [] });
    await sweeps(city, at("09-17", "08:00"), at("09-17", "18:00"));
    expect(urged()).toEqual([]);
    await sweeps(city, at("09-18", "08:00"), at("09-18", "10:00"));
    expect(urged()).toEqual(["report-overdue → fazhi@yinan-police.example.org"]);
  });

  it("at night waits for the morning, and for no morning that would be too late", async () => {
    const city = await cityWith({ [POLICE]: [] });
    const tried = async (from: string, to: string) => sweeps(city, at("09-08", from), at("09-08", to));
    expect(await tried("10:00", "17:00")).toBe(8);
    expect(await tried("18:00", "23:00")).toBe(0);
    expect(await sweeps(city, at("09-23", "18:00"), at("09-24", "08:00"))).toBeGreaterThan(10);
  });
});

describe("an act at the desk that is owed to somebody who can't be reached", () => {
  it("is done, is the municipal bureau's task, and is told to whoever watches", async () => {
    const city = await cityWith({ [BUREAU]: [] });
    const token = mailTo(city, "fazhi@yinan-police.example.org", "hearing-notice");
    const page = await (await city.visit(token)).text();
    const answer = await city.visit(token, { ...values(page), ...REPORT });
    expect(answer.status).toBe(303);
    expect(city.notReached).toMatchObject([{ kind: "report-received", name: "沂南县司法局" }]);
    expect(mails(city)).toContain(`address-failed → ${CITY_MAIL}`);
  });
});

describe("a file that comes back to a court without an address", () => {
  it("goes to its bureau in its place, with the task", async () => {
    const city = await cityWith({ [COURT]: [] });
    const object = await city.lay(COURT_FOLDER, "empty.txt", new Uint8Array());
    const { outcome, unreached } = await takeIn(city.intake, object, RULES);
    await city.mail();
    expect(outcome).toBe("rejected");
    expect(unreached).toEqual([
      { kind: "document-rejected", name: "沂南县人民法院" },
      // Nor does it get the line of its daily receipt.
      { kind: "files-receipt", name: "沂南县人民法院" },
    ]);
    expect(mails(city)).toEqual(
      expect.arrayContaining([
        "document-rejected → yingsu@yinan-justice.example.org",
        "address-failed → yingsu@yinan-justice.example.org",
      ]),
    );
  });
});

describe("a court without an address that hasn't sent its ledger", () => {
  it("is reminded once there is one; until then its bureau has the task, once", async () => {
    const city = memoryCity(at("08-31", "17:00"));
    await city.upload(DIRECTORY);
    await correct(city, { [COURT]: [] });
    await openDuties(city, { month: "2026-08" as Month, now: at("09-01"), rules: RULES });
    await sweeps(city, at("09-01", "10:00"), at("09-02", "10:00"));
    const ledgerMails = () => mails(city).filter((mail) => /yinan/.test(mail));
    expect(ledgerMails()).toEqual(["address-failed → yingsu@yinan-justice.example.org"]);
    await correct(city, {
      [COURT]: [{ role: "clerk", name: "马超", email: "clerk@yinan-court.example.org" }],
    });
    await sweeps(city, at("09-02", "11:00"), at("09-02", "16:00"));
    expect(ledgerMails().slice(1)).toEqual(["ledger-due → clerk@yinan-court.example.org"]);
  });
});

describe("a mail that comes back", () => {
  it("from the bureau itself is a task of the municipal one, and counted", async () => {
    const city = await cityWith({});
    await city.until(at("09-09", "10:00"));
    const digest = city.sent.find(({ notice }) => notice.recipient.address === BUREAU_DUTY);
    if (digest === undefined) throw new Error("the bureau has had no mail");
    const { subject, id } = digest.notice;
    const feedback = { subject, id, at: at("09-09", "10:05"), became: "bounced" } as const;
    expect(await settleFeedback(city, feedback, RULES)).toEqual({ outcome: "settled", unreached: 1 });
    await city.mail();
    expect(mails(city)).toContain(`address-failed → ${CITY_MAIL}`);
  });
});

describe("a mail that its carrier won't take", () => {
  it("is told to a person once, whichever sweeps come after", async () => {
    const city = await cityWith({});
    await city.until(at("09-09", "10:00"));
    const digest = city.sent.find(({ notice }) => notice.recipient.address === BUREAU_DUTY) ?? expect.fail();
    const key = keyOf(digest.notice.subject, digest.notice.id);
    const stored = city.table.notices.get(key) ?? expect.fail();
    city.table.notices.set(key, { ...stored, state: "failed", dueAt: at("09-09", "10:00") });
    const failures: number[] = [];
    for (const time of ["11:00", "12:00", "13:00"])
      failures.push((await sweep(city, at("09-09", time), RULES)).counts.failedMails);
    expect(failures).toEqual([1, 0, 0]);
    await city.mail();
    expect(mails(city).filter((mail) => mail === `address-failed → ${CITY_MAIL}`)).toHaveLength(1);
  });
});

describe("a bulletin", () => {
  it("asks each bureau once for all the addresses it lacks", async () => {
    const city = memoryCity(at("10-01", "08:00"));
    await city.upload(DIRECTORY);
    await correct(city, { [POLICE]: [], "yinan-jiehu": [], [COURT]: [] });
    await city.put(
      COURT_FOLDER,
      "record.txt",
      recordText("被告负责人：龙涛，副局长，到庭。"),
      at("09-24", "12:00"),
    );
    const ports = {
      ...city,
      frozenRows: frozenRowsIn(city.files),
      sha256: (text: string) => text.slice(0, 20),
    };
    const when = { month: "2026-09" as Month, now: at("10-09", "10:00"), rules: RULES };
    const { unreached } = await signAndIssue(ports, when);
    await city.mail();
    // The quarter closes as well: two editions, each counted.
    expect(unreached).toHaveLength(6);
    expect(new Set(unreached.map(({ name }) => name)).size).toBe(3);
    const tasks = city.sent.filter(
      ({ notice }) => notice.content.kind === "address-failed" && notice.subject.of === "bulletin",
    );
    expect(tasks.map(({ notice }) => notice.recipient.address)).toEqual([BUREAU_DUTY]);
  });
});

describe("a paper that a person must look at, where its bureau can't be reached", () => {
  const doubtful = async (city: Awaited<ReturnType<typeof cityWith>>) => {
    await city.until(at("09-24", "16:00"));
    const text = recordText("出庭负责人：龙涛，党委委员。");
    const { unreached } = await takeIn(city.intake, await city.lay(COURT_FOLDER, "record.txt", text), RULES);
    await city.mail();
    return unreached;
  };

  it("is looked at by the municipal one, which has the task of the address too; and it is counted", async () => {
    const city = await cityWith({ [BUREAU]: [] });
    const unreached = await doubtful(city);
    expect(unreached).toContainEqual({ kind: "document-review", name: "沂南县司法局" });
    expect(mails(city)).toEqual(
      expect.arrayContaining([`document-review → ${CITY_MAIL}`, `address-failed → ${CITY_MAIL}`]),
    );
    const page = await city.visit(mailTo(city, CITY_MAIL, "document-review"));
    expect(page.status).toBe(200);
    expect(await page.text()).toContain("党委委员");
  });

  it("is counted where no bureau at all can be reached: an alarm, not silence", async () => {
    const city = await cityWith({ [BUREAU]: [], [CITY_BUREAU]: [] });
    expect(await doubtful(city)).toContainEqual({ kind: "document-review", name: "沂南县司法局" });
  });

  const review = (city: Awaited<ReturnType<typeof cityWith>>, address: string) => {
    const found = city.sent.find(
      ({ notice: { content, recipient } }) =>
        content.kind === "document-review" && recipient.address === address,
    );
    if (found === undefined) throw new Error(`no review went to ${address}`);
    return found.notice;
  };
  const bounced = async (city: Awaited<ReturnType<typeof cityWith>>, address: string) => {
    const { subject, id } = review(city, address);
    const feedback = { subject, id, at: at("09-24", "16:05"), became: "bounced" } as const;
    const { unreached } = await settleFeedback(city, feedback, RULES);
    await settleFeedback(city, feedback, RULES);
    await city.mail();
    return unreached;
  };

  it("goes to its next contact when the mail comes back, then to the municipal one, each once", async () => {
    const second: Contact = { role: "clerk", name: "赵敏", email: BUREAU_MAIL };
    const first: Contact = { role: "duty", name: "值班", email: BUREAU_DUTY };
    const city = await cityWith({ [BUREAU]: [first, second] });
    await doubtful(city);
    const reviews = () => mails(city).filter((mail) => mail.startsWith("document-review"));
    expect(await bounced(city, BUREAU_DUTY)).toBe(1);
    expect(reviews()).toEqual([BUREAU_DUTY, BUREAU_MAIL].map((to) => `document-review → ${to}`));
    expect(await bounced(city, BUREAU_MAIL)).toBe(1);
    expect(reviews().slice(2)).toEqual([`document-review → ${CITY_MAIL}`]);
    // Nobody is left then: counted.
    expect(await bounced(city, CITY_MAIL)).toBe(1);
    expect(reviews()).toHaveLength(3);
  });
});
