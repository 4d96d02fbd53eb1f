/** Taking back a review (人工复核): the document waits again, and every case it was filed in is as it was before. */
import { html } from "hono/html";
import { casesAtWork, withLast } from "../../../shared/casework/cases-at-work.ts";
import { rejectionVoided } from "../../../shared/casework/documents/answers.ts";
import { sourceOf } from "../../../shared/casework/documents/arriving.ts";
import { pastAct, restingOn } from "../../../shared/domain/case-file/decisions/past-acts.ts";
import { takeBackUntil } from "../../../shared/domain/case-file/decisions/take-back.ts";
import type { DocumentRecord, DocumentReview } from "../../../shared/domain/document.ts";
import { identityOf } from "../../../shared/domain/identity.ts";
import type { Link } from "../../../shared/domain/notices/frame/link-target.ts";
import type { DeskRefusal } from "../../../shared/domain/refusal.ts";
import { addMinutes } from "../../../shared/domain/time/time.ts";
import { printedMoment } from "../../../shared/letters/frame/dates.ts";
import { fact } from "../../../shared/letters/frame/letter.ts";
import { documentName } from "../../../shared/letters/wording/document-wording.ts";
import { factList } from "../frame/case-view.ts";
import { linkPlace } from "../frame/place.ts";
import type { DeskPorts } from "../frame/room.ts";
import type { Undo, UndoLink } from "./undo.ts";

/** The review behind a link, for the bureau that made it. */
export async function reviewUndo(ports: DeskPorts, link: UndoLink): Promise<Undo | DeskRefusal> {
  const { of: sha256, cause, nonce, recipient } = link;
  const document = await ports.records.document(sha256);
  if (document === undefined) return { type: "nothing-to-review" };
  const source = await sourceOf(document.firstUpload.key, ports.directory);
  if (source.bureau?.id !== recipient) return { type: "not-theirs" };
  const { reviewed } = document;
  // What the person read otherwise is taken out of where it was; a paper of the second instance leaves its number in the first.
  const named = [...new Set([...document.caseNumbers, ...(reviewed?.was.caseNumbers ?? [])])];
  const files = await Promise.all(named.map((number) => ports.records.caseFile(number)));
  const touched = new Set([...named, ...files.flatMap((file) => file?.originCaseNumber ?? [])]);
  const since = await Promise.all(
    [...touched].map(async (caseNumber) => {
      const history = await ports.records.history(caseNumber);
      const act = pastAct(history, cause);
      return act === undefined ? [] : restingOn(act, history);
    }),
  );
  return {
    office: "own",
    resting: since.flat(),
    shown: html`<h2>复核事项</h2>${factList(
      fact("文件", document.firstUpload.key.split("/").at(-1)),
      fact("种类", documentName(document.kind)),
      fact("案号", document.caseNumbers.join("、")),
      reviewed && fact("复核", `${reviewed.by}，${printedMoment(reviewed.at)}`),
    )}`,
    async take(taking) {
      if (reviewed?.cause !== cause) return { type: "taken-back-already" };
      const { hours } = ports.rules.policy.undo;
      if (taking.at > takeBackUntil(reviewed, hours)) return { type: "take-back-late" };
      const cases = casesAtWork(ports, { now: taking.at, cause: `link:${nonce}`, rules: ports.rules });
      for (const caseNumber of document.state === "read" ? touched : []) {
        const decision = await cases.takeBack(caseNumber, taking);
        // A document that said nothing new of a case left nothing there.
        if (
          !decision.accepted &&
          decision.refusal.type !== "taken-back-already" &&
          decision.refusal.type !== "case-gone"
        )
          return decision.refusal;
      }
      const { changes, unreached } = await cases.changes();
      const told =
        document.state === "rejected"
          ? rejectionVoided(
              document,
              source,
              { at: taking.at, by: taking.by, reason: taking.reason },
              ports.rules,
            )
          : { notices: [], unreached: [] };
      return {
        changes: withLast(changes, {
          document: waiting(document, reviewed),
          documentWas: document.state,
          notices: told.notices,
        }),
        unreached: [...unreached, ...told.unreached],
      };
    },
    async again(visit) {
      const again: Link<"review"> = {
        task: "review",
        sha256,
        recipient,
        expires: addMinutes(ports.now(), ports.rules.policy.links.caseDays * 24 * 60),
        nonce: identityOf("review again", sha256, cause),
      };
      const place = linkPlace(visit, await ports.keys(), again);
      return html`<p><a href="${place}">重新复核这份文件</a></p>`;
    },
  };
}

/** The document as it waited before. */
function waiting(document: DocumentRecord, { was, cause }: DocumentReview): DocumentRecord {
  const { sha256, firstUpload, bureau } = document;
  return { sha256, state: "needs-review", ...was, ...(bureau && { bureau }), firstUpload, again: cause };
}
