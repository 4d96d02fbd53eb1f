/** The local S3 by itself, for tests of what talks to S3. */
import type { ObjectStore } from "../../infra/local/engines/s3/object-store.ts";
import { S3Service } from "../../infra/local/engines/s3/s3-service.ts";
import { s3 } from "../../shared/adapters/clients/s3.ts";
import { LOCAL_CREDENTIALS } from "./case-table-engine.ts";
import { startLocalServices } from "./local-services.ts";

export async function startLocalS3() {
  const services = await startLocalServices();
  const stores: ObjectStore[] = [];
  const client = s3({ ...LOCAL_CREDENTIALS, endpoint: services.address("s3"), forcePathStyle: true });
  return {
    client,
    /** Adds a bucket. */
    serve(store: ObjectStore): void {
      stores.push(store);
      services.serve("s3", new S3Service(stores, Date.now, () => {}));
    },
    async stop(): Promise<void> {
      client.destroy();
      await services.stop();
    },
  };
}
