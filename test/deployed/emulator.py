"""MiniStack, mended where it isn't AWS yet: each gap is one row of GAPS, and the product is never bent to it.

Started by emulator.ts with MiniStack's own environment. A row that MiniStack no longer needs makes no difference.
"""

import contextvars
import email.utils
import json
import urllib.parse

from ministack.core import iam_actions, iam_evaluator, lambda_runtime
from ministack.services import eventbridge, s3, scheduler, ses
from ministack.services.cloudformation import provisioners

HANDLERS = provisioners._RESOURCE_HANDLERS


def dkim_records():
    """AWS::SES::EmailIdentity returns the three CNAME records of DKIM, and refuses a domain that is an identity already."""
    create = HANDLERS["AWS::SES::EmailIdentity"]["create"]

    def created(logical_id, props, stack_name):
        domain = props.get("EmailIdentity", "")
        if domain in ses._identities:
            raise ValueError(f"Email identity {domain} already exists.")
        physical_id, attributes = create(logical_id, props, stack_name)
        for number in (1, 2, 3):
            attributes[f"DkimDNSTokenName{number}"] = f"token{number}._domainkey.{domain}"
            attributes[f"DkimDNSTokenValue{number}"] = f"token{number}.dkim.amazonses.com"
        return physical_id, attributes

    HANDLERS["AWS::SES::EmailIdentity"]["create"] = created


def secret_arn():
    """Ref of a secret is its ARN."""
    create = HANDLERS["AWS::SecretsManager::Secret"]["create"]

    def created(logical_id, props, stack_name):
        _, attributes = create(logical_id, props, stack_name)
        return attributes["Arn"], attributes

    HANDLERS["AWS::SecretsManager::Secret"]["create"] = created


def version_of_event():
    """S3's event of a new object in a versioned bucket names the version."""
    version = contextvars.ContextVar("version", default=None)
    fire, dispatch = s3._fire_s3_event, eventbridge._dispatch_event

    def fired(*args, **kwargs):
        token = version.set(kwargs.get("version_id"))
        try:
            return fire(*args, **kwargs)
        finally:
            version.reset(token)

    def dispatched(event, *args, **kwargs):
        if event.get("Source") == "aws.s3" and version.get() is not None:
            detail = json.loads(event["Detail"])
            detail["object"]["version-id"] = version.get()
            event = {**event, "Detail": json.dumps(detail)}
        return dispatch(event, *args, **kwargs)

    s3._fire_s3_event, eventbridge._dispatch_event = fired, dispatched


def sending():
    """IAM judges a mail by the identity of its sender, which the policy names, and knows ses:FromAddress."""
    sender = contextvars.ContextVar("sender", default="")
    resource, resolve = iam_actions._ses_v2_resource_arn, iam_evaluator._resolve_condition_key

    def named(method, path, body, region, account):
        asked = urllib.parse.parse_qs(body.decode(errors="replace")) if method == "POST" else {}
        if asked.get("Action") != ["SendRawEmail"]:
            return resource(method, path, body, region, account)
        sender.set(email.utils.parseaddr(asked.get("Source", [""])[0])[1])
        return f"arn:aws:ses:{region}:{account}:identity/{sender.get().rpartition('@')[2]}"

    def resolved(key, context):
        return sender.get() if key.lower() == "ses:fromaddress" else resolve(key, context)

    iam_actions._ses_v2_resource_arn, iam_evaluator._resolve_condition_key = named, resolved


def quiet_schedules():
    """Scheduler fills in <aws.scheduler.scheduled-time> and knows time zones: here nothing fires by itself, the check calls."""
    scheduler.start_scheduler = lambda: None


def patient_functions():
    """A function's seconds are Lambda's: a machine that does other things as well takes many of them only to start one."""
    make = lambda_runtime.Worker.__init__

    def made(self, name, config, code):
        make(self, name, {**config, "Timeout": PATIENCE * config.get("Timeout", 3)}, code)

    lambda_runtime.Worker.__init__ = made


# As often as a function may take its own time.
PATIENCE = 20

GAPS = [dkim_records, secret_arn, version_of_event, sending, quiet_schedules, patient_functions]

if __name__ == "__main__":
    for gap in GAPS:
        gap()
    from ministack.app import main

    main()
