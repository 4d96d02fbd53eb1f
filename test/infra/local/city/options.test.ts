import { describe, expect, it } from "vitest";
import { optionsOf } from "../../../../infra/local/city/options.ts";
import { languageOf } from "../../../../infra/local/city/words/language.ts";

describe("the reader's language", () => {
  it.each<[string, Record<string, string>, string, "en" | "zh"]>([
    ["a Chinese LANG", { LANG: "zh_CN.UTF-8" }, "en-US", "zh"],
    ["Hong Kong's", { LANG: "zh_HK" }, "en-US", "zh"],
    ["zh alone", { LANG: "zh" }, "en-US", "zh"],
    ["an English LANG on a Chinese machine", { LANG: "en_GB.UTF-8" }, "zh-CN", "en"],
    ["LC_MESSAGES before LANG", { LC_MESSAGES: "zh_CN.UTF-8", LANG: "en_US.UTF-8" }, "en-US", "zh"],
    ["LC_ALL before both", { LC_ALL: "en_US.UTF-8", LC_MESSAGES: "zh_CN", LANG: "zh_CN" }, "zh-CN", "en"],
    ["an empty LC_ALL says nothing", { LC_ALL: "", LANG: "zh_CN.UTF-8" }, "en-US", "zh"],
    ["nothing named, as on Windows", {}, "zh-Hans-CN", "zh"],
    ["nothing named", {}, "de-DE", "en"],
    ["C says nothing of a language", { LANG: "C.UTF-8" }, "zh-CN", "zh"],
    ["POSIX neither", { LC_ALL: "POSIX" }, "en-US", "en"],
    ["a language that only begins so", { LANG: "zha_CN" }, "en-US", "en"],
  ])("is read from %s", (_, environment, system, expected) => {
    expect(languageOf(environment, system)).toBe(expected);
  });
});

describe("how npm start is called", () => {
  const setting = { environment: { LANG: "zh_CN.UTF-8" }, locale: "en-US", terminal: true };

  it("follows the machine, stays up before a person, and ends by itself elsewhere", () => {
    expect(optionsOf([], setting)).toEqual({ language: "zh", once: false });
    expect(optionsOf([], { ...setting, terminal: false })).toEqual({ language: "zh", once: true });
    expect(optionsOf(["--once"], setting)).toEqual({ language: "zh", once: true });
  });

  it("lets the person choose", () => {
    const args = ["--lang", "en", "--port", "8080", "--until", "2026-09-04", "--folder", "elsewhere"];
    expect(optionsOf(args, setting)).toEqual({
      language: "en",
      once: false,
      port: 8080,
      until: "2026-09-04T02:00:00.000Z",
      folder: "elsewhere",
    });
  });

  it.each([
    [["--lang", "fr"], "--lang fr"],
    [["--lang", "toString"], "--lang toString"],
    [["--quick"], "--quick"],
    [["now"], "now"],
    [["--port", "http"], "“http”不是端口号"],
    [["--port", "0"], "“0”不是端口号"],
    [["--port", "65536"], "“65536”不是端口号"],
    [["--port", "80.5"], "“80.5”不是端口号"],
    [["--until", "2026-09-31"], "“2026-09-31”不是演示中的日期"],
    [["--until", "2026-09-01"], "“2026-09-01”不是演示中的日期"],
    [["--until", "2026-10-10"], "“2026-10-10”不是演示中的日期"],
  ])("says in the reader's language what is wrong with %j, and how it is called", (args, said) => {
    const answer = optionsOf(args, setting);
    expect(answer).toMatchObject({ exitCode: 2, print: expect.stringContaining(said) });
    expect(answer).toMatchObject({ print: expect.stringContaining("用法：npm start") });
  });

  it("explains itself when asked", () => {
    const asked = { ...setting, environment: { LANG: "en_US.UTF-8" } };
    expect(optionsOf(["--help"], asked)).toMatchObject({
      exitCode: 0,
      print: expect.stringContaining("usage: npm start"),
    });
  });
});
