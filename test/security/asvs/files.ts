/** V5: can a file do harm, when it comes, when it lies there, when it is given? */
import { at, by, entry, open, type Requirement } from "./requirement.ts";

const BOUNDED = "test/documents/bounded.test.ts";
const BAD_INPUT = "test/documents/bad-input.test.ts";
const COURT = "test/functions/desk/court-workspace.test.ts";

export const FILES: readonly Requirement[] = [
  entry(
    "5.1.1",
    2,
    "It is written down which files are taken, how large, and what becomes of bad ones",
    at("shared/documents/README.md", "Formats and how they are told apart."),
    at("functions/desk/workspaces/hand-in/hand-in-page.ts", "What people read where they hand files in."),
    at("shared/letters/refusals/rejections.ts", "What is said of each that can't be used."),
  ),
  entry(
    "5.2.1",
    1,
    "Only files that can be read without harm are taken",
    by(COURT, "are refused before they are sent: %s"),
    by(BOUNDED, "is refused with the reason when it takes too long, and the next one is read"),
    by("test/adapters/file-bucket.test.ts", "stops reading a file of no stated length where the limit is"),
  ),
  entry(
    "5.2.2",
    1,
    "A file is what its bytes say",
    by("test/documents/formats.test.ts", "is told by content, whatever the name says"),
    by(COURT, "that mean harm are answered, and nothing else comes of them: %s"),
  ),
  entry(
    "5.2.3",
    2,
    "Archives are counted before they are unpacked",
    by(BAD_INPUT, "an archive of overlapping entries is refused whole"),
    by("test/documents/formats/archive.test.ts", "and with exactly as many as are read it is read"),
  ),
  entry(
    "5.3.1",
    1,
    "No uploaded file is run",
    by("test/infra/stored-data.test.ts", "keeps every bucket encrypted, private and TLS only"),
    by(BOUNDED, "read elsewhere"),
  ),
  entry(
    "5.3.2",
    1,
    "No name of a file is a place",
    by(COURT, "lie in their folder, whatever name a browser gives: %j"),
    by("test/adapters/evidence.test.ts", "%s is %s"),
  ),
  entry(
    "5.4.1",
    2,
    "A file that is given has a name of ours",
    at("shared/letters/wording/original-wording.ts", "By what it is, whatever its sender called it."),
    by("test/contracts/originals.test.ts", "is got under its name, and the same bytes twice are one file"),
  ),
  entry(
    "5.4.2",
    2,
    "Names are encoded in headers and mails",
    by("test/letters/frame/mime.test.ts", "carries files with Chinese names and their bytes"),
    by(
      "test/letters/frame/mime.test.ts",
      "lets no name, address, subject, file name or header bring in another header or recipient",
    ),
  ),
  entry(
    "5.4.3",
    2,
    "Files are looked through for viruses",
    open(
      "They aren't: evidence is given as it came. GuardDuty's malware protection for S3, which infra/README.md doesn't set up, can watch the inbox.",
    ),
  ),
];
