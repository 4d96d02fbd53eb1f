import { describe, expect, it } from "vitest";
import { config, linyiChina } from "../../infra/config.ts";
import { OPERATIONS } from "../../shared/adapters/case-table/keys.ts";
import { type Permission, permissions, readable, resources, synthesise } from "./synthesise.ts";

const templates = { aws: synthesise(config), "aws-cn": synthesise(linyiChina) };

/** Names of those to whom the filter's permissions belong, once each, sorted. */
function who(all: readonly Permission[], filter: (permission: Permission) => boolean): readonly string[] {
  return [...new Set(all.filter(filter).map((permission) => permission.who))].sort();
}

describe.each(Object.entries(templates))("permissions in %s", (partition, template) => {
  const all = permissions(template);

  it("names every action and every resource, but for the list of streams", () => {
    expect(all.filter(({ action }) => action.includes("*"))).toEqual([]);
    expect(all.filter(({ on }) => on === "*").map(({ who, action }) => `${who} ${action}`)).toEqual([
      "MonthlyBulletinFunctionRole dynamodb:ListStreams",
      "NoticeMailerFunctionRole dynamodb:ListStreams",
    ]);
  });

  it("lets nobody but the mailer send mail", () => {
    const mail = ({ action, on }: Permission) =>
      /^(ses|secretsmanager|sns):/.test(action) && on !== "LinkKeys";
    expect(who(all, mail)).toEqual(["NoticeMailerFunctionRole"]);
    const allowed = all.filter(mail).map(({ action, on }) => `${action} ${on}`);
    if (partition === "aws") {
      expect(allowed).toEqual([
        expect.stringMatching(/^ses:SendRawEmail arn:aws:ses:.*:configuration-set\/MailConfigurationSet$/),
        expect.stringMatching(/^ses:SendRawEmail arn:aws:ses:.*:identity\/MailDomain$/),
        // In the sandbox, that of whoever is written to; the condition holds the sender.
        expect.stringMatching(/^ses:SendRawEmail arn:aws:ses:.*:identity\/\*$/),
      ]);
      for (const { condition } of all.filter(mail))
        expect(condition).toEqual({ StringEquals: { "ses:FromAddress": config.mail.from } });
    } else {
      expect(allowed).toEqual([
        "secretsmanager:GetSecretValue arn:aws-cn:secretsmanager:cn-north-1:111122223333:secret:yingsu/smtp-AbCdEf",
      ]);
    }
  });

  it("lets the mailer, which signs links, and the desk, which checks them, read their keys", () => {
    const keys = all.filter(({ on }) => on === "LinkKeys");
    expect(keys.map(({ who, action }) => `${who} ${action}`).toSorted()).toEqual([
      "DeskFunctionRole secretsmanager:GetSecretValue",
      "NoticeMailerFunctionRole secretsmanager:GetSecretValue",
    ]);
  });

  it("lets nobody but courts and bureaus write to the inbox, by themselves or at the desk, and nobody delete or unlock evidence", () => {
    const writing = all.filter(({ action, on }) => action.startsWith("s3:Put") && on.startsWith("Inbox"));
    const atTheDesk = writing.filter((one) => one.who === "DeskFunctionRole");
    expect(atTheDesk.map(({ on }) => on)).toEqual(["Inbox/bureaus/*", "Inbox/courts/*"]);
    const writers = who(writing, (one) => one.who !== "DeskFunctionRole");
    expect(writers.every((writer) => /^(Court\d+|Bureau\w+)Policy$/.test(writer))).toBe(true);
    expect(writers).toHaveLength(config.courts.length + config.bureaus.length);
    const recording = all.filter(({ action, on }) => action.startsWith("s3:Put") && on.startsWith("Records"));
    expect(recording.map(({ who, on }) => `${who} ${on}`).sort()).toEqual([
      // What a restore of the table would not know.
      "DeskFunctionRole Records/journal/*",
      "DeskFunctionRole Records/proofs/*",
      // What courts' ledgers said, and which rows of them go back.
      "DocumentIntakeFunctionRole Records/ledgers/*",
      "DocumentIntakeFunctionRole Records/originals/*",
      "DocumentOcrFunctionRole Records/pages/*",
      "DocumentOcrFunctionRole Records/scans/*",
      "MonthlyBulletinFunctionRole Records/*",
      "NoticeMailerFunctionRole Records/journal/*",
    ]);
    expect(who(all, ({ action }) => /^s3:(Delete|Bypass|.*(Retention|LegalHold|Acl))/.test(action))).toEqual(
      [],
    );
  });

  it("lets a court put objects into its own folder over TLS, and nothing else", () => {
    for (const { code } of config.courts) {
      expect(all.filter(({ who }) => who === `Court${code}Policy`)).toEqual([
        {
          who: `Court${code}Policy`,
          action: "s3:PutObject",
          on: `Inbox/courts/${code}/inbox/*`,
          condition: { Bool: { "aws:SecureTransport": "true" } },
        },
      ]);
    }
  });

  it("lets only the desk know the dropbox, and there only the folders of proofs and of archives to fetch", () => {
    const its = all.filter(({ on }) => on.startsWith("Dropbox"));
    expect(its.map(({ who, action, on }) => `${who} ${action} ${on}`).toSorted()).toEqual([
      "DeskFunctionRole s3:GetObject Dropbox/archives/*",
      "DeskFunctionRole s3:GetObject Dropbox/proofs/*",
      "DeskFunctionRole s3:GetObjectVersion Dropbox/proofs/*",
      "DeskFunctionRole s3:ListBucket Dropbox",
      "DeskFunctionRole s3:PutObject Dropbox/archives/*",
      "DeskFunctionRole s3:PutObject Dropbox/proofs/*",
    ]);
    expect(its.find(({ on }) => on === "Dropbox")?.condition).toEqual({
      StringLike: { "s3:prefix": "proofs/*" },
    });
  });

  it("lets whoever asks for a file of the records that may not be there learn that it isn't", () => {
    const absences = all.filter(({ on, action }) => on === "Records" && action === "s3:ListBucket");
    const asked = absences.flatMap(({ who, condition }) => `${who} ${JSON.stringify(condition)}`);
    expect(asked).toContain(
      `MonthlyBulletinFunctionRole ${JSON.stringify({ StringLike: { "s3:prefix": "assessments/*" } })}`,
    );
  });

  it("lets intake and the reader of scans read the inbox, the audit list it, the desk sign addresses of versions, and no other function know it", () => {
    const onInbox = all.filter(({ who, on }) => who.includes("Function") && on.startsWith("Inbox/"));
    const reading = onInbox.filter((one) => one.who !== "DeskFunctionRole");
    expect(who(reading, () => true)).toEqual(["DocumentIntakeFunctionRole", "DocumentOcrFunctionRole"]);
    expect(new Set(reading.map(({ action }) => action))).toEqual(
      new Set(["s3:GetObject", "s3:GetObjectVersion"]),
    );
    // The papers of cases, never the directory; and never whatever lies under a name now.
    expect(
      onInbox.filter((one) => one.who === "DeskFunctionRole").map(({ action, on }) => `${action} ${on}`),
    ).toEqual([
      "s3:GetObjectVersion Inbox/agencies/*",
      "s3:GetObjectVersion Inbox/bureaus/*",
      "s3:GetObjectVersion Inbox/courts/*",
      "s3:PutObject Inbox/bureaus/*",
      "s3:PutObject Inbox/courts/*",
    ]);
    expect(who(all, ({ on }) => on === "Inbox")).toEqual(["InboxAuditFunctionRole"]);
  });

  it("lets the reader of scans know no case", () => {
    const its = all
      .filter(({ who }) => who === "DocumentOcrFunctionRole")
      .map(({ action }) => action.split(":")[0]);
    expect(new Set(its)).toEqual(new Set(["logs", "s3", "sqs"]));
  });

  it("lets the sweep and the desk ask what is due, the desk, the count and the bulletin what was heard, the audit what is settled, and nobody scan", () => {
    expect(who(all, ({ on }) => on.endsWith("/index/due"))).toEqual([
      "DeadlineSweepFunctionRole",
      "DeskFunctionRole",
    ]);
    expect(who(all, ({ on }) => on.endsWith("/index/month"))).toEqual([
      "BoardCountFunctionRole",
      "DeskFunctionRole",
      "MonthlyBulletinFunctionRole",
    ]);
    expect(who(all, ({ on }) => on.endsWith("/index/board"))).toEqual([
      "DeskFunctionRole",
      "InboxAuditFunctionRole",
    ]);
    expect(who(all, ({ action }) => /Scan|PartiQL|BatchWrite/.test(action))).toEqual([]);
  });

  it("lets the audit change no item but its run's, the count none but what it counted, the mailer add none, and only intake, the sweep and the desk remove one", () => {
    const doing = (...actions: readonly string[]) =>
      who(all, ({ action }) => actions.includes(action)).map((role) => role.replace("FunctionRole", ""));
    const feedback = partition === "aws" ? ["MailFeedback"] : [];
    expect(doing("dynamodb:DeleteItem")).toEqual(["DeadlineSweep", "Desk", "DocumentIntake"]);
    expect(doing("dynamodb:PutItem")).toEqual([
      "BoardCount",
      "DeadlineSweep",
      "Desk",
      "DocumentIntake",
      ...feedback,
      "MonthlyBulletin",
    ]);
    const audits = all.filter((one) => one.who === "InboxAuditFunctionRole" && /Update/.test(one.action));
    const counts = all.filter(
      (one) => one.who === "BoardCountFunctionRole" && one.action === "dynamodb:PutItem",
    );
    for (const writing of [audits, counts])
      expect(writing.map(({ condition }) => condition)).toEqual([
        { "ForAllValues:StringEquals": { "dynamodb:LeadingKeys": [OPERATIONS] } },
      ]);
    expect(doing("dynamodb:GetRecords")).toEqual(["MonthlyBulletin", "NoticeMailer"]);
  });

  it("writes each function's log to its own group only", () => {
    for (const { who, action, on } of all.filter(({ action }) => action.startsWith("logs:"))) {
      expect(["logs:CreateLogStream", "logs:PutLogEvents"]).toContain(action);
      expect(on).toBe(who.replace("Role", "Logs"));
    }
  });
});

it("makes a court's role for the account that acts for it, and for no other", () => {
  const account = "arn:aws:iam::444455556666:root";
  const template = synthesise({
    ...config,
    courts: [{ code: "1302", name: "兰山", trusts: account }],
    bureaus: [],
  });
  const role = resources(template, "AWS::IAM::Role").Court1302Role;
  expect(role?.AssumeRolePolicyDocument.Statement).toEqual([
    { Action: "sts:AssumeRole", Effect: "Allow", Principal: { AWS: account } },
  ]);
  expect(role?.ManagedPolicyArns.map(readable)).toEqual(["Court1302Policy"]);
  expect(
    Object.keys(resources(templates.aws, "AWS::IAM::Role")).filter((id) => id.startsWith("Court")),
  ).toEqual([]);
});

it("lets any number of uploaders put files into the folder that their tag names, by one policy", () => {
  const template = synthesise({ ...config, courts: [], bureaus: [], uploadsByTag: true });
  const { TaggedPolicy, ...others } = resources(template, "AWS::IAM::ManagedPolicy");
  const [statement, ...more] = TaggedPolicy?.PolicyDocument.Statement ?? [];
  expect(more).toEqual([]);
  expect(statement).toMatchObject({
    Action: "s3:PutObject",
    Effect: "Allow",
    Condition: { Bool: { "aws:SecureTransport": "true" } },
  });
  const folders: readonly { readonly "Fn::Join": readonly [string, readonly unknown[]] }[] =
    statement.Resource;
  const tagged = (folder: string, tag: string) => `/${folder}/$\{aws:PrincipalTag/${tag}}/inbox/*`;
  expect(folders.map((one) => one["Fn::Join"][1].at(-1)).toSorted()).toEqual([
    tagged("agencies", "yingsu-agency"),
    tagged("bureaus", "yingsu-bureau"),
    tagged("courts", "yingsu-court"),
  ]);
  expect(Object.keys(others).filter((id) => /Court|Bureau|Agency/.test(id))).toEqual([]);
});

it("says how a province lets its courts upload, where they are too many for policies of their own", () => {
  const courts = Array.from({ length: 200 }, (_, index) => ({
    code: String(1000 + index),
    name: `第${index}法院`,
  }));
  expect(() => synthesise({ ...config, courts })).toThrow(/204 upload folders.*uploadsByTag/);
});
