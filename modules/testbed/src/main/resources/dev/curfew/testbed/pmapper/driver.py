"""Asks PMapper 1.1.5, offline, about accounts: one JSON object a line in ({"account", "environment"}, as
`curfew escalations` reads them), one a line out: who it takes for an administrator, who it says reaches one, and its
edges from there to there with their reasons, and the seconds of processor that making its graph took."""

import collections
import collections.abc
import json
import logging
import sys
import time

# PMapper was written before Python 3.10 took these from here.
for name in ("Mapping", "MutableMapping"):
    setattr(collections, name, getattr(collections.abc, name))

from principalmapper.graphing import (  # noqa: E402
    autoscaling_edges,
    cloudformation_edges,
    codebuild_edges,
    ec2_edges,
    gathering,
    iam_edges,
    lambda_edges,
    sagemaker_edges,
    ssm_edges,
    sts_edges,
)

logging.disable(logging.CRITICAL)


class Pages:
    def __init__(self, page):
        self.page = page

    def paginate(self, **_):
        return [self.page]


class Iam:
    """The calls that PMapper makes to IAM, answered from the account's file and the environment."""

    def __init__(self, account, environment):
        self.account = account
        self.environment = environment

    def get_paginator(self, name):
        details = name == "get_account_authorization_details"
        return Pages(self.account if details else {"VirtualMFADevices": []})

    def list_access_keys(self, UserName):  # noqa: N803
        return {"AccessKeyMetadata": [{}] * self.environment["accessKeys"].get(UserName, 0)}

    def get_login_profile(self, UserName):  # noqa: N803
        if not self.environment["loginProfile"].get(UserName):
            raise LookupError("NoSuchEntity")
        return {"LoginProfile": {}}

    def list_mfa_devices(self, UserName):  # noqa: N803
        return {"MFADevices": [{}]}


def things(environment, service):
    return [it for it in environment["existingResources"] if it["arn"].split(":")[2] == service]


def answer(account, environment):
    begun = time.process_time()
    nodes = gathering.get_nodes_groups_and_policies(Iam(account, environment))["nodes"]
    for node in nodes:
        node.instance_profile = node.instance_profile or None
    gathering.update_admin_status(nodes)
    functions = [{"FunctionArn": it["arn"], "Role": it["executionRole"]} for it in things(environment, "lambda")]
    stacks = [{"StackId": it["arn"], "RoleARN": it["executionRole"]} for it in things(environment, "cloudformation")]
    projects = [
        {"project_arn": it["arn"], "project_role": it["executionRole"], "project_tags": []}
        for it in things(environment, "codebuild")
    ]
    edges = []
    edges += autoscaling_edges.generate_edges_locally(nodes, None, [])
    edges += cloudformation_edges.generate_edges_locally(nodes, stacks)
    edges += codebuild_edges.generate_edges_locally(nodes, None, projects)
    edges += lambda_edges.generate_edges_locally(nodes, functions)
    for checker in (ec2_edges, iam_edges, sagemaker_edges, ssm_edges, sts_edges):
        edges += checker.generate_edges_locally(nodes)
    seconds = time.process_time() - begun
    administrators = {node.arn for node in nodes if node.is_admin}
    reached = set(administrators)
    more = True
    while more:
        before = len(reached)
        reached |= {edge.source.arn for edge in edges if edge.destination.arn in reached}
        more = len(reached) > before
    return {
        "seconds": seconds,
        "administrators": sorted(administrators),
        "reaching": sorted(reached - administrators),
        "edges": [
            {"from": edge.source.arn, "to": edge.destination.arn, "reason": edge.reason}
            for edge in edges
            if edge.destination.arn in reached
        ],
    }


for line in sys.stdin:
    case = json.loads(line)
    print(json.dumps(answer(case["account"], case["environment"])), flush=True)
