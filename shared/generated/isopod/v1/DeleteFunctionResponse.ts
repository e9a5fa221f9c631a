// Original file: proto/isopod/v1/function_service.proto


export interface DeleteFunctionResponse {
}

export interface DeleteFunctionResponse__Output {
}
