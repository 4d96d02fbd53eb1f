/** Somebody with a browser at the city in memory: signs in by the mail that comes, keeps cookies, fills in forms. */
import { mailTo } from "./desk-city.ts";
import type { memoryCity } from "./memory-city.ts";
import { formsOf } from "./page-forms.ts";

type City = ReturnType<typeof memoryCity>;
type Filled = Readonly<Record<string, string>>;

/** A browser: what it asks for carries its cookies, and redirects are followed. */
export interface Browsing {
  /** A page by its path; where it was led is in `at`. */
  get(path: string): Promise<Response>;
  /** Sends a form to a path. */
  post(path: string, form: Filled): Promise<Response>;
  /** Fills in the form of the page it is on that has this button (`do`), and sends it. */
  fill(page: string, answers: Filled, does?: string): Promise<Response>;
  /** The path of the page it is on. */
  readonly at: string;
  cookie: string | undefined;
}

/** A browser without cookies. */
export function browsing(city: City): Browsing {
  const headers = (): Record<string, string> =>
    browser.cookie === undefined ? {} : { Cookie: browser.cookie };
  let here = "/";
  async function arrived(path: string, response: Response): Promise<Response> {
    here = path;
    const [set] = response.headers.getSetCookie();
    const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(set ?? "") ?? [];
    if (set !== undefined) browser.cookie = value === "" ? undefined : `${name}=${value}`;
    const to = response.headers.get("location");
    if (response.status !== 302 && response.status !== 303) return response;
    const { pathname, search } = new URL(to ?? "", `https://desk.example.org${path}`);
    return browser.get(`${pathname}${search}`);
  }
  const browser: Browsing = {
    cookie: undefined,
    get at() {
      return here;
    },
    get: async (path) => arrived(path, await city.pages.request(path, { headers: headers() })),
    async post(path, form) {
      const sent = { method: "POST", headers: headers(), body: new URLSearchParams(form) };
      const response = await city.pages.request(path, sent);
      await city.mail();
      return arrived(path, response);
    },
    async fill(page, answers, does) {
      const forms = formsOf(page);
      const form = forms.find(({ untouched }) => does === undefined || untouched.do === does) ?? forms[0];
      const { pathname } = new URL(form?.action || here, `https://desk.example.org${here}`);
      return browser.post(pathname, { ...form?.untouched, ...answers });
    },
  };
  return browser;
}

/** The same, signed in by the link that comes to a mailbox. */
export async function signedIn(city: City, mailbox: string): Promise<Browsing> {
  const browser = browsing(city);
  await browser.post("/", { email: mailbox });
  await browser.post(`/${mailTo(city, mailbox, "sign-in")}`, { do: "sign-in", own: "yes" });
  return browser;
}
