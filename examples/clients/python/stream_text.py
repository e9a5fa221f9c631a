"""A client in Python that streams its standard input to the program it sends, shows how far that
is, and writes the bytes that it returns to standard output.

Make the stubs once, from the root of the repository (docs/programs.md explains the events):

    protoc --proto_path=proto --python_out=stubs --grpc_python_out=stubs \
      --plugin=protoc-gen-grpc_python="$(command -v grpc_python_plugin)" \
      proto/isopod/v1/execution.proto proto/isopod/v1/execution_service.proto \
      proto/isopod/v1/place.proto

Usage: PYTHONPATH=stubs python3 stream_text.py HOST:PORT < text > numbered
"""

import json
import queue
import sys

import grpc

from isopod.v1 import execution_pb2 as pb
from isopod.v1 import execution_service_pb2 as calls
from isopod.v1 import execution_service_pb2_grpc as rpc

PROGRAM = """
export default async (_input, { stdin, progress }) => {
  let numbered = '';
  let count = 0;
  for await (const line of stdin) {
    numbered += `${++count} ${line}\\n`;
    progress({ lines: count });
  }
  return new TextEncoder().encode(numbered);
};
"""

BYTES_MAX = 24 << 20
# As far as a client may be ahead of what the program has read.
AHEAD_MAX = 256 << 10
PIECE_CHARS = 16 << 10


def stream_text(service, source, text, on_progress, seconds_max=60):
    """Runs one program, with `text` for it to read; gives its outcome."""
    commands = queue.SimpleQueue()
    execution = pb.Execution(source=pb.Source(text=source), stdin=True)
    send(commands, execute=calls.ExecuteCommand(execution=execution))
    pieces = iter(lambda: text.read(PIECE_CHARS), "")
    free, piece = AHEAD_MAX, next(pieces, None)

    def send_what_may_be_sent():
        nonlocal free, piece
        while piece is not None and len(piece.encode()) <= free:
            free -= len(piece.encode())
            send(commands, stdin=calls.StdinCommand(text=piece))
            piece = next(pieces, None)
            if piece is None:
                send(commands, stdin=calls.StdinCommand(end=True))

    if piece is None:
        send(commands, stdin=calls.StdinCommand(end=True))
    send_what_may_be_sent()
    outcome = None
    for response in service.ExecuteStream(iter(commands.get, None), timeout=seconds_max):
        for event in response.events:
            kind = event.WhichOneof("event")
            if kind == "stdin_read":
                free += event.stdin_read.bytes
                send_what_may_be_sent()
            elif kind == "progress":
                on_progress(json.loads(event.progress.value_json))
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


def main(address):
    def show(value):
        print(f"{value['lines']} lines", file=sys.stderr)

    # Over TLS: grpc.secure_channel(address, grpc.ssl_channel_credentials(authorities), …)
    channel = grpc.insecure_channel(address, [("grpc.max_receive_message_length", BYTES_MAX)])
    with channel:
        service = rpc.ExecutionServiceStub(channel)
        outcome = stream_text(service, PROGRAM, sys.stdin, show)
    if outcome.word != pb.OUTCOME_WORD_SUCCEEDED:
        sys.exit(f"{pb.OutcomeWord.Name(outcome.word)} {outcome.error.message}")
    sys.stdout.buffer.write(outcome.result_bytes)


if __name__ == "__main__":
    main(sys.argv[1])
