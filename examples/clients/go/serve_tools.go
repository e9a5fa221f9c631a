// A client in Go that does two things for the program it sends: the program asks for the weather
// of several towns and has what it finds written down, and this process does both. Each call is
// answered on a goroutine of its own, so that a tool that takes long holds up no other.
//
// With Debian's Go (golang-go, golang-google-grpc-dev, golang-github-golang-protobuf-1-5-dev,
// protoc-gen-go-1-5), which knows packages by GOPATH, from the root of the repository:
//
//	gopath=$(mktemp -d); mkdir "$gopath/src"
//	package=isopod/v1
//	protoc --proto_path=proto --go_out=plugins=grpc,Misopod/v1/execution.proto=$package,Misopod/v1/execution_service.proto=$package,Misopod/v1/place.proto=$package:"$gopath/src" \
//	  proto/isopod/v1/execution.proto proto/isopod/v1/execution_service.proto proto/isopod/v1/place.proto
//	GO111MODULE=off GOPATH="$gopath:/usr/share/gocode" go run examples/clients/go/serve_tools.go HOST:PORT
//
// With modules, let protoc-gen-go and protoc-gen-go-grpc write the stubs into one of yours.
//
// Prints the outcome as JSON: its word, its result, and what was written down.
package main

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"os"
	"sync"
	"time"

	"google.golang.org/grpc"
	pb "isopod/v1"
)

const program = `
export default async (towns, { tools }) => {
  const known = [];
  for (const town of towns) {
    try {
      const { celsius } = await tools.getWeather({ town });
      known.push({ town, celsius });
      await tools.note(town + ': ' + celsius + ' degrees');
    } catch (error) {
      if (error.code !== 'UNKNOWN_TOWN') throw error;
      await tools.note(town + ': nobody knows (did you mean ' + error.data.near + '?)');
    }
  }
  known.sort((a, b) => a.celsius - b.celsius);
  return { coldest: known[0].town };
};
`

const (
	bytesMax    = 24 << 20
	timeMax     = 30 * time.Second
	executionID = 1
)

var weather = map[string]int{"Oslo": -3, "Lisbon": 17, "Tromsø": -9}

// ToolError is what a tool fails with, for the program to catch and decide on.
type ToolError struct {
	Name, Message, Code string
	Data                interface{}
}

func (e *ToolError) Error() string { return e.Message }

// A Tool gets its argument as JSON, nil for none, and gives what JSON can write.
type Tool func(ctx context.Context, argument json.RawMessage) (interface{}, error)

// serve runs one program, answering what it asks of tools, and gives its outcome.
func serve(ctx context.Context, service pb.ExecutionServiceClient, source string, input interface{}, tools map[string]Tool) (*pb.Outcome, error) {
	// When this returns, the run is over, and so are the tools that still work for it.
	ctx, cancel := context.WithCancel(ctx)
	defer cancel()
	stream, err := service.ExecuteStream(ctx)
	if err != nil {
		return nil, err
	}
	var sending sync.Mutex
	send := func(command *pb.ExecuteStreamCommand) error {
		command.ExecutionId = executionID
		sending.Lock()
		defer sending.Unlock()
		return stream.Send(&pb.ExecuteStreamRequest{Commands: []*pb.ExecuteStreamCommand{command}})
	}
	inputJSON, err := json.Marshal(input)
	if err != nil {
		return nil, err
	}
	text := string(inputJSON)
	execution := &pb.Execution{
		Code:      &pb.Execution_Source{Source: &pb.Source{Text: source}},
		InputJson: &text,
	}
	for name := range tools {
		execution.ToolNames = append(execution.ToolNames, name)
	}
	execute := &pb.ExecuteCommand{Execution: execution}
	if err := send(&pb.ExecuteStreamCommand{Command: &pb.ExecuteStreamCommand_Execute{Execute: execute}}); err != nil {
		return nil, err
	}
	for {
		response, err := stream.Recv()
		if err == io.EOF {
			return nil, errors.New("the stream has ended without an outcome")
		}
		if err != nil {
			return nil, err
		}
		for _, event := range response.Events {
			switch happened := event.Event.(type) {
			case *pb.ExecuteStreamEvent_HostCall:
				go func(call *pb.HostCall) {
					reply := answer(ctx, tools, call)
					// Where the stream is over nobody waits for it.
					_ = send(&pb.ExecuteStreamCommand{Command: &pb.ExecuteStreamCommand_HostCallReply{HostCallReply: reply}})
				}(happened.HostCall)
			case *pb.ExecuteStreamEvent_Outcome:
				return happened.Outcome, nil
			case *pb.ExecuteStreamEvent_Failure:
				return nil, fmt.Errorf("%s: %s", happened.Failure.Reason, happened.Failure.Message)
			}
		}
	}
}

func answer(ctx context.Context, tools map[string]Tool, call *pb.HostCall) *pb.HostCallReply {
	var argument json.RawMessage
	if call.ArgumentJson != nil {
		argument = json.RawMessage(*call.ArgumentJson)
	}
	reply := &pb.HostCallReply{CallId: call.CallId}
	result, err := tools[call.ToolName](ctx, argument)
	var text []byte
	if err == nil {
		text, err = json.Marshal(result)
	}
	if err == nil {
		resultJSON := string(text)
		reply.ResultJson = &resultJSON
		return reply
	}
	reply.Error = &pb.HostCallError{Name: "Error", Message: err.Error()}
	var toolError *ToolError
	if errors.As(err, &toolError) {
		reply.Error.Name, reply.Error.Code = toolError.Name, toolError.Code
		if data, err := json.Marshal(toolError.Data); err == nil {
			dataJSON := string(data)
			reply.Error.DataJson = &dataJSON
		}
	}
	return reply
}

func getWeather(_ context.Context, argument json.RawMessage) (interface{}, error) {
	var asked struct{ Town string }
	if err := json.Unmarshal(argument, &asked); err != nil {
		return nil, err
	}
	celsius, isKnown := weather[asked.Town]
	if !isKnown {
		near := map[string]string{"near": "Oslo"}
		return nil, &ToolError{"NotFound", "no such town: " + asked.Town, "UNKNOWN_TOWN", near}
	}
	return map[string]int{"celsius": celsius}, nil
}

func run(address string) error {
	// Over TLS: grpc.WithTransportCredentials(credentials.NewTLS(…)) in the place of WithInsecure.
	connection, err := grpc.Dial(address, grpc.WithInsecure(),
		grpc.WithDefaultCallOptions(grpc.MaxCallRecvMsgSize(bytesMax)))
	if err != nil {
		return err
	}
	defer connection.Close()
	var noting sync.Mutex
	notes := []string{}
	tools := map[string]Tool{
		"getWeather": getWeather,
		"note": func(_ context.Context, argument json.RawMessage) (interface{}, error) {
			var line string
			if err := json.Unmarshal(argument, &line); err != nil {
				return nil, err
			}
			noting.Lock()
			defer noting.Unlock()
			notes = append(notes, line)
			return nil, nil
		},
	}
	ctx, cancel := context.WithTimeout(context.Background(), timeMax)
	defer cancel()
	towns := []string{"Lisbon", "Osla", "Tromsø", "Oslo"}
	outcome, err := serve(ctx, pb.NewExecutionServiceClient(connection), program, towns, tools)
	if err != nil {
		return err
	}
	result := json.RawMessage("null")
	if outcome.ResultJson != nil {
		result = json.RawMessage(*outcome.ResultJson)
	}
	return json.NewEncoder(os.Stdout).Encode(map[string]interface{}{
		"word":   outcome.Word.String(),
		"result": result,
		"error":  outcome.GetError().GetMessage(),
		"notes":  notes,
	})
}

func main() {
	if len(os.Args) != 2 {
		fmt.Fprintln(os.Stderr, "usage: serve_tools HOST:PORT")
		os.Exit(64)
	}
	if err := run(os.Args[1]); err != nil {
		fmt.Fprintln(os.Stderr, err)
		os.Exit(1)
	}
}
