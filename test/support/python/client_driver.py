"""A client of the cluster in Python, driven line by line.

Reads one JSON command a line from standard input and answers each with one JSON line, so that a
test in another language sees what a Python program sees: generated stubs, Debian's grpcio.

    {"call": "health", "service": "isopod.v1.ExecutionService"}
    {"call": "list-services"}
    {"call": "describe-service", "service": "isopod.v1.ExecutionService"}
    {"call": "execute", "execution": {…}}
    {"call": "execute-stream", "executions": {"1": {…}}, "cancel_on_log": [1]}

Executions and answers are the messages of the protocol in their JSON form, with the names of the
.proto files. A call that fails is answered with {"error": {"code": …, "message": …}}.

Usage: PYTHONPATH=STUBS client_driver.py ADDRESS
"""

import json
import queue
import sys

import grpc
from google.protobuf import descriptor_pb2
from google.protobuf.json_format import MessageToDict, ParseDict

from health.v1 import health_pb2, health_pb2_grpc
from isopod.v1 import execution_pb2, execution_service_pb2, execution_service_pb2_grpc
from reflection.v1 import reflection_pb2, reflection_pb2_grpc

CALL_SECONDS_MAX = 20


def as_json(message):
    return MessageToDict(message, preserving_proto_field_name=True)


def as_error(error):
    return {"error": {"code": error.code().name, "message": error.details()}}


def as_execution(fields):
    return ParseDict(fields, execution_pb2.Execution())


def health(channel, command):
    stub = health_pb2_grpc.HealthStub(channel)
    request = health_pb2.HealthCheckRequest(service=command["service"])
    return as_json(stub.Check(request, timeout=CALL_SECONDS_MAX))


def reflect(channel, **request):
    stub = reflection_pb2_grpc.ServerReflectionStub(channel)
    requests = iter([reflection_pb2.ServerReflectionRequest(**request)])
    return next(stub.ServerReflectionInfo(requests, timeout=CALL_SECONDS_MAX))


def list_services(channel, _command):
    answer = reflect(channel, list_services="")
    return {"services": sorted(service.name for service in answer.list_services_response.service)}


def describe_service(channel, command):
    answer = reflect(channel, file_containing_symbol=command["service"])
    methods = {}
    for encoded in answer.file_descriptor_response.file_descriptor_proto:
        file = descriptor_pb2.FileDescriptorProto.FromString(encoded)
        for service in file.service:
            if f"{file.package}.{service.name}" == command["service"]:
                methods.update({method.name: method.input_type for method in service.method})
    return {"methods": methods}


def execute(channel, command):
    stub = execution_service_pb2_grpc.ExecutionServiceStub(channel)
    request = execution_service_pb2.ExecuteRequest(execution=as_execution(command["execution"]))
    return as_json(stub.Execute(request, timeout=CALL_SECONDS_MAX))


def stream_command(execution_id, **command):
    item = execution_service_pb2.ExecuteStreamCommand(execution_id=execution_id, **command)
    return execution_service_pb2.ExecuteStreamRequest(commands=[item])


def execute_stream(channel, command):
    """Sends every execution, cancels some at their first log, and gathers what comes back."""
    stub = execution_service_pb2_grpc.ExecutionServiceStub(channel)
    unfinished = {int(number) for number in command["executions"]}
    to_cancel = set(command.get("cancel_on_log", []))
    requests = queue.SimpleQueue()
    for number, fields in command["executions"].items():
        run = execution_service_pb2.ExecuteCommand(execution=as_execution(fields))
        requests.put(stream_command(int(number), execute=run))

    events = []
    try:
        for response in stub.ExecuteStream(iter(requests.get, None), timeout=CALL_SECONDS_MAX):
            for event in response.events:
                events.append(as_json(event))
                number = event.execution_id
                if event.WhichOneof("event") != "logs":
                    unfinished.discard(number)
                elif number in to_cancel:
                    to_cancel.discard(number)
                    cancel = execution_service_pb2.CancelCommand()
                    requests.put(stream_command(number, cancel=cancel))
            if not unfinished:
                requests.put(None)
    except grpc.RpcError as error:
        return {"events": events, **as_error(error)}
    return {"events": events}


CALLS = {
    "health": health,
    "list-services": list_services,
    "describe-service": describe_service,
    "execute": execute,
    "execute-stream": execute_stream,
}


def answer(channel, command):
    try:
        return CALLS[command["call"]](channel, command)
    except grpc.RpcError as error:
        return as_error(error)


def main():
    with grpc.insecure_channel(sys.argv[1]) as channel:
        for line in sys.stdin:
            print(json.dumps(answer(channel, json.loads(line))), flush=True)


main()
