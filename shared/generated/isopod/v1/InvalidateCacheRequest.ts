// Original file: proto/isopod/v1/cluster_cache.proto


export interface InvalidateCacheRequest {
  'namespace'?: (string);
  'key'?: (string);
  'tag'?: (string);
  'what'?: "key"|"tag";
}

export interface InvalidateCacheRequest__Output {
  'namespace': (string);
  'key'?: (string);
  'tag'?: (string);
  'what'?: "key"|"tag";
}
