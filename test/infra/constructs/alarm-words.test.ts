/** Does an admin who reads Chinese know from an alarm's mail what is the matter, whom it hurts and what to do? */
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../../infra/config.ts";
import { resources, synthesise } from "../synthesise.ts";

const alarms = [config, linyiChina].flatMap((deployment) =>
  Object.entries(resources(synthesise(deployment), "AWS::CloudWatch::Alarm")),
);

describe("an alarm's mail", () => {
  it.each(alarms)("%s: what, what to do, whom it hurts, in Chinese and then in English", (_, alarm) => {
    const text: string = alarm.AlarmDescription;
    // CloudWatch takes no more.
    expect(text.length).toBeLessThanOrEqual(1024);
    const [chinese = "", english = "", ...more] = text.split("\n\n");
    expect(more).toEqual([]);
    expect(chinese).toMatch(/^【\p{Script=Han}+】.+。处理：.+。影响：.+。$/u);
    expect(english).toMatch(/^[\x20-\x7e]+\.$/);
  });

  it("is written for alarms that there are, and for no others", () => {
    const words = readFileSync("infra/constructs/alarm-words.ts", "utf8");
    const written = [...words.matchAll(/^\s+zh: "(.+)",$|\{ zh: "(.+?)", en/gm)].map(
      ([, one, other]) => one ?? other,
    );
    expect(written.length).toBeGreaterThan(25);
    for (const sentence of written)
      expect(
        alarms.some(([, { AlarmDescription }]) => AlarmDescription.includes(sentence)),
        sentence,
      ).toBe(true);
  });
});
