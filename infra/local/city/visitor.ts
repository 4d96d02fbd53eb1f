/**
 * A person at the desk (办理页面), without a browser: opens a link, fills in the form that is on the page and sends it, as
 * a browser with scripts turned off does. What isn't on the page can't be filled in.
 */
import { DomUtils, parseDocument } from "htmlparser2";

/** Opens an address; `fetch`, or an application in memory. Redirects are not followed. */
export type Open = (address: string, init?: RequestInit) => Promise<Response>;

/** Where a visit ended. */
export interface Visited {
  /** Heading of the page that was shown last. */
  readonly title: string;
  /** What it says was done; empty where nothing was. */
  readonly done: string;
}

type Element = NonNullable<ReturnType<typeof DomUtils.findOne>>;

/**
 * Fills in a page's form and sends it. A link of several pages is opened at `link` as a whole; of several forms the
 * one with the `do` button is taken. `follow`: words of links, one after the other, behind which the form is. Throws where a
 * link, field or choice isn't there, or what was sent is refused.
 */
export async function fillIn(
  open: Open,
  mailed: string,
  answers: Readonly<Record<string, string>>,
  follow: readonly string[] = [],
): Promise<Visited> {
  let link = mailed;
  for (const words of follow) link = behind(await opened(open, link), link, words);
  const page = await opened(open, link);
  const form = formFor(page, answers.do);
  const values = defaults(form);
  for (const [name, value] of Object.entries(answers)) values.set(name, allowed(form, name, value));
  const action = new URL(form.attribs.action ?? "", absolute(link));
  const send = (filled: ReadonlyMap<string, string>) =>
    open(relative(action, link), {
      method: "POST",
      body: new URLSearchParams([...filled]),
      redirect: "manual",
    });
  const first = await send(values);
  const answered = first.status === 200 ? parsed(await first.text()) : undefined;
  // A link that is sent anew is answered on the spot.
  if (answered !== undefined && formWith(answered, "submit") === undefined) return told(answered);
  const sent = answered === undefined ? first : await confirmed(answered, send);
  if (sent.status !== 303) throw new Error(`not done (${sent.status}): ${await problems(sent)}`);
  const next = new URL(sent.headers.get("location") ?? "", action);
  return told(await opened(open, relative(next, link)));
}

function told(page: Element): Visited {
  return { title: textOf(page, "h1"), done: textOf(page, ".done") };
}

/** The address that a page leads to by these words. */
function behind(page: Element, link: string, words: string): string {
  const found = named(page, "a").find((one) => DomUtils.textContent(one).includes(words));
  if (found === undefined) throw new Error(`there is no link “${words}” on the page`);
  return relative(new URL(found.attribs.href ?? "", absolute(link)), link);
}

/** What a page shows before anything is saved is confirmed by its first button. */
async function confirmed(
  page: Element,
  send: (filled: ReadonlyMap<string, string>) => Promise<Response>,
): Promise<Response> {
  const form = formFor(page, "submit");
  return send(defaults(form).set("do", "submit"));
}

/** A base for links that are only a path, as in memory. */
const NOWHERE = "http://desk.invalid";

function absolute(link: string): URL {
  return new URL(link, NOWHERE);
}

function relative(address: URL, link: string): string {
  return address.origin === NOWHERE && !link.startsWith("http")
    ? `${address.pathname}${address.search}`
    : address.href;
}

async function opened(open: Open, link: string): Promise<Element> {
  const response = await open(link);
  if (response.status !== 200)
    throw new Error(`page not shown (${response.status}): ${await problems(response)}`);
  return parsed(await response.text());
}

function parsed(html: string): Element {
  const root = DomUtils.findOne(({ name }) => name === "html", parseDocument(html).children);
  if (root === null) throw new Error("the answer is no page");
  return root;
}

/** Everything a refusal says. */
async function problems(response: Response): Promise<string> {
  const html = await response.text();
  const page = DomUtils.findOne(({ name }) => name === "main", parseDocument(html).children);
  return page === null ? html.slice(0, 200) : DomUtils.textContent(page).replace(/\s+/g, " ").trim();
}

function formWith(page: Element, button: string): Element | undefined {
  return named(page, "form").find((one) =>
    named(one, "button").some(({ attribs }) => attribs.value === button),
  );
}

function formFor(page: Element, button = ""): Element {
  const form = formWith(page, button);
  if (form === undefined) throw new Error(`there is no form with a button “${button}” on the page`);
  return form;
}

/** What a browser would send if nobody touched the form. */
function defaults(form: Element): Map<string, string> {
  const values = new Map<string, string>();
  for (const control of controls(form)) {
    const { name, attribs } = control;
    const field = attribs.name ?? "";
    if (name === "textarea") values.set(field, DomUtils.textContent(control));
    else if (name === "select") {
      const chosen = named(control, "option").find((option) => "selected" in option.attribs);
      values.set(field, chosen?.attribs.value ?? "");
    } else if (attribs.type !== "radio" && attribs.type !== "checkbox")
      values.set(field, attribs.value ?? "");
    else if ("checked" in attribs) values.set(field, attribs.value ?? "on");
  }
  return values;
}

/** The value, where the form lets a person give it. */
function allowed(form: Element, field: string, value: string): string {
  const own = [...controls(form), ...named(form, "button")].filter(({ attribs }) => attribs.name === field);
  if (own.length === 0) throw new Error(`there is no field “${field}” on the page`);
  const choices = own.flatMap((one) =>
    one.name === "select"
      ? named(one, "option").map(({ attribs }) => attribs.value)
      : one.name === "button" || one.attribs.type === "radio" || one.attribs.type === "checkbox"
        ? [one.attribs.value]
        : [],
  );
  if (choices.length > 0 && !choices.includes(value))
    throw new Error(`“${value}” can't be chosen for “${field}”: ${choices.join(", ")}`);
  return value;
}

function controls(form: Element): readonly Element[] {
  return ["input", "select", "textarea"].flatMap((name) => named(form, name));
}

function named(within: Element, name: string): readonly Element[] {
  return DomUtils.findAll((one) => one.name === name, within.children);
}

function textOf(page: Element, selector: string): string {
  const wanted = (one: Element) =>
    selector.startsWith(".")
      ? (one.attribs.class ?? "").split(" ").includes(selector.slice(1))
      : one.name === selector;
  const found = DomUtils.findOne(wanted, page.children);
  return found === null ? "" : DomUtils.textContent(found).replace(/\s+/g, " ").trim();
}
