/** {@link Downloads} on the case table: beside the case or document whose papers they are. */
import { type DynamoDBDocumentClient, PutCommand } from "@aws-sdk/lib-dynamodb";
import type { Downloads } from "../../ports/downloads.ts";
import { DownloadItem } from "./items.ts";
import { DOWNLOAD, keyOf, partitionOf } from "./keys.ts";
import { readPartition } from "./table.ts";

export function caseDownloads(client: DynamoDBDocumentClient, table: string): Downloads {
  return {
    async note(download) {
      const Item = DownloadItem.write(keyOf.download(download), { download });
      await client.send(new PutCommand({ TableName: table, Item }));
    },

    async of(subject) {
      const items = await Array.fromAsync(
        readPartition({ client, name: table }, partitionOf(subject), DOWNLOAD, "eventual"),
      );
      return items.map((item) => DownloadItem.read(item).download);
    },
  };
}
