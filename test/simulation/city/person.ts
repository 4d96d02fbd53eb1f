/** Somebody at the desk who fills in a form as chance has it: what the page lets him choose, and words that fit its fields. */
import { addDays, type CivilDate } from "../../../shared/domain/time/time.ts";
import { type FormField, fieldsOfForms } from "../../support/page-forms.ts";
import { type Chance, chance } from "../story/chance.ts";

/** What a person sees and can send. */
export interface Desk {
  readonly get: (path: string) => Promise<Response>;
  readonly post: (path: string, form: Readonly<Record<string, string>>) => Promise<Response>;
}

/** What is behind a link, as far as one visit went. */
export type Visit =
  | { readonly end: "no form" | "only looked" }
  | { readonly end: "answered"; readonly status: number; readonly path: string };

/** Links and buttons that lead out of the task. */
const ELSEWHERE = /fresh-link|download|\.ics|logout|sign/;

/**
 * Opens a link, perhaps a page behind it, fills in one of the forms and sends it; what the page then shows is confirmed mostly.
 * `send`: how the filled form is sent, which may be twice.
 */
export async function visitLink(
  desk: Desk,
  token: string,
  seed: number,
  today: CivilDate,
  send: (post: () => Promise<Response>) => Promise<Response>,
): Promise<Visit> {
  const by = chance(seed);
  let path = `/${token}`;
  let page = await opened(desk, path);
  if (page === undefined) return { end: "no form" };
  if (by.is(0.35)) {
    const parts = partsOf(page, token).filter((part) => !ELSEWHERE.test(part));
    if (parts.length > 0) {
      const deeper = `/${token}/${by.pick(parts)}`;
      const there = await opened(desk, deeper);
      if (there !== undefined) [path, page] = [deeper, there];
    }
  }
  const forms = fieldsOfForms(page);
  if (forms.length === 0) return { end: "only looked" };
  const form = by.pick(forms);
  const button = form.buttons.length === 0 ? [] : [by.pick(form.buttons)];
  const to = form.action === "" ? path : new URL(form.action, `http://desk.invalid${path}`).pathname;
  let answers = filledIn(by, form.fields, today);
  let answer = await send(() => desk.post(to, { ...answers, ...Object.fromEntries(button) }));
  // What is to be put right is said beside the form, which holds what was typed: most people try again.
  for (let tries = 0; answer.status === 422 && tries < 2; tries++) {
    const said = await answer.text();
    const again = fieldsOfForms(said).find(({ buttons }) => sameButton(buttons, button));
    if (again === undefined) break;
    answers = putRight(by, again.fields, said, today);
    answer = await send(() => desk.post(to, { ...answers, ...Object.fromEntries(button) }));
  }
  if (answer.status !== 200) return { end: "answered", status: answer.status, path: to };
  const shown = fieldsOfForms(await answer.text()).find(({ fields }) =>
    fields.some(({ name }) => name === "confirmed"),
  );
  if (shown === undefined || by.is(0.1)) return { end: "answered", status: answer.status, path: to };
  const sure = { ...untouched(shown.fields), do: "submit" };
  const second = await send(() => desk.post(to, sure));
  return { end: "answered", status: second.status, path: to };
}

function sameButton(
  buttons: readonly (readonly string[])[],
  [chosen]: readonly (readonly string[])[],
): boolean {
  return chosen === undefined || buttons.some((one) => one.join("=") === chosen.join("="));
}

/** What was typed stays; what is empty is filled in, days lie where the page says they may, what stands under the other branch goes. */
function putRight(
  by: Chance,
  fields: readonly FormField[],
  page: string,
  today: CivilDate,
): Record<string, string> {
  const between = /应在(\d{4}-\d\d-\d\d)至(\d{4}-\d\d-\d\d)之间/.exec(page);
  const answers: Record<string, string> = {};
  for (const { name, type, value, choices } of fields) {
    if (type === "hidden") answers[name] = value ?? "";
    else if (choices.length > 0)
      answers[name] =
        value !== undefined && value !== "" ? value : by.pick(choices.filter((one) => one !== ""));
    else if (isDay(name, type) && between !== null) answers[name] = between[by.is(0.5) ? 1 : 2] ?? "";
    else answers[name] = value !== undefined && value !== "" ? value : words(by, name, type, today);
  }
  return answers;
}

async function opened(desk: Desk, path: string): Promise<string | undefined> {
  const response = await desk.get(path);
  const isPage = response.headers.get("content-type")?.includes("html") ?? false;
  return response.status === 200 && isPage ? response.text() : undefined;
}

function partsOf(page: string, token: string): readonly string[] {
  return [...page.matchAll(/href="([^"#?]+)/g)].flatMap(([, href = ""]) =>
    href.startsWith(`${token}/`) ? [href.slice(token.length + 1)] : [],
  );
}

function untouched(fields: readonly FormField[]): Record<string, string> {
  return Object.fromEntries(
    fields.flatMap(({ name, value }) => (value === undefined ? [] : [[name, value] as const])),
  );
}

/** Mostly whatever stands there already stays; what is empty is filled in, or not. */
function filledIn(by: Chance, fields: readonly FormField[], today: CivilDate): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { name, type, value, choices } of fields) {
    if (type === "hidden") {
      if (value !== undefined) answers[name] = value;
    } else if (choices.length > 0) {
      const chosen = value !== undefined && by.is(0.5) ? value : by.pick(choices);
      if (type !== "checkbox" || by.is(0.8)) answers[name] = chosen;
    } else if (value !== undefined && value !== "" && by.is(0.8)) answers[name] = value;
    else if (name === "by" || by.is(0.85)) answers[name] = words(by, name, type, today);
  }
  return answers;
}

function isDay(name: string, type: string): boolean {
  return type === "date" || /date|^on$|until|.By$/i.test(name);
}

function words(by: Chance, name: string, type: string, today: CivilDate): string {
  if (isDay(name, type))
    return addDays(
      today,
      by.weighed({ today: 3, past: 2, soon: 3 }) === "soon" ? by.whole(1, 20) : -by.whole(0, 5),
    );
  if (type === "file") return "";
  if (/caseNumber|into|origin|^number/i.test(name)) return `（2026）鲁1302行初${by.whole(11, 20)}号`;
  if (type === "number" || /issue|serial|count/i.test(name)) return String(by.whole(1, 12));
  if (/superior/i.test(name)) return by.pick(["", "临沂市人民政府"]);
  if (/title|post/i.test(name)) return by.pick(["局长", "副局长", "副局长", "法规科科长"]);
  if (/others|staff|people/i.test(name)) return "李明，法规科科长";
  if (/name$/i.test(name)) return by.pick(["龙涛", "江帆", "彭立新"]);
  if (/time/i.test(name)) return "09:30";
  if (/mail/i.test(name)) return `new-${by.whole(1, 3)}@example.org`;
  if (/phone/i.test(name)) return "0539-1234567";
  if (/agency|unit|organ|other$/i.test(name)) return by.pick(["临沂市自然资源和规划局", "临沂市公安局"]);
  if (name === "by" || name === "told") return by.pick(["李明", "周敏"]);
  return by.pick(["测试内容", "请求驳回诉讼请求。", "当日参加防汛值守"]);
}
