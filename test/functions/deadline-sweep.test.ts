import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { SweepIncomplete, sweep } from "../../functions/deadline-sweep/sweep.ts";
import { DIRECTORY } from "../../infra/local/city/scenario.ts";
import { addMinutes, type Instant } from "../../shared/domain/time/time.ts";
import type { SendResult } from "../../shared/ports/mailer.ts";
import type { DueItem } from "../../shared/ports/records.ts";
import { at, RULES } from "../support/case-builders.ts";
import { memoryCity } from "../support/memory-city.ts";

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
