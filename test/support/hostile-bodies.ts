/** What a program sends that means harm, or no form of ours ever had: bodies for whatever address takes forms. */

type Body = () => {
  readonly body: NonNullable<RequestInit["body"]>;
  readonly headers?: Record<string, string>;
};

const FORM = { "Content-Type": "application/x-www-form-urlencoded" };
const text =
  (body: string): Body =>
  () => ({ body, headers: FORM });

/** By what each is. */
export const HOSTILE_BODIES: readonly (readonly [string, Body])[] = [
  ["more than 64 KB", () => ({ body: new URLSearchParams({ do: "submit", by: "长".repeat(22_000) }) })],
  [
    "ten thousand fields",
    text(Array.from({ length: 10_000 }, (_, index) => `${index.toString(36)}=`).join("&")),
  ],
  ["a NUL in names and values", text("do%00=submit&do=sub%00mit&by=%00&own%00=yes")],
  ["fields twice", text("do=submit&do=preview&by=%E6%9D%8E&by=%E7%8E%8B&own=yes&own=no")],
  [
    "names of the language's own",
    text("__proto__=x&constructor=x&__proto__[do]=submit&toString=x&hasOwnProperty=x"),
  ],
  ["broken escapes and half characters", text("do=%E6%9D&by=%ZZ&%=%&=&==&text=%ED%A0%80")],
  [
    "a file where a text belongs",
    () => {
      const body = new FormData();
      body.set("do", new File(["submit"], "submit.html", { type: "text/html" }));
      body.set("by", new File(["x"], "../../by"));
      return { body };
    },
  ],
  ["JSON", () => ({ body: '{"do":"submit"}', headers: { "Content-Type": "application/json" } })],
  [
    "parts without an end",
    () => ({ body: "--x\r\n", headers: { "Content-Type": "multipart/form-data; boundary=x" } }),
  ],
  ["nothing", () => ({ body: "" })],
];
