/** The forms of a page as programs see them: what they hold, what can be filled in, what their buttons say. */

/** A form of a page that goes back to the desk. */
export interface PageForm {
  /** Where it goes, relative to the page; empty where it goes to the page itself. */
  readonly action: string;
  /** What it sends where nobody types, chooses or ticks anything. */
  readonly untouched: Readonly<Record<string, string>>;
  /** The same with every field filled in, chosen and ticked. */
  readonly filled: Readonly<Record<string, string>>;
}

/** A field of a form: what it holds before anybody touches it, and what can be chosen where that is not free. */
export interface FormField {
  readonly name: string;
  readonly type: string;
  readonly value: string | undefined;
  readonly choices: readonly string[];
}

/** Every form that is sent by POST, with its fields and the names and values of its buttons; those that drop files go elsewhere. */
export function fieldsOfForms(page: string) {
  return [...page.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = "", inside = ""]) =>
    !/method="post"/i.test(attributes) || /multipart/.test(attributes)
      ? []
      : [
          {
            action: plain(/action="([^"]*)"/.exec(attributes)?.[1]),
            fields: namedFields(inside),
            buttons: [...inside.matchAll(/<button ([^>]*)>/g)]
              .map(([, button = ""]) => pair(button))
              .filter((one) => one.length > 0),
          },
        ],
  );
}

function namedFields(inside: string): readonly FormField[] {
  const fields = new Map<string, FormField>();
  for (const [, attributes = ""] of inside.matchAll(/<input ([^>]*)>/g)) {
    const [name, value = ""] = pair(attributes);
    if (name === undefined) continue;
    const type = /type="(\w+)"/.exec(attributes)?.[1] ?? "text";
    const isChoice = type === "radio" || type === "checkbox";
    const before = fields.get(name);
    fields.set(name, {
      name,
      type,
      value: isChoice && !/ checked/.test(attributes) ? before?.value : value,
      choices: isChoice ? [...(before?.choices ?? []), value] : [],
    });
  }
  for (const [, name = "", text = ""] of inside.matchAll(
    /<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g,
  ))
    fields.set(name, { name, type: "textarea", value: plain(text), choices: [] });
  for (const [, name = "", options = ""] of inside.matchAll(
    /<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    const choices = [...options.matchAll(/value="([^"]*)"/g)].map(([, value]) => plain(value));
    const value = plain(/value="([^"]*)" selected/.exec(options)?.[1] ?? choices[0]);
    fields.set(name, { name, type: "select", value, choices });
  }
  return [...fields.values()];
}

/** Every form that is sent by POST, once for each of its buttons; those that drop files go elsewhere. */
export function formsOf(page: string): readonly PageForm[] {
  return [...page.matchAll(/<form ([^>]*)>(.*?)<\/form>/gs)].flatMap(([, attributes = "", inside = ""]) => {
    if (!/method="post"/i.test(attributes) || /multipart/.test(attributes)) return [];
    const action = plain(/action="([^"]*)"/.exec(attributes)?.[1]);
    const buttons = [...inside.matchAll(/<button ([^>]*)>/g)].map(([, button = ""]) => pair(button));
    const { untouched, filled } = fieldsOf(inside);
    return (buttons.length === 0 ? [[]] : buttons).map((button) => ({
      action,
      untouched: { ...untouched, ...Object.fromEntries([button].filter((one) => one.length > 0)) },
      filled: { ...filled, ...Object.fromEntries([button].filter((one) => one.length > 0)) },
    }));
  });
}

/** The parts of a link that its page leads to. */
export function partsOf(page: string, token: string): readonly string[] {
  const parts = [...page.matchAll(/href="([^"#?]+)/g)].flatMap(([, href = ""]) =>
    href.startsWith(`${token}/`) ? [href.slice(token.length + 1)] : [],
  );
  return [...new Set(parts)];
}

function fieldsOf(inside: string) {
  const untouched: Record<string, string> = {};
  const filled: Record<string, string> = {};
  for (const [, attributes = ""] of inside.matchAll(/<input ([^>]*)>/g)) {
    const [name, value] = pair(attributes);
    if (name === undefined) continue;
    const type = /type="(\w+)"/.exec(attributes)?.[1] ?? "text";
    if (type === "radio" || type === "checkbox") {
      if (/ checked/.test(attributes)) untouched[name] = value ?? "";
      filled[name] ??= value ?? "";
    } else {
      untouched[name] = value ?? "";
      filled[name] = type === "hidden" || value !== "" ? (value ?? "") : likely(name, type);
    }
  }
  for (const [, name = "", text = ""] of inside.matchAll(
    /<textarea[^>]* name="([^"]+)"[^>]*>\n?([^<]*)<\/textarea>/g,
  )) {
    untouched[name] = plain(text);
    filled[name] = plain(text) || likely(name);
  }
  for (const [, name = "", options = ""] of inside.matchAll(
    /<select[^>]* name="([^"]+)"[^>]*>(.*?)<\/select>/gs,
  )) {
    untouched[name] = plain(/value="([^"]*)" selected/.exec(options)?.[1]);
    filled[name] = untouched[name] || plain(/value="([^"]+)"/.exec(options)?.[1]);
  }
  return { untouched, filled };
}

/** Something a person might write into a field of that name. */
function likely(name: string, type = "text"): string {
  if (type === "date" || /date|^on$/i.test(name)) return "2026-09-24";
  if (/title/i.test(name)) return "局长";
  if (/others|staff|people/i.test(name)) return "李明，法规科科长";
  if (/time/i.test(name)) return "09:00";
  if (/email/i.test(name)) return "ceshi@example.cn";
  if (/phone/i.test(name)) return "0539-1234567";
  if (name === "superior") return "沂南县人民政府";
  // In place of one that was chosen.
  if (name === "other") return "";
  if (/agency/i.test(name)) return "临沂市自然资源和规划局";
  return "测试内容";
}

function pair(attributes: string): readonly [string, string] | readonly [] {
  const name = / ?name="([^"]*)"/.exec(attributes)?.[1];
  return name === undefined ? [] : [name, plain(/value="([^"]*)"/.exec(attributes)?.[1])];
}

function plain(text = ""): string {
  return text
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

/** What the form of a review holds before anybody touches it. */
export function valuesOnPage(page: string): Record<string, string> {
  const form: Record<string, string> = {};
  const plain = (text = "") =>
    text.replaceAll("&amp;", "&").replaceAll("&lt;", "<").replaceAll("&quot;", '"');
  for (const [, name = "", value] of page.matchAll(
    /<input id="(\w+)" name="\w+" type="text"[^>]*? value="([^"]*)"/g,
  ))
    form[name] = plain(value);
  for (const [, name = "", value] of page.matchAll(/<textarea id="(\w+)"[^>]*>\n([^<]*)<\/textarea>/g))
    form[name] = plain(value);
  for (const [, name = "", options = ""] of page.matchAll(/<select id="(\w+)"[^>]*>(.*?)<\/select>/gs))
    form[name] = /value="([^"]*)" selected/.exec(options)?.[1] ?? "";
  for (const [, name = "", value = ""] of page.matchAll(
    /type="radio" id="[\w-]+" name="(\w+)" value="([\w-]+)" checked/g,
  ))
    form[name] = value;
  return form;
}
