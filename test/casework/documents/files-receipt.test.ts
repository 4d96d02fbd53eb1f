/** What is a court told of the files it has sent, and how does it reach it (收件回执)? */
import { describe, expect, it } from "vitest";
import { documentRecord } from "../../../shared/casework/documents/answers.ts";
import { fileNews, withReceipt } from "../../../shared/casework/documents/files-receipt.ts";
import { aNotice, opening } from "../../support/stored-things.ts";
import { arriving, CASE, COUNTY, COURT, silent } from "./papers.ts";

describe("what a court's file came to (收件回执)", () => {
  const record = (kind: string) => documentRecord(arriving(), { state: "read", kind, caseNumbers: [CASE] });
  const news = (change: object, outcome: "read" | "needs-review" | "rejected" = "read") =>
    fileNews(arriving(), { changes: [{}, change], outcome });
  const letter = (kind: string, name: string) =>
    aNotice(kind, {
      content: { kind } as never,
      recipient: { ...aNotice().recipient, organisationName: name },
    });

  it.each<[string, object, "read" | "needs-review" | "rejected", object | undefined]>([
    ["turned away", {}, "rejected", { type: "file-rejected", file: "传票.pdf" }],
    [
      "looked at",
      { document: record("summons") },
      "needs-review",
      { type: "file-in-review", file: "传票.pdf", kind: "summons" },
    ],
    [
      "looked at, of whatever kind",
      {},
      "needs-review",
      { type: "file-in-review", file: "传票.pdf", kind: "other" },
    ],
    ["known already", {}, "read", { type: "file-known", file: "传票.pdf" }],
    ["an archive, whose files are told of each", { document: record("archive") }, "read", undefined],
  ])("is that it was %s", (_, change, outcome, expected) => {
    expect(news(change, outcome)).toEqual(expected);
  });

  it("is in which cases it stands, whom it brought a letter to, once each, and whom nobody knows", () => {
    const { file } = opening();
    const respondents = [...file.respondents, { name: "某某局" }];
    const notices = [
      letter("hearing-notice", "甲局"),
      letter("hearing-notice", "甲局"),
      letter("address-failed", "乙局"),
    ];
    const coming = [letter("court-note", "丙局")];
    const cases = [{ ...opening(), file: { ...file, respondents } }];
    expect(news({ document: record("summons"), notices, coming, cases })).toEqual({
      type: "file-registered",
      file: "传票.pdf",
      kind: "summons",
      cases: [CASE],
      told: ["甲局", "丙局"],
      unknown: ["某某局"],
    });
    for (const kind of ["hearing-changed", "appearance-notice", "filing-asked"])
      expect(news({ document: record("summons"), notices: [letter(kind, "甲局")] })).toMatchObject({
        told: ["甲局"],
      });
  });

  it("is of a ledger what was taken in", () => {
    const received = { type: "ledger-received", court: COURT.name };
    const lines = ["case-closed", "ledger-received"].map((type) => ({
      line: { news: type === received.type ? received : { type } },
    }));
    expect(news({ document: record("case-ledger"), lines })).toEqual(received);
    expect(news({ document: record("summons"), lines })).toMatchObject({ type: "file-registered" });
    expect(news({ document: record("case-ledger") })).toMatchObject({ type: "file-registered" });
  });

  it("is a line of the receipt it gets once a working day", () => {
    const known = { type: "file-known", file: "传票.pdf" } as const;
    const settled = {
      changes: [{ notices: [aNotice()] }, { document: record("summons") }],
      outcome: "read",
    } as const;
    const { changes } = withReceipt(arriving(), settled, known);
    expect(changes).toMatchObject([
      { notices: [{}] },
      {
        document: {},
        lines: [
          {
            subject: { of: "document", sha256: "sha" },
            recipient: { address: "court@court.example.org" },
            audience: "court",
            signer: { organisation: COUNTY.id },
            line: { news: known },
          },
        ],
      },
    ]);
    for (const source of [{ folder: "bureaus" as const }, { uploader: undefined }])
      expect(withReceipt(arriving(source), settled, known)).toBe(settled);
    expect(withReceipt(arriving(), settled, undefined)).toBe(settled);
    const unknown = { kind: "hearing-notice", name: "甲局" } as const;
    expect(
      withReceipt(arriving({ uploader: silent(COURT) }), { ...settled, unreached: [unknown] }, known),
    ).toEqual({
      ...settled,
      unreached: [unknown, { kind: "files-receipt", name: COURT.name }],
    });
  });
});
