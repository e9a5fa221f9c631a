/**
 * Python's view of the protocol, generated as a user would: Debian's protoc with gRPC's plugin for
 * Python. (python3-grpc-tools is no help: Debian 12's is of 2018 and knows no `optional` fields.)
 * Health and reflection, whose stubs python3-grpcio lacks, come from the same .proto files that the
 * server's packages carry.
 */
import { execFileSync, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram } from '../services/find-program.ts';

const projectFolder = join(import.meta.dirname, '../../..');
const installScript = join(projectFolder, 'tools/install-debian-packages.sh');
const debianPackages = [
  'python3-grpcio',
  'protobuf-compiler',
  'protobuf-compiler-grpc',
  'libprotobuf-dev',
];

/** Each with the folder that its imports are relative to. */
const protocols = [
  {
    root: 'proto',
    files: ['execution', 'execution_service', 'place'].map((name) => `isopod/v1/${name}.proto`),
  },
  { root: 'proto/grpc', files: ['health/v1/health.proto'] },
  // Not from one folder higher: Python's `grpc` is a package already.
  {
    root: 'node_modules/@grpc/reflection/build/proto/grpc',
    files: ['reflection/v1/reflection.proto'],
  },
];

interface PythonTools {
  readonly python: string;
  readonly protoc: string;
  readonly plugin: string;
}

/** Found on the machine, else installed on it when we may, else an error that names the ways. */
export function pythonTools(): PythonTools {
  const found = findPythonTools();
  if (found) return found;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined) {
    execFileSync(installScript, debianPackages, { stdio: ['ignore', 'inherit', 'inherit'] });
  }
  const installed = findPythonTools();
  if (installed) return installed;
  throw new Error(
    `no gRPC for Python for the tests: install ${debianPackages.join(', ')} with apt-get, or run ` +
      'the tests as root on Debian',
  );
}

/** Writes the stubs below `folder`, which then belongs in PYTHONPATH. */
export function generateStubs({ protoc, plugin }: PythonTools, folder: string): void {
  execFileSync(
    protoc,
    [
      ...protocols.map(({ root }) => `--proto_path=${root}`),
      `--python_out=${folder}`,
      `--grpc_python_out=${folder}`,
      `--plugin=protoc-gen-grpc_python=${plugin}`,
      ...protocols.flatMap(({ files }) => files),
    ],
    { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
}

function findPythonTools(): PythonTools | undefined {
  const protoc = findProgram('protoc');
  const plugin = findProgram('grpc_python_plugin');
  // The first python3 in PATH need not be the one that Debian installs packages for.
  const python = [findProgram('python3'), '/usr/bin/python3'].find(
    (program) => program !== undefined && spawnSync(program, ['-c', 'import grpc']).status === 0,
  );
  return protoc && plugin && python ? { python, protoc, plugin } : undefined;
}
