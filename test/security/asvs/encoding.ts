/** V1: does anything somebody writes become code, markup or a command? */
import { at, by, entry, no, type Requirement } from "./requirement.ts";

const ANSWERS = "test/functions/desk/answers.test.ts";
const LAYOUT = "test/letters/frame/layout.test.ts";
const MIME = "test/letters/frame/mime.test.ts";
const FORM = "test/functions/desk/frame/form.test.ts";
const BAD_INPUT = "test/documents/bad-input.test.ts";
const BOUNDED = "test/documents/bounded.test.ts";
const ITEMS = "test/adapters/case-table/items.test.ts";

const MANAGED = no(
  "JavaScript manages its memory; what reads foreign bytes natively does so in a process that may do nothing else.",
);

export const ENCODING: readonly Requirement[] = [
  entry(
    "1.1.1",
    2,
    "Input is decoded once, before anything else",
    by(FORM, "of %j stays %j"),
    at(
      "functions/desk/frame/form.ts",
      "The one place where a form's texts are cleaned; rooms see nothing else.",
    ),
  ),
  entry(
    "1.1.2",
    2,
    "Output is escaped last, where it is put together",
    at(
      "functions/desk/frame/page.ts",
      "All markup is made by one template function, which escapes whatever is put into it; what is kept is kept as it was typed.",
    ),
    by(LAYOUT, "never lets a string add a line, a tag or an attribute"),
  ),
  entry(
    "1.2.1",
    1,
    "Pages, XML and headers are escaped for where a text stands",
    by(LAYOUT, "never lets a string add a line, a tag or an attribute"),
    by("test/letters/bulletin/page.test.ts", "fetches nothing and runs nothing, whatever the data say"),
    by(MIME, "lets no name, address, subject, file name or header bring in another header or recipient"),
    by(
      "test/letters/calendar/calendar-file.test.ts",
      "folds lines at 75 octets, ends each with CRLF and lets no name add one",
    ),
    by("test/letters/valid-files.test.ts", "%s, also with forbidden characters in every word"),
  ),
  entry(
    "1.2.2",
    1,
    "Addresses are escaped, and lead to harmless protocols only",
    by(ANSWERS, "with %s behind its address"),
    by(ANSWERS, "after a form that did its work, with %s behind its address"),
    by(
      "test/functions/desk/safety.test.ts",
      "answers with pages that are kept nowhere, framed nowhere, tell nobody, and run no script",
    ),
  ),
  entry(
    "1.2.3",
    1,
    "Nothing foreign gets into a script or breaks JSON",
    by(
      "test/functions/desk/court-workspace.test.ts",
      "is a file, allowed on this page alone, and the page sends files nowhere but to the inbox",
    ),
  ),
  entry(
    "1.2.4",
    1,
    "No query of the database is put together from input",
    at("shared/adapters/case-table/table.ts", "Input is a value of an expression, never part of one."),
    by("test/adapters/case-table/keys.test.ts", "sort by version, and keep any name an upload has"),
  ),
  entry(
    "1.2.5",
    1,
    "No command of the system is put together from input",
    at(
      "shared/documents/bounded/child-process.ts",
      "The only process that is started: a script of ours with arguments of ours.",
    ),
    by(BOUNDED, "start a program"),
  ),
  entry("1.2.6", 2, "LDAP", no("LDAP isn't spoken.")),
  entry("1.2.7", 2, "XPath", no("No XPath: XML is read as events.")),
  entry("1.2.8", 2, "LaTeX", no("No LaTeX.")),
  entry(
    "1.2.9",
    2,
    "Input that becomes a pattern is escaped",
    at(
      "shared/documents/text/words.ts",
      "Patterns are made of our own lists of words, when a file is loaded, and of no input.",
    ),
  ),
  entry(
    "1.3.1",
    1,
    "HTML that somebody writes is sanitised",
    no("Nobody writes HTML; of a page that a court uploads only the words are read."),
  ),
  entry(
    "1.3.2",
    1,
    "Nothing is evaluated as code",
    at(
      "biome.json",
      "The recommended rules refuse eval; the pages' policy refuses it in browsers, as test/functions/desk/answers.test.ts sees.",
    ),
  ),
  entry(
    "1.3.3",
    2,
    "Texts are cleaned and shortened before they go where they could do harm",
    by(FORM, "of %j stays %j"),
    by("test/letters/frame/csv-table.test.ts", "writes %j as %s"),
    by(
      "test/letters/office/workbook.test.ts",
      "keeps text as text: what begins like a formula, and what looks like a number or a day",
    ),
  ),
  entry(
    "1.3.4",
    2,
    "SVG from outside runs nothing",
    at(
      "shared/letters/wording/original-wording.ts",
      "Given back as bytes to keep; the only SVG on a page is made by us.",
    ),
  ),
  entry(
    "1.3.5",
    2,
    "Markdown, style sheets and templates from outside",
    no("None is taken; style sheets of uploaded pages are only asked what is invisible."),
  ),
  entry(
    "1.3.6",
    2,
    "No address that somebody gives is fetched",
    at(
      "shared/adapters/oidc-provider.ts",
      "The only host besides AWS and the mail relay, named by the deployment; readers of files fetch nothing.",
    ),
    by(
      "test/documents/formats/web-pages.test.ts",
      "a frame that shows another file; none where it doesn't show",
    ),
  ),
  entry(
    "1.3.7",
    2,
    "No template is made of input",
    at("functions/desk/frame/page.ts", "Templates are sources of ours."),
  ),
  entry("1.3.8", 2, "JNDI", no("No Java.")),
  entry("1.3.9", 2, "Memcache", no("No such cache.")),
  entry(
    "1.3.10",
    2,
    "No format string is made of input",
    at("shared/runtime/lambda.ts", "The log takes objects."),
  ),
  entry(
    "1.3.11",
    2,
    "Nothing gets into the commands of a mail server",
    by(MIME, "lets no name, address, subject, file name or header bring in another header or recipient"),
    by(
      "test/adapters/smtp-mailer.test.ts",
      "logs in, and names sender and one recipient whatever the headers say",
    ),
  ),
  entry("1.4.1", 2, "Memory is safe", MANAGED, by(BOUNDED, "fill buffers")),
  entry(
    "1.4.2",
    2,
    "Numbers don't overflow",
    by(BAD_INPUT, "%s is refused in time, and the next file is read"),
  ),
  entry(
    "1.4.3",
    2,
    "Memory is given back",
    MANAGED,
    by(BOUNDED, "keeps none that has grown, none for another sender, and none of two at once"),
  ),
  entry(
    "1.5.1",
    1,
    "XML brings in no other file",
    by(BAD_INPUT, "%s is refused in time, and the next file is read"),
  ),
  entry(
    "1.5.2",
    2,
    "What is stored comes back as what it should be, or not at all",
    by(
      ITEMS,
      "of a version that is not known, another kind, or a wrong shape is named by its key, without what it holds",
    ),
    by(ITEMS, "takes nothing along that its shape doesn't have"),
  ),
];
