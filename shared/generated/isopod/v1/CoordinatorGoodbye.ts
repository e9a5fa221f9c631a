// Original file: proto/isopod/v1/node_service.proto


export interface CoordinatorGoodbye {
}

export interface CoordinatorGoodbye__Output {
}
