import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SweepIncomplete, sweep } from "../../functions/deadline-sweep/sweep.ts";
import { sendNotice } from "../../functions/notice-mailer/send-notice.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { Change } from "../../shared/ports/change.ts";
import type { SendResult } from "../../shared/ports/mailer.ts";
import type { DueItem } from "../../shared/ports/records.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";
import { some } from "../support/some.ts";
import { aLine } from "../support/stored-things.ts";

const summons = new TextEncoder().encode(`沂南县人民法院
传票
案号：（2026）鲁1321行初77号
案由：行政处罚
原告：陈建
被告：沂南县公安局
传唤事由：开庭审理
应到时间：2026年9月24日上午9时00分
应到处所：本院第五审判庭
2026年9月7日
`);

async function cityWithCase(answer?: Parameters<typeof memoryCity>[1]) {
  const city = memoryCity(at("09-08"), answer);
  await city.upload(DIRECTORY);
  await city.put("courts/1321/inbox", "a.txt", summons);
  return city;
}

/** What a case's people have been told by the day of the hearing, whenever the sweep came by. */
async function toldBy(hours: readonly number[]): Promise<readonly string[]> {
  const city = await cityWithCase();
  for (const hour of hours) {
    const now = addMinutes(at("09-08"), hour * 60);
    const { failed } = await sweep(city, now, RULES);
    expect(failed).toEqual([]);
  }
  return [...city.table.notices.values()]
    .filter(({ notice }) => notice.subject.of === "case")
    .map(({ notice }) => `${notice.content.kind} ${notice.recipient.address}`)
    .toSorted();
}

describe("missed, repeated and late sweeps", () => {
  const everyHour = Array.from({ length: 24 * 16 }, (_, hour) => hour);

  it("twice an hour tells what once an hour tells", async () => {
    expect(await toldBy(everyHour.flatMap((hour) => [hour, hour]))).toEqual(await toldBy(everyHour));
  });

  it("an outage of a night changes nothing", async () => {
    const atNight = (hour: number) => hour % 24 >= 9 && hour % 24 <= 22;
    expect(await toldBy(everyHour.filter((hour) => !atNight(hour)))).toEqual(await toldBy(everyHour));
  });

  it("whatever was missed, nothing is told that an hourly sweep wouldn't tell, and nothing twice", async () => {
    const all = await toldBy(everyHour);
    await fc.assert(
      fc.asyncProperty(fc.uniqueArray(fc.constantFrom(...everyHour), { maxLength: 25 }), async (hours) => {
        const told = await toldBy(hours.toSorted((one, other) => one - other));
        expect(all).toEqual(expect.arrayContaining([...told]));
        expect(told.length).toBeLessThanOrEqual(all.length);
      }),
      { numRuns: 15 },
    );
  });
});

describe("an item that fails", () => {
  it("is named, and the others are looked at all the same", async () => {
    const city = await cityWithCase();
    const records = {
      ...city.records,
      async *due(jurisdiction: string, upTo: Instant): AsyncIterable<DueItem> {
        yield { entity: "case", caseNumber: "（2026）鲁1321行初999号" as never };
        yield* city.records.due(jurisdiction, upTo);
      },
      caseFile: async (number: Parameters<typeof city.records.caseFile>[0]) => {
        if (number.includes("999")) throw new TypeError("a row that can't be read");
        return city.records.caseFile(number);
      },
    };
    const { failed, counts } = await sweep({ ...city, records }, at("09-10"), RULES);
    expect(failed).toEqual([
      { item: "（2026）鲁1321行初999号", fault: "TypeError", detail: "a row that can't be read" },
    ]);
    expect(new SweepIncomplete(failed).message).toBe(
      "1 due items failed, first: （2026）鲁1321行初999号: TypeError: a row that can't be read",
    );
    expect(counts.notices).toBeGreaterThan(0);
  });
});

describe("a run that has no time for everything", () => {
  const NUMBERS = Array.from({ length: 30 }, (_, index) => 101 + index);
  async function cityWithMany() {
    const city = memoryCity(at("09-08"));
    await city.upload(DIRECTORY);
    const text = new TextDecoder().decode(summons);
    for (const number of NUMBERS) {
      const own = new TextEncoder().encode(text.replace("77号", `${number}号`));
      await city.put("courts/1321/inbox", `${number}.txt`, own);
    }
    return city;
  }
  /** Letters of cases, and what digests say, in however many mails. */
  const toldIn = ({ table }: Awaited<ReturnType<typeof cityWithMany>>) =>
    [...table.notices.values()]
      .flatMap(({ notice: { id, content, recipient } }) =>
        "lines" in content
          ? content.lines.map((line) => `${recipient.address} ${JSON.stringify(line)}`)
          : [id],
      )
      .toSorted();
  const NOW = at("09-10", "12:00");

  it("leaves the rest to the next, which comes to the same as one run", async () => {
    const [whole, partly] = await Promise.all([cityWithMany(), cityWithMany()]);
    const { counts: all } = await sweep(whole, NOW, RULES);
    let begun = 0;
    const first = await sweep(partly, NOW, RULES, () => begun++ < 7);
    expect(first.counts).toMatchObject({ left: all.looked - first.counts.looked });
    expect(first.counts.left).toBeGreaterThan(0);
    const second = await sweep(partly, NOW, RULES);
    expect(second.counts.left).toBe(0);
    expect(toldIn(partly)).toEqual(toldIn(whole));
  });

  it("folds the digests of the day all the same", async () => {
    const city = await cityWithMany();
    const { counts } = await sweep(city, NOW, RULES, () => false);
    const digests = [...city.table.notices.values()].filter(({ notice }) => notice.content.kind === "digest");
    expect(counts.left).toBeGreaterThan(0);
    expect(digests.length).toBeGreaterThan(0);
    expect(city.table.lines.size).toBe(0);
  });
});

describe("a digest that can't be written", () => {
  it("is named, and the others are written all the same", async () => {
    const city = memoryCity(at("09-08"));
    await city.upload(DIRECTORY);
    const now = at("09-09", "09:00");
    const bureaus = ["linyi-justice", "yinan-justice", "lanshan-justice"];
    const lines = bureaus.map((bureau) => {
      const line = aLine(`line of ${bureau}`, now);
      return {
        ...line,
        recipient: {
          ...line.recipient,
          organisation: bureau as OrganisationId,
          address: `${bureau}@example.org`,
        },
      };
    });
    await city.records.commit({ token: "lines", lines });
    const records = {
      ...city.records,
      commit: async (change: Change) => {
        if (change.notices?.some(({ recipient }) => recipient.organisation === "yinan-justice"))
          throw new RangeError("an item that is too large");
        return city.records.commit(change);
      },
    };
    const { failed } = await sweep({ ...city, records }, now, RULES);
    expect(failed).toEqual([
      { item: "digest of yinan-justice", fault: "RangeError", detail: "an item that is too large" },
    ]);
    const written = [...city.table.notices.values()].map(({ notice }) => notice.recipient.organisation);
    expect(written.toSorted()).toEqual(["lanshan-justice", "linyi-justice"]);
  });
});

describe("a mail that can't be delivered", () => {
  const refusing = (result: SendResult) => (mail: { readonly to: string }) =>
    mail.to === "fazhi@yinan-police.example.org" ? result : undefined;

  it("refused for good is a task for the bureau, once", async () => {
    const city = await cityWithCase(refusing({ sent: false, passing: false, reason: "550 no such user" }));
    await city.until(at("09-08", "17:00"));
    const tasks = city.sent.filter(({ notice }) => notice.content.kind === "address-failed");
    expect(tasks.map(({ notice }) => notice.recipient.address)).toEqual(["yingsu@yinan-justice.example.org"]);
    expect(tasks[0]?.notice.content).toMatchObject({
      address: "fazhi@yinan-police.example.org",
      cause: "failed",
    });
  });

  it("refused for the moment is tried again, until the relay takes it", async () => {
    let refusals = 2;
    const city = await cityWithCase((mail) =>
      mail.to === "fazhi@yinan-police.example.org" && refusals-- > 0
        ? { sent: false, passing: true, reason: "451 try later" }
        : undefined,
    );
    await city.until(at("09-08", "17:00"));
    const mails = city.sent.filter(
      ({ notice }) => notice.recipient.address === "fazhi@yinan-police.example.org",
    );
    expect(mails.map(({ notice }) => notice.content.kind)).toEqual(["hearing-notice"]);
    expect(city.sent.some(({ notice }) => notice.content.kind === "address-failed")).toBe(false);
  });

  it("whose fate stays unknown is tried five times, then a person is told", async () => {
    let attempts = 0;
    const city = await cityWithCase((mail) => {
      if (mail.to !== "head@yinan-police.example.org") return undefined;
      attempts += 1;
      throw new Error("connection lost after DATA");
    });
    await city.until(at("09-09", "17:00"));
    expect(attempts).toBe(5);
    const tasks = city.sent.filter(({ notice }) => notice.content.kind === "address-failed");
    expect(tasks.map(({ notice }) => notice.content)).toMatchObject([
      { address: "head@yinan-police.example.org", cause: "ambiguous" },
    ]);
  });
});

describe("a carrier that is down for days", () => {
  const DOWN: SendResult = { sent: false, passing: true, reason: "454 try later" };
  /** A city whose carrier takes nothing between two instants. */
  async function withOutage(from: Instant, to: Instant) {
    const times: { now?: () => Instant } = {};
    const city = await cityWithCase(() => {
      const now = times.now?.();
      return now !== undefined && now >= from && now < to ? DOWN : undefined;
    });
    times.now = () => city.now;
    return city;
  }

  const dropped = (city: Awaited<ReturnType<typeof cityWithCase>>) =>
    [...city.table.notices.values()].flatMap(({ notice, state }) =>
      state === "dropped" ? [notice.content.kind] : [],
    );

  it("is not followed by a reminder of a hearing that is over: it is dropped, and the bureau telephones", async () => {
    // The hearing is on 24 September, 09:00; its reminder of the day before meets the outage.
    const city = await withOutage(at("09-22", "08:00"), at("09-24", "11:00"));
    await city.until(at("09-25", "12:00"));
    const late = city.sent.filter(({ at: sentAt }) => sentAt >= at("09-24", "11:00"));
    expect(late.map(({ notice }) => notice.content.kind)).not.toContain("hearing-reminder");
    expect(late.map(({ subject }) => subject).filter((subject) => subject.includes("明天"))).toEqual([]);
    const told = late.filter(({ notice: { content } }) => content.kind === "address-failed");
    expect(told.length).toBeGreaterThan(0);
    for (const { notice, subject } of some(told)) {
      expect(notice.content).toMatchObject({ cause: "too-late" });
      expect(subject).toContain("没有及时发给");
      expect(notice.recipient.address).toBe("yingsu@yinan-justice.example.org");
    }
    expect(dropped(city)).toHaveLength(told.length);
  });

  it("lets a reminder out that is still of use, with the days as they are then", async () => {
    const city = await withOutage(at("09-21", "08:00"), at("09-23", "07:00"));
    await city.until(at("09-23", "12:00"));
    const reminders = city.sent.filter(({ notice }) => notice.content.kind === "hearing-reminder");
    expect(reminders.length).toBeGreaterThan(0);
    for (const { at: sentAt, subject } of some(reminders))
      if (sentAt >= at("09-23", "00:00")) expect(subject).toContain("明天");
  });

  it("sends no reminder of a report beside the letter that urges it", async () => {
    const city = await withOutage(at("09-10", "00:00"), at("09-18", "08:00"));
    await city.until(at("09-18", "17:00"));
    const agency = city.sent.filter(
      ({ at: sentAt, notice }) =>
        sentAt > at("09-09") && notice.recipient.address === "fazhi@yinan-police.example.org",
    );
    expect(agency.map(({ notice }) => notice.content.kind)).toEqual(["report-overdue"]);
    expect(dropped(city)).toEqual(["report-due"]);
  });

  it("sends no two stages of one 督办 side by side, nor two reminders of one ledger", async () => {
    const city = await withOutage(at("09-29", "18:00"), at("10-16", "08:00"));
    await city.until(at("10-16", "17:00"));
    const late = city.sent.filter(({ at: sentAt }) => sentAt >= at("10-16"));
    const overdue = late.filter(({ notice: { content } }) => content.kind === "filing-overdue");
    expect(overdue.map(({ notice }) => notice.step?.key)).toEqual(["filing:1:3:沂南县公安局"]);
    // Since the 28th of September, as of today.
    expect(overdue[0]?.subject).toMatch(/逾期18日/);
    const reminded = late.filter(({ notice: { content } }) => content.kind === "ledger-due");
    const courts = reminded.map(({ notice }) => notice.recipient.organisation);
    expect(new Set(courts).size).toBe(courts.length);
    expect(courts.length).toBeGreaterThan(0);
  });
});

describe("a mail that can't be made", () => {
  it("was no sending: it waits for whatever is broken, however long, and goes out then", async () => {
    const city = await cityWithCase();
    await city.until(at("09-08", "12:00"));
    const [first] = [...city.table.notices.values()];
    const waiting = { ...first, state: "pending", attempts: 0 } as NonNullable<typeof first>;
    const id = `${waiting.notice.id}X` as typeof waiting.notice.id;
    await city.outbox.add({ ...waiting.notice, id }, city.now);
    const { outbox, files } = city;
    const mailer = { send: () => Promise.reject(new Error("never asked")) };
    const ports = {
      outbox,
      files,
      mailer,
      sender: { name: "临沂市司法局", address: "yingsu@linyi.example.org" },
      linkLives: RULES.policy.links,
      linkAddress: () => Promise.reject(new Error("no keys")),
    };
    for (let time = 0; time < 10; time++)
      await expect(sendNotice(ports, waiting.notice.subject, id, city.now)).rejects.toThrow("no keys");
    expect(await city.outbox.item(waiting.notice.subject, id)).toMatchObject({
      state: "pending",
      attempts: 0,
    });
  });
});
