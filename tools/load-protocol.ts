/** The protocol as protobufjs has it, for what is generated from it. */
import { join } from 'node:path';
import protobuf from 'protobufjs';

const packageName = 'isopod.v1';

/** The package, of the files and all that they import. */
export function loadProtocol(
  protoFolder: string,
  serviceFiles: readonly string[],
): protobuf.Namespace {
  const root = new protobuf.Root();
  // protobufjs brings the well-known types along.
  root.resolvePath = (_origin, target) =>
    target.startsWith('google/') ? target : join(protoFolder, target);
  root.loadSync([...serviceFiles]).resolveAll();
  return root.lookup(packageName) as protobuf.Namespace;
}

export function servicesOf({ nestedArray }: protobuf.Namespace): protobuf.Service[] {
  return nestedArray.filter((nested) => nested instanceof protobuf.Service);
}
