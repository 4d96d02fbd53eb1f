/** How a host name of the admin's own comes to stand before the desk, and what must be entered in its DNS. */
import { CfnOutput, Fn } from "aws-cdk-lib";
import {
  ApiMapping,
  DomainName,
  type HttpApi,
  type HttpStage,
  type IDomainName,
  SecurityPolicy,
} from "aws-cdk-lib/aws-apigatewayv2";
import { Certificate, type ICertificate } from "aws-cdk-lib/aws-certificatemanager";
import { Construct } from "constructs";
import type { DeskDomain } from "./deployment.ts";

export interface DeskHostProps extends DeskDomain {
  readonly api: HttpApi;
  readonly stage: HttpStage;
}

/**
 * The host name, mapped to the API. The API's own address answers as before: links that people have in their mail from before
 * the change still open.
 */
export class DeskHost extends Construct {
  constructor(scope: Construct, id: string, { host, certificateArn, api, stage }: DeskHostProps) {
    super(scope, id);
    const certificate: ICertificate = Certificate.fromCertificateArn(this, "Certificate", certificateArn);
    const domain = new DomainName(this, "Name", {
      domainName: host,
      certificate,
      securityPolicy: SecurityPolicy.TLS_1_2,
    });
    new ApiMapping(this, "Mapping", { api, stage, domainName: domain as IDomainName });
    // CloudFormation gives outputs back in ASCII alone.
    new CfnOutput(this, "Dns", {
      value: Fn.join(" CNAME ", [host, domain.regionalDomainName]),
      description: "DNS record to enter for the desk's host name, before the first mail",
    });
  }
}
