"""Calls AWS with its own client: a line of JSON asks, a line of JSON answers."""

import base64
import json
import sys

import boto3

address, region = sys.argv[1], sys.argv[2]
clients = {}


def call(service, method, arguments):
    if service not in clients:
        clients[service] = boto3.client(service, endpoint_url=address, region_name=region)
    client = clients[service]
    if "Code" in arguments and "ZipFile" in arguments["Code"]:
        arguments["Code"]["ZipFile"] = base64.b64decode(arguments["Code"]["ZipFile"])
    if client.can_paginate(method):
        return client.get_paginator(method).paginate(**arguments).build_full_result()
    return getattr(client, method)(**arguments)


for line in sys.stdin:
    try:
        answer = {"answer": call(**json.loads(line))}
    except Exception as error:  # told to the test
        answer = {"error": str(error)}
    print(json.dumps(answer, default=str), flush=True)
