/** The small values that all stored forms are made of: case numbers, dates, instants, texts. */
import * as z from "zod/mini";
import type { CaseNumber } from "../../../domain/court/case-number.ts";
import type { NoticeId } from "../../../domain/notices/frame/notice-id.ts";
import type { OrganisationId } from "../../../domain/organisations/directory.ts";
import type { CivilDate, ClockTime, Instant, Month, Year } from "../../../domain/time/time.ts";

/** Text of one form, as the domain's own type for it. */
function text<T extends string>(form: RegExp): z.ZodMiniType<T, string> {
  return z.string().check(z.regex(form)) as unknown as z.ZodMiniType<T, string>;
}

export const civilDate = text<CivilDate>(/^\d{4}-\d{2}-\d{2}$/);
export const clockTime = text<ClockTime>(/^\d{2}:\d{2}$/);
export const month = text<Month>(/^\d{4}-\d{2}$/);
export const year = text<Year>(/^\d{4}$/);
export const instant = text<Instant>(/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/);
export const caseNumber = text<CaseNumber>(/^（\d{4}）.+号$/);
export const organisationId = text<OrganisationId>(/./);
export const noticeId = text<NoticeId>(/^[0-9A-Z-]+$/);
export const periodKind = z.enum(["month", "quarter", "half-year", "year", "year-to-date"]);
export const texts = z.array(z.string());
export const count = z.int().check(z.nonnegative());

/** A field that is always there in the domain and may be undefined; stored, it is absent then. */
export function known<Schema extends z.ZodMiniType>(schema: Schema) {
  return z.pipe(
    z.optional(schema),
    z.transform((value: z.output<Schema> | undefined) => value),
  );
}
