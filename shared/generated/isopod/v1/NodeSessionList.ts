// Original file: proto/isopod/v1/node_service.proto


export interface NodeSessionList {
}

export interface NodeSessionList__Output {
}
