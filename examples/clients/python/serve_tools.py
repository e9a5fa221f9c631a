"""A client in Python that does two things for the program it sends: the program asks for the
weather of several towns and has what it finds written down, and this process does both.

Make the stubs once, from the root of the repository (docs/tools.md explains the events):

    protoc --proto_path=proto --python_out=stubs --grpc_python_out=stubs \
      --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" \
      proto/isopod/v1/execution.proto proto/isopod/v1/execution_service.proto \
      proto/isopod/v1/place.proto

Usage: PYTHONPATH=stubs python3 serve_tools.py HOST:PORT
Prints the outcome as JSON: its word, its result, and what was written down.
"""

import json
import queue
import sys

import grpc

from isopod.v1 import execution_pb2 as pb
from isopod.v1 import execution_service_pb2 as calls
from isopod.v1 import execution_service_pb2_grpc as rpc

PROGRAM = """
export default async (towns, { tools }) => {
  const known = [];
  for (const town of towns) {
    try {
      const { celsius } = await tools.getWeather({ town });
      known.push({ town, celsius });
      await tools.note(`${town}: ${celsius} degrees`);
    } catch (error) {
      if (error.code !== 'UNKNOWN_TOWN') throw error;
      await tools.note(`${town}: nobody knows (did you mean ${error.data.near}?)`);
    }
  }
  known.sort((a, b) => a.celsius - b.celsius);
  return { coldest: known[0].town };
};
"""

WEATHER = {"Oslo": -3, "Lisbon": 17, "Tromsø": -9}
BYTES_MAX = 24 << 20


class ToolError(Exception):
    """What a tool fails with, for the program to catch and decide on."""

    def __init__(self, name, message, code="", data=None):
        super().__init__(message)
        self.name, self.code, self.data = name, code, data


def serve(service, source, argument, tools, seconds_max=30):
    """Runs one program, answering what it asks of `tools`; gives its outcome."""
    commands = queue.SimpleQueue()
    execution = pb.Execution(
        source=pb.Source(text=source),
        input_json=json.dumps(argument),
        tool_names=list(tools),
    )
    send(commands, execute=calls.ExecuteCommand(execution=execution))
    # The requests end at None: then the client has half-closed, and the server ends the stream.
    responses = service.ExecuteStream(iter(commands.get, None), timeout=seconds_max)
    outcome = None
    for response in responses:
        for event in response.events:
            kind = event.WhichOneof("event")
            if kind == "host_call":
                send(commands, host_call_reply=answer(tools, event.host_call))
            elif kind == "failure":
                raise RuntimeError(f"{event.failure.reason}: {event.failure.message}")
            elif kind == "outcome":
                outcome = event.outcome
                commands.put(None)
    return outcome


def send(commands, **command):
    commands.put(
        calls.ExecuteStreamRequest(
            commands=[calls.ExecuteStreamCommand(execution_id=1, **command)]
        )
    )


def answer(tools, call):
    """A tool here takes a moment; one that takes longer belongs on a thread of its own."""
    argument = json.loads(call.argument_json) if call.HasField("argument_json") else None
    reply = calls.HostCallReply(call_id=call.call_id)
    try:
        reply.result_json = json.dumps(tools[call.tool_name](argument))
    except ToolError as error:
        reply.error.name, reply.error.message = error.name, str(error)
        reply.error.code = error.code
        if error.data is not None:
            reply.error.data_json = json.dumps(error.data)
    except Exception as error:  # A tool's mistake is the program's to know of, not this loop's end.
        reply.error.name, reply.error.message = type(error).__name__, str(error)
    return reply


def get_weather(argument):
    town = argument["town"]
    if town not in WEATHER:
        raise ToolError("NotFound", f"no such town: {town}", "UNKNOWN_TOWN", {"near": "Oslo"})
    return {"celsius": WEATHER[town]}


def main(address):
    notes = []
    tools = {"getWeather": get_weather, "note": notes.append}
    # Over TLS: grpc.secure_channel(address, grpc.ssl_channel_credentials(authorities), …)
    channel = grpc.insecure_channel(address, [("grpc.max_receive_message_length", BYTES_MAX)])
    with channel:
        service = rpc.ExecutionServiceStub(channel)
        outcome = serve(service, PROGRAM, ["Lisbon", "Osla", "Tromsø", "Oslo"], tools)
    answer = {
        "word": pb.OutcomeWord.Name(outcome.word),
        "result": json.loads(outcome.result_json or "null"),
        "error": outcome.error.message,
        "notes": notes,
    }
    print(json.dumps(answer))


if __name__ == "__main__":
    main(sys.argv[1])
