import { describe, expect, it } from "vitest";
import { Screen } from "../../../../infra/local/city/screen.ts";

const written = (isTTY: boolean, columns: number, work: (screen: Screen) => void): string => {
  let text = "";
  work(new Screen({ isTTY, columns, write: (more) => (text += more) }, false));
  return text;
};

describe("a status below the lines", () => {
  const both = (screen: Screen) => {
    screen.status("10:00");
    screen.line("a letter");
    screen.status("");
    screen.line("the end");
  };

  it("makes room for each line on a terminal, and is gone when it is taken away", () => {
    expect(written(true, 80, both)).toBe("\r\u001b[2K10:00\r\u001b[2Ka letter\n10:00\r\u001b[2Kthe end\n");
  });

  it("leaves no trace in a file", () => {
    expect(written(false, 80, both)).toBe("a letter\nthe end\n");
  });

  it("never wraps, counting a Chinese character for two columns", () => {
    expect(written(true, 10, (screen) => screen.status("n 下一天结束"))).toBe("\r\u001b[2Kn 下一天");
    expect(written(true, 10, (screen) => screen.status("next day, end"))).toBe("\r\u001b[2Knext day,");
  });
});
