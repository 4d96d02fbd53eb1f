/** 导出: the directory of a jurisdiction, or of all that the city's bureau sees, as the workbook that an import reads. */

import { civilDateAt } from "../../../shared/domain/time/time.ts";
import { XLSX } from "../../../shared/letters/frame/media-types.ts";
import type { DeskPorts, ShownFile } from "../frame/room.ts";
import { entriesIn, type OpenDirectory } from "./open-directory.ts";

export async function exportFile(ports: DeskPorts, { visit, own, seen }: OpenDirectory): Promise<ShownFile> {
  const area = seen.find((one) => one === visit.query.area);
  const entries = await entriesIn(ports, area === undefined ? seen : [area]);
  const above = await ports.directory.organisations(entries.flatMap(({ superior }) => superior ?? []));
  // Loaded when somebody asks for it: most pages need no table writer.
  const { directoryWorkbook } = await import("../../../shared/letters/office/directory-workbook.ts");
  return {
    status: 200,
    file: {
      name: `单位名录-${area ?? own}-${civilDateAt(ports.now())}.xlsx`,
      contentType: XLSX,
      bytes: await directoryWorkbook(entries, (id) => above.get(id)?.name ?? id),
    },
  };
}
