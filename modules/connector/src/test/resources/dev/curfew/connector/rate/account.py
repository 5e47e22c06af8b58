"""Reads what Curfew reads of an AWS account with AWS's own client: the peer in benchmarks.

    account.py ADDRESS    prints {"listed": {...}, "requests": ...}; the key is in the environment
"""

import json
import sys
import threading
from concurrent.futures import ThreadPoolExecutor

import boto3
from botocore.config import Config

AT_ONCE = 8
requests = 0
lock = threading.Lock()


def count(**_):
    global requests
    with lock:
        requests += 1


def client(service):
    made = boto3.client(
        service, endpoint_url=sys.argv[1], region_name="eu-west-1", config=Config(max_pool_connections=AT_ONCE)
    )
    made.meta.events.register("before-send.*", count)
    return made


def credentials(name):
    keys = [key for page in iam.get_paginator("list_access_keys").paginate(UserName=name) for key in page["AccessKeyMetadata"]]
    for key in keys:
        iam.get_access_key_last_used(AccessKeyId=key["AccessKeyId"])
    try:
        iam.get_login_profile(UserName=name)
        return len(keys), 1
    except iam.exceptions.NoSuchEntityException:
        return len(keys), 0


client("sts").get_caller_identity()
iam = client("iam")
details = {"UserDetailList": [], "GroupDetailList": [], "RoleDetailList": [], "Policies": []}
for page in iam.get_paginator("get_account_authorization_details").paginate(PaginationConfig={"PageSize": 500}):
    for name in details:
        details[name].extend(page[name])
users = [user["UserName"] for page in iam.get_paginator("list_users").paginate() for user in page["Users"]]
with ThreadPoolExecutor(AT_ONCE) as threads:
    found = list(threads.map(credentials, users))
print(
    json.dumps(
        {
            "listed": {
                "users": len(details["UserDetailList"]),
                "groups": len(details["GroupDetailList"]),
                "roles": len(details["RoleDetailList"]),
                "policies": len(details["Policies"]),
                "access-keys": sum(keys for keys, _ in found),
                "passwords": sum(passwords for _, passwords in found),
            },
            "requests": requests,
        }
    )
)
