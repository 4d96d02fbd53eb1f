/**
 * A letter of the system (督办函) on paper, to be numbered, sealed and handed over: the same words as its mail, in the form of an
 * official letter. Its 发文字号 is given by the office that seals it.
 */
import type { Block, LabelledFact, Letter } from "../frame/letter.ts";
import type { Signatory } from "../frame/mail.ts";
import {
  items,
  type OfficialDocument,
  type Block as PaperBlock,
  paragraph,
} from "../office/official-document.ts";
import { BLANK_NUMBER, blank, sealed } from "./agency-paper.ts";

export interface LetterPaper {
  readonly letter: Letter;
  /** 应诉督办〔2026〕7Q3F-K2M9: by which the mail is known; absent where there is none. */
  readonly number?: string;
  readonly signer: Signatory;
  readonly addressee: string;
  /** The day of the letter, as printed; absent while it hasn't left. */
  readonly date?: string;
}

/** The letter as an official paper, with whom to ask under it. */
export function letterPaper({ letter, number, signer, addressee, date }: LetterPaper): OfficialDocument {
  const { name, contact, phone } = signer;
  const signed = sealed(name);
  return {
    masthead: name,
    number: BLANK_NUMBER,
    title: letter.title,
    addressee,
    body: [
      ...letter.asks.flatMap(factLines),
      ...letter.body.flatMap(blockLines),
      paragraph(
        `${contact ?? blank(5)}，电话${phone ?? blank(8)}${number === undefined ? "" : `，来电请报编号：${number}`}。`,
        "联系人：",
      ),
    ],
    signature: date === undefined ? signed : { ...signed, date },
  };
}

function factLines({ label, value, notes = [] }: LabelledFact): readonly PaperBlock[] {
  const [first = "", ...more] = value.split("\n");
  return [paragraph(first, `${label}：`), ...[...more, ...notes].map((line) => paragraph(line))];
}

function blockLines(block: Block): readonly PaperBlock[] {
  switch (block.type) {
    case "paragraph":
      return [paragraph(block.text)];
    case "heading":
      return [{ type: "heading", level: 1, text: block.text }];
    case "facts":
      return block.facts.flatMap(factLines);
    case "list":
      return items(...block.items);
    case "tasks":
      return items(...block.items.map(({ text }) => text));
    case "grid":
      return [
        {
          type: "table",
          caption: block.caption,
          columns: block.columns.map((title) => ({ title, width: 1 })),
          rows: block.rows,
        },
      ];
    default:
      return block satisfies never;
  }
}
