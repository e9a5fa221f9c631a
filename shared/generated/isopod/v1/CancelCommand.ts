// Original file: proto/isopod/v1/execution_service.proto


export interface CancelCommand {
}

export interface CancelCommand__Output {
}
