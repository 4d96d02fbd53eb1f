/**
 * What an admin decides for one deployment: region, mail, who may upload, how long things are kept. The type of
 * `infra/config.ts`.
 */
import type { Policy } from "../../shared/domain/policy.ts";

/** Mail through Amazon SES, which the China partition does not have. */
export interface SesMail {
  readonly kind: "ses";
  /** Sender address, bare (`name@domain`), on `domain`. */
  readonly from: string;
  /** In whose name letters are written (落款). */
  readonly senderName: string;
  /** Domain that SES signs for; its DKIM records are outputs of the stack. */
  readonly domain: string;
  /** The domain is an identity of the account's SES already, proven and used by others: it is used, and neither made nor removed. */
  readonly existingIdentity?: true;
}

/** Mail through a relay over SMTP, e.g. the government's own. */
export interface SmtpMail {
  readonly kind: "smtp";
  readonly from: string;
  /** In whose name letters are written (落款). */
  readonly senderName: string;
  readonly host: string;
  readonly port: number;
  /** Full ARN, with its six random characters, of a Secrets Manager secret `{"user","password"}`. */
  readonly secretArn: string;
}

/** Someone who may upload to one folder of the inbox, write only, and nothing else. */
export interface Uploader {
  /** For people; not used by the code. */
  readonly name: string;
  /** ARN of an account or role of theirs that may assume the uploading role; without it only the policy is made. */
  readonly trusts?: string;
}

/**
 * Sign-in by OpenID Connect. yingsu is registered there as a confidential client with the redirect address `<desk>/oidc/callback`;
 * people are known by the mailbox it vouches for, which the directory must have.
 */
export interface OidcSignIn {
  /** What people call it, e.g. 山东省统一身份认证. */
  readonly name: string;
  /** `https://…`, under which `/.well-known/openid-configuration` lies. */
  readonly issuer: string;
  readonly clientId: string;
  /** Full ARN of a Secrets Manager secret whose text is the client's secret. */
  readonly secretArn: string;
  /** The claim that has the mailbox; `email` unless it says otherwise. */
  readonly mailboxClaim?: string;
  /** Nobody signs in by a link by mail, which is one factor: who holds a mailbox still does what its mails ask, by their links. */
  readonly only?: true;
}

/** A host name for the desk. Its CNAME record is an output of the stack, which a person enters in the domain's DNS. */
export interface DeskDomain {
  /** e.g. `yingsu.linyi.example.org`; a Chinese name as DNS has it (`xn--…`). */
  readonly host: string;
  /** ARN of the host's certificate in ACM, of the stack's own region. */
  readonly certificateArn: string;
}

/**
 * What an earlier deployment left behind, or a restore has brought back: it is used as it is, and neither made nor removed.
 * What `infra/README.md` says of “Restore” and “Deploy again” must have been done to it.
 */
export interface Adopted {
  readonly table?: {
    readonly name: string;
    /** ARN of its stream, with new and old images. */
    readonly streamArn: string;
  };
  /** Names of buckets. */
  readonly inbox?: string;
  readonly records?: string;
  /** Full ARN of the secret with the keys of the links, with its six last characters. */
  readonly linkKeysArn?: string;
}

/** One deployment of yingsu: one stack in one account and region. */
export type Deployment = {
  /** Name of the stack, ASCII. */
  readonly name: string;
  readonly region: string;
  /** Undefined: the template fits any account of the region. */
  readonly account: string | undefined;
  readonly policy: Policy;
  /** What is there already and is to be used. */
  readonly adopt?: Adopted;
  /** 法院: `code` is the digits of the code in case numbers; the court uploads to `courts/<code>/inbox/`. */
  readonly courts: readonly (Uploader & { readonly code: string })[];
  /** 司法局: `id` is the organisation's id in the directory; the bureau uploads to `bureaus/<id>/inbox/`. */
  readonly bureaus: readonly (Uploader & { readonly id: string })[];
  /**
   * Agencies that hand in their filings (备案表) and explanations as files: `id` is the organisation's id in the directory;
   * the agency uploads to `agencies/<id>/inbox/`. All others file by the links in their mails.
   */
  readonly agencies?: readonly (Uploader & { readonly id: string })[];
  /**
   * One policy more, for any number of uploaders: whose IAM user or role has a tag `yingsu-court` with a court's code
   * (`yingsu-bureau`, `yingsu-agency` with an id) may upload to that folder. A province's courts are none of the lists above.
   */
  readonly uploadsByTag?: boolean;
  /** The desk (办理页面), where the links in mails lead; without it mails have no links. */
  readonly desk?: {
    /** What links begin with where a proxy of yours stands before the API, e.g. `https://yingsu.linyi.example.org`. */
    readonly address?: string;
    /** A host name of yours, which the stack itself puts before the API. */
    readonly domain?: DeskDomain;
    /** 网站备案号, e.g. `鲁ICP备12345678号-1`: stands at the foot of every page. A China region opens no desk without it. */
    readonly icpFiling?: string;
    /** Who signs in there as admins, by e-mail address; else whoever gets the alarms. */
    readonly admins?: readonly string[];
    /** The government's own sign-in (统一身份认证) beside the link by mail. */
    readonly signIn?: OidcSignIn;
    /** Requests of all people together, 20 where nothing is said: a city's agencies are some hundred people, a province's many times that. */
    readonly requestsPerSecond?: number;
  };
  /** Days for which no version of an uploaded file or a frozen bulletin can be deleted (Object Lock, governance). */
  readonly evidenceDays: number;
  /** Days for which logs are kept: at least six months (网络安全法 §21(3)). One of the values CloudWatch Logs offers. */
  readonly logDays: 365 | 400 | 545 | 731 | 1096 | 1827 | 2192 | 2557 | 2922 | 3288 | 3653;
  readonly alarms: {
    /** Gets every alarm; must confirm the subscription once. */
    readonly mailTo: string;
    /** Minutes an uploaded file or a mail may wait before an alarm is raised. */
    readonly waitingMinutes: number;
    /** Hours without a deadline sweep, which runs every hour. */
    readonly sweepSilentHours: number;
    /** Share of mails returned for good, 0–1. SES reviews an account at 0.05 and stops it at 0.10. */
    readonly bounceRate: number;
  };
} & (
  | { readonly partition: "aws"; readonly mail: SesMail | SmtpMail }
  | { readonly partition: "aws-cn"; readonly mail: SmtpMail }
);

/** Who signs in at the desk as admin. */
export function adminsOf({ desk, alarms }: Pick<Deployment, "desk" | "alarms">): readonly string[] {
  return desk?.admins ?? [alarms.mailTo];
}
