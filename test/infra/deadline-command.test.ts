import { describe, expect, it } from "vitest";
import { deadlineCommand } from "../../infra/cli/commands/deadline.ts";

const run = (line: string) => deadlineCommand(line.split(" "));
const json = async (line: string) => JSON.parse((await run(line)).stdout);

describe("the deadline command", () => {
  it("prints a report's deadline with exactly its keys", async () => {
    const { exitCode, stderr } = await run("report --served 2026-09-28 --hearing 2026-10-15T09:00");
    expect({ exitCode, stderr }).toEqual({ exitCode: 0, stderr: "" });
    const printed = await json("report --served 2026-09-28 --hearing 2026-10-15T09:00");
    expect(Object.keys(printed)).toEqual(["due", "hardDue", "provisional", "explanation"]);
    expect(printed).toMatchObject({
      due: "2026-10-08",
      hardDue: "2026-10-15T09:00:00+08:00",
      provisional: false,
      explanation: expect.arrayContaining([expect.stringContaining("行诉解释第48条")]),
    });
  });

  it("leaves hardDue out where there is none", async () => {
    expect(Object.keys(await json("report --served 2026-09-17"))).toEqual([
      "due",
      "provisional",
      "explanation",
    ]);
    expect((await json("report --served 2026-09-17")).due).toBe("2026-09-20");
  });

  it("counts a filing from the hearing, with or without an hour", async () => {
    for (const hearing of ["2026-09-24", "2026-09-24T09:00", "2026-09-24T23:59", "2026-09-24T09:00:00+08:00"])
      expect(await json(`filing --hearing ${hearing}`), hearing).toMatchObject({
        due: "2026-09-28",
        hardDue: "2026-09-28",
      });
  });

  it("counts a defence from the complaint, fifteen days, the last day of which rolls", async () => {
    const { due, hardDue, provisional, explanation } = await json("defence --served 2026-09-17");
    expect({ due, hardDue, provisional }).toEqual({
      due: "2026-10-08",
      hardDue: "2026-10-08",
      provisional: false,
    });
    expect(explanation).toContain("期间最后一日：2026-10-02。");
    expect(explanation.join("")).toContain("行政诉讼法第67条");
  });

  it("counts evidence as the defence, and says what follows from the law", async () => {
    const printed = await json("evidence --served 2026-09-17");
    expect(printed).toMatchObject({ due: "2026-10-08", hardDue: "2026-10-08", provisional: false });
    expect(printed.explanation.join("")).toContain("行政诉讼法第34条");
  });

  it.each([
    // Served on Friday the 4th: the last day to appeal is Sunday the 20th, a make-up working day; it takes effect on the 21st.
    ["--judgment 2026-09-04 --order-days 60", "2026-11-20", "2026-09-21裁判生效"],
    // A ruling: ten days, Monday the 14th; the 30th day from the 15th is the 15th of October.
    ["--judgment 2026-09-04 --order-days 30 --kind 裁定", "2026-10-15", "2026-09-15裁判生效"],
    // From the 15th ten days end on Friday the 25th, 中秋节; the days off go on until Sunday the 27th.
    ["--judgment 2026-09-04 --order-days 10 --kind ruling", "2026-09-28", "顺延：至2026-09-28"],
  ])("counts performance %s to %s", async (options, due, why) => {
    const printed = await json(`performance ${options}`);
    expect(printed).toMatchObject({ due, hardDue: due, provisional: false });
    expect(printed.explanation.join("")).toContain(why);
  });

  it.each([
    ["--served 2026-08-11", "2026-10-10"],
    ["--served 2026-08-11 --order-days 30", "2026-09-10"],
    ["--served 2026-08-11 --order-days 45", "2026-09-28"],
  ])("counts the answer to a suggestion %s to %s", async (options, due) => {
    expect(await json(`suggestion ${options}`)).toMatchObject({ due, provisional: false });
  });

  it.each([
    ["--judgment 2026-09-04", "2026-09-20", "15日内上诉"],
    ["--judgment 2026-09-04 --kind 判决", "2026-09-20", "15日内上诉"],
    ["--judgment 2026-09-04 --kind judgment", "2026-09-20", "15日内上诉"],
    ["--judgment 2026-09-04 --kind 裁定", "2026-09-14", "10日内上诉"],
    ["--judgment 2026-09-24 --kind ruling", "2026-10-08", "10日内上诉"],
  ])("counts an appeal %s to %s", async (options, due, rule) => {
    const printed = await json(`appeal ${options}`);
    expect(printed).toMatchObject({ due, hardDue: due, provisional: false });
    expect(printed.explanation[0]).toContain(rule);
  });

  it.each([
    ["", "report, filing, defence, evidence, appeal, performance, suggestion"],
    ["execution --served 2026-09-28", '"execution"'],
    ["performance --judgment 2026-09-28", "--order-days"],
    ["performance --judgment 2026-09-28 --order-days 0", '"0"'],
    ["performance --order-days 60", "--judgment"],
    ["performance --judgment 2026-09-28 --order-days 60 --kind 调解", '"调解"'],
    ["suggestion --served 2026-09-28 --kind 判决", "--kind is not for it"],
    ["suggestion --served 2026-09-28 --order-days soon", '"soon"'],
    ["evidence --judgment 2026-09-28", "--judgment is not for it"],
    ["toString --served 2026-09-28", '"toString"'],
    ["appeal --served 2026-09-28", "--served is not for it"],
    ["appeal", "--judgment"],
    ["appeal --judgment 2026-09-28 --kind 调解", '"调解"'],
    ["appeal --judgment 2026-13-01", '"2026-13-01"'],
    ["defence", "--served"],
    ["defence --served 2026-09-28 --hearing 2026-10-15", "--hearing is not for it"],
    ["report --served 2026-09-28 --kind 裁定", "--kind is not for it"],
    ["report", "--served"],
    ["report --served 2026-02-30", '"2026-02-30"'],
    ["report --served 2026-09-28 --hearing 2026-09-30T25:00", '"2026-09-30T25:00"'],
    ["report --served 2026-09-28 --hearing soon", '"soon"'],
    ["report --served 2026-09-28 --until 2026-09-30", "--until"],
    ["report 2026-09-28 --served 2026-09-28", "Too many words"],
    ["filing", "--hearing"],
    ["report --served 9999-12-31", "1990 to 2199"],
    ["filing --hearing 9999-12-31T09:00", "1990 to 2199"],
    ["report --served 0026-09-28", "check the year"],
    ["filing --served 2026-09-28 --hearing 2026-09-30", "--served is not for it"],
  ])("says what is wrong with %j and exits 2", async (line, said) => {
    const { exitCode, stdout, stderr } = await deadlineCommand(line === "" ? [] : line.split(" "));
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(said);
    expect(stderr).toContain("Usage:");
  });

  it.each([
    ["2026-09-16T09:00", "开庭早于收到传票"],
    ["2026-09-17T09:00", "收到传票当日即开庭"],
  ])("says what to do where the summons came too late for a hearing on %s", async (hearing, said) => {
    const { explanation } = await json(`report --served 2026-09-17 --hearing ${hearing}`);
    expect(explanation.join("")).toContain(said);
  });

  it("doesn't call a notice of long ago unpublished", async () => {
    const { provisional, explanation } = await json("report --served 1999-04-30");
    expect(provisional).toBe(true);
    expect(explanation.join("")).toContain("日历缺1999年节假日安排");
    expect(explanation.join("")).not.toContain("尚未公布");
  });
});
