/** How long it takes to sign a link and to check one: each page is shown only after a check. */
import { caseNumber } from "../../shared/domain/court/case-number.ts";
import type { Link } from "../../shared/domain/notices/frame/link-target.ts";
import type { OrganisationId } from "../../shared/domain/organisations/directory.ts";
import { addMinutes } from "../../shared/domain/time/time.ts";
import { readLink, signLink } from "../../shared/links/token.ts";
import { at } from "../support/case-builders.ts";
import type { Measurement } from "./run.ts";

const TIMES = 20_000;

export async function links(): Promise<readonly Measurement[]> {
  const now = at("09-08");
  const keys = { current: "first", keys: { first: "k".repeat(64) } };
  const link: Link = {
    task: "report",
    caseNumber: caseNumber("（2026）鲁1321行初23号"),
    respondent: "沂南县公安局",
    recipient: "yinan-police" as OrganisationId,
    expires: addMinutes(now, 60),
    nonce: "7Q3FK2M9ABCDE",
  };
  const token = signLink(link, keys);
  const forged = `${token.slice(0, -1)}x`;
  return [
    measure("a link is signed", () => signLink(link, keys)),
    measure("a link is checked", () => readLink(token, keys, now)),
    measure("a forged link is refused", () => readLink(forged, keys, now)),
  ];
}

function measure(what: string, work: () => unknown): Measurement {
  for (let warm = 0; warm < 2_000; warm++) work();
  const started = performance.now();
  for (let time = 0; time < TIMES; time++) work();
  return { what, value: Math.round(((performance.now() - started) / TIMES) * 10_000) / 10, unit: "µs" };
}
