/** Who is to appear for an agency, and why a post may not count, in the form in which items keep it. */
import * as z from "zod/mini";
import { type Agree, agreed } from "../../../domain/agreement.ts";
import type { HeadPlan, Person, PostConcern } from "../../../domain/case-file/report.ts";
import type { PostDoubt } from "../../../domain/court/head.ts";
import type { HeadShown } from "../../../domain/notices/report.ts";
import { texts } from "./scalars.ts";

export const rank = z.enum(["principal", "deputy", "in-charge"]);

export const absenceGround = z.enum(["force-majeure", "accident", "irreplaceable-duty", "other"]);

const post = z.string();
const agency = z.string();
const posts = [
  z.object({ type: z.literal("nothing-known") }),
  z.object({ type: z.literal("staff-post"), post }),
  z.object({ type: z.literal("party-post"), post }),
  z.object({ type: z.literal("inner-leader"), post }),
  z.object({ type: z.literal("inner-office"), post }),
  z.object({ type: z.literal("inner-post"), post, agency }),
  z.object({ type: z.literal("other-government"), post, agency }),
  z.object({ type: z.literal("other-agency"), post }),
  z.object({ type: z.literal("unclear-post"), post }),
  z.object({ type: z.literal("never-counted"), post, basis: z.string() }),
  z.object({ type: z.literal("asked-about"), post, basis: z.string() }),
  z.object({ type: z.literal("like-one-listed"), name: z.string(), listed: z.string(), post }),
  z.object({ type: z.literal("listed-twice"), name: z.string() }),
  z.object({ type: z.literal("listed-otherwise"), post, listed: z.string() }),
] as const;

export const postDoubt = z.discriminatedUnion("type", posts);

const personShape = { name: z.string(), title: z.string() };
export const person = z.object(personShape);

const postConcern = z.discriminatedUnion("type", [
  ...posts,
  z.object({ type: z.literal("other-than-approved"), approved: person }),
  z.object({ type: z.literal("designated-post"), post, designated: z.string(), agency }),
  z.object({ type: z.literal("as-written"), text: z.string() }),
]);

const excuse = z.enum(["agreed", "court"]);
export const jointAppearance = { by: excuse, respondents: texts };
export const jointWord = z.object({ by: excuse, respondent: z.string() });
const joint = z.exactOptional(jointWord);
const principalAbsence = z.exactOptional(z.string());

const plans = [
  z.object({
    appears: z.literal(true),
    rank,
    concern: z.exactOptional(postConcern),
    joint,
    principalAbsence,
    ...personShape,
  }),
  z.object({
    appears: z.literal(false),
    ground: absenceGround,
    explanation: z.string(),
    joint,
    principalAbsence,
  }),
  z.object({ appears: z.literal("co-respondent"), joint: jointWord, principalAbsence }),
] as const;

export const headPlan = z.discriminatedUnion("appears", plans);

export const headShown = z.discriminatedUnion("appears", [
  ...plans,
  z.object({
    appears: z.literal("as-written"),
    text: z.string(),
    concern: z.exactOptional(z.string()),
  }),
]);

agreed<Agree<Person, z.infer<typeof person>>>();
agreed<Agree<PostDoubt, z.infer<typeof postDoubt>>>();
agreed<Agree<PostConcern, z.infer<typeof postConcern>>>();
agreed<Agree<HeadPlan, z.infer<typeof headPlan>>>();
agreed<Agree<HeadShown, z.infer<typeof headShown>>>();
