/** The classes of a case (案件分类) in the form in which items of the table keep them. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import { ACTS } from "../../../domain/classes/act.ts";
import {
  CASE_FORMS,
  type CaseClasses,
  type ClassesEvent,
  type ClassesSaid,
  PLAINTIFF_KINDS,
  PROCEDURES,
  REVIEWS,
} from "../../../domain/classes/classes.ts";
import { FIELDS } from "../../../domain/classes/field.ts";
import { RULINGS } from "../../../domain/court/ruling.ts";
import type { RowClasses } from "../../../domain/statistics/statistics-row.ts";
import { civilDate, instant, month, organisationId } from "./scalars.ts";

/** How each class is kept, whoever says it. */
const KEPT = {
  field: z.enum(FIELDS),
  act: z.enum(ACTS),
  actTitle: z.string(),
  compensation: z.boolean(),
  agreement: z.boolean(),
  normReview: z.boolean(),
  review: z.enum(REVIEWS),
  reviewNumber: z.string(),
  reviewBody: z.string(),
  plaintiffKind: z.enum(PLAINTIFF_KINDS),
  acceptedOn: civilDate,
  closedOn: civilDate,
  procedure: z.enum(PROCEDURES),
  form: z.enum(CASE_FORMS),
  ruling: z.enum(RULINGS),
  appealed: z.boolean(),
  suggestion: z.string(),
} as const;

export const classesSaid = z.object({
  field: z.exactOptional(KEPT.field),
  act: z.exactOptional(KEPT.act),
  actTitle: z.exactOptional(KEPT.actTitle),
  compensation: z.exactOptional(KEPT.compensation),
  agreement: z.exactOptional(KEPT.agreement),
  normReview: z.exactOptional(KEPT.normReview),
  review: z.exactOptional(KEPT.review),
  reviewNumber: z.exactOptional(KEPT.reviewNumber),
  reviewBody: z.exactOptional(KEPT.reviewBody),
  plaintiffKind: z.exactOptional(KEPT.plaintiffKind),
  acceptedOn: z.exactOptional(KEPT.acceptedOn),
  closedOn: z.exactOptional(KEPT.closedOn),
  procedure: z.exactOptional(KEPT.procedure),
  form: z.exactOptional(KEPT.form),
  ruling: z.exactOptional(KEPT.ruling),
  appealed: z.exactOptional(KEPT.appealed),
  suggestion: z.exactOptional(KEPT.suggestion),
});

const correction = z.object({
  at: instant,
  by: z.string(),
  office: z.enum(["own", "bureau"]),
  organisation: organisationId,
  values: z.object({
    field: z.exactOptional(z.nullable(KEPT.field)),
    act: z.exactOptional(z.nullable(KEPT.act)),
    actTitle: z.exactOptional(z.nullable(KEPT.actTitle)),
    compensation: z.exactOptional(z.nullable(KEPT.compensation)),
    agreement: z.exactOptional(z.nullable(KEPT.agreement)),
    normReview: z.exactOptional(z.nullable(KEPT.normReview)),
    review: z.exactOptional(z.nullable(KEPT.review)),
    reviewNumber: z.exactOptional(z.nullable(KEPT.reviewNumber)),
    reviewBody: z.exactOptional(z.nullable(KEPT.reviewBody)),
    plaintiffKind: z.exactOptional(z.nullable(KEPT.plaintiffKind)),
    acceptedOn: z.exactOptional(z.nullable(KEPT.acceptedOn)),
    closedOn: z.exactOptional(z.nullable(KEPT.closedOn)),
    procedure: z.exactOptional(z.nullable(KEPT.procedure)),
    form: z.exactOptional(z.nullable(KEPT.form)),
    ruling: z.exactOptional(z.nullable(KEPT.ruling)),
    appealed: z.exactOptional(z.nullable(KEPT.appealed)),
    suggestion: z.exactOptional(z.nullable(KEPT.suggestion)),
  }),
  reason: z.exactOptional(z.string()),
});

export const caseClasses = z.object({
  papers: z.array(z.object({ document: z.string(), said: classesSaid })),
  corrections: z.array(correction),
});

export const classesRead = z.object({
  type: z.literal("classes-read"),
  document: z.string(),
  said: classesSaid,
});

export const classesCorrected = z.object({ type: z.literal("classes-corrected"), correction });

/** What a row has of them. */
export const rowClasses = {
  field: z.exactOptional(KEPT.field),
  act: z.exactOptional(KEPT.act),
  proposed: z.exactOptional(z.array(z.enum(["field", "act"]))),
  compensation: z.exactOptional(KEPT.compensation),
  agreement: z.exactOptional(KEPT.agreement),
  normReview: z.exactOptional(KEPT.normReview),
  review: z.exactOptional(KEPT.review),
  reviewer: z.exactOptional(z.literal(true)),
  plaintiffKind: z.exactOptional(KEPT.plaintiffKind),
  procedure: z.exactOptional(KEPT.procedure),
  form: z.exactOptional(KEPT.form),
  ruling: z.exactOptional(KEPT.ruling),
  appealed: z.exactOptional(KEPT.appealed),
  suggestion: z.exactOptional(KEPT.suggestion),
  acceptedOn: z.exactOptional(KEPT.acceptedOn),
  receivedIn: z.exactOptional(month),
  closedOn: z.exactOptional(KEPT.closedOn),
  closedIn: z.exactOptional(month),
  countsIn: z.exactOptional(month),
} as const;

const rowClassesObject = z.object(rowClasses);

agreed<Agree<ClassesSaid, z.output<typeof classesSaid>>>();
agreed<Agree<CaseClasses, z.output<typeof caseClasses>>>();
agreed<Agree<ClassesEvent, z.output<typeof classesRead> | z.output<typeof classesCorrected>>>();
agreed<Agree<RowClasses, z.output<typeof rowClassesObject>>>();
