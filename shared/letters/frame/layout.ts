/** Lays a letter out for a mail: as plain text and as a web page that say the same. */
import type { FramedLetter, LabelledFact } from "./letter.ts";
import { oneLine } from "./one-line.ts";
import { webPage } from "./web-page.ts";

/** Both layouts of a letter. */
export function layOut(letter: FramedLetter): { readonly text: string; readonly html: string } {
  const clean = cleaned(letter);
  return { text: plainText(clean), html: webPage(clean) };
}

/** Every string of the letter on one line, so that nothing read from a file can add a line of its own. */
function cleaned<T>(value: T): T {
  if (typeof value === "string") return oneLine(value) as T;
  if (Array.isArray(value)) return value.map(cleaned) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, each]) => [key, cleaned(each)])) as T;
}

function plainText({
  sender,
  number,
  title,
  about,
  salutation,
  asks,
  link,
  subscription,
  body,
  date,
  footnotes,
}: FramedLetter): string {
  const paragraphs = [
    `${sender}\n${number}`,
    about === undefined ? title : `${title}\n${about}`,
    asks.map((ask) => `▶ ${labelled(ask, "  ")}`).join("\n"),
    link === undefined ? "" : `${link.label}：\n${link.href}\n（${link.note}）`,
    salutation,
    ...body.map((block) => {
      switch (block.type) {
        case "paragraph":
          return `　　${block.text}`;
        case "heading":
          return `【${block.text}】`;
        case "facts":
          return block.facts.map((each) => labelled(each, "　　")).join("\n");
        case "list":
          return block.items.map((item, index) => `${index + 1}. ${item}`).join("\n");
        case "tasks":
          return block.items
            .map(({ text, label, href }, index) =>
              href === undefined ? `${index + 1}. ${text}` : `${index + 1}. ${text}\n${label}：\n${href}`,
            )
            .join("\n");
        case "grid":
          return [block.caption, ...block.rows.map((row) => gridRow(block.columns, row))].join("\n");
        default:
          return block satisfies never;
      }
    }),
    subscription === undefined
      ? ""
      : `${subscription.label}：\n${subscription.href}\n（${subscription.note}）`,
    `　　　　　　　　${sender}\n　　　　　　　　${date}`,
    `----\n${footnotes.join("\n")}`,
  ];
  return `${paragraphs.filter((each) => each !== "").join("\n\n")}\n`;
}

function labelled({ label, value, notes = [] }: LabelledFact, indent: string): string {
  return [`${label}：${value}`, ...notes.map((note) => `${indent}${note}`)].join("\n");
}

/** 一审：开庭 30，出庭 27，出庭率 90.00%. */
function gridRow([, ...columns]: readonly string[], [name, ...cells]: readonly string[]): string {
  return `${name}：${cells.map((cell, index) => `${columns[index]} ${cell}`).join("，")}`;
}
