/**
 * A Go program that is a client of the cluster, built as a user of Debian's Go would: packages by
 * GOPATH, stubs from our .proto files.
 */
import { execFile, execFileSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { findProgram } from '../services/find-program.ts';

const projectFolder = join(import.meta.dirname, '../../..');
const installScript = join(projectFolder, 'tools/install-debian-packages.sh');
const debianPackages = [
  'golang-go',
  'golang-google-grpc-dev',
  'golang-github-golang-protobuf-1-5-dev',
  'protoc-gen-go-1-5',
  'protobuf-compiler',
];
const debianGoPath = '/usr/share/gocode';
const protocols = ['execution', 'execution_service', 'place'].map(
  (name) => `isopod/v1/${name}.proto`,
);

/** Builds `source`, relative to the project's folder, in `folder`; resolves with the program. */
export async function buildGoProgram(source: string, folder: string): Promise<string> {
  requireTools();
  const stubs = join(folder, 'src');
  mkdirSync(stubs);
  const packages = protocols.map((file) => `M${file}=isopod/v1`);
  execFileSync(
    'protoc',
    ['--proto_path=proto', `--go_out=plugins=grpc,${packages.join(',')}:${stubs}`, ...protocols],
    { cwd: projectFolder, stdio: ['ignore', 'ignore', 'inherit'] },
  );
  const program = join(folder, 'program');
  await promisify(execFile)('go', ['build', '-o', program, source], {
    cwd: projectFolder,
    env: {
      ...process.env,
      GO111MODULE: 'off',
      GOPATH: `${folder}:${debianGoPath}`,
      // Where there is no home, `go` wants to be told; what it has built serves the next time.
      GOCACHE: process.env['GOCACHE'] ?? '/var/tmp/isopod-go-build',
      GOFLAGS: '',
    },
  });
  return program;
}

/** Found on the machine, else installed on it when we may, else an error that names the ways. */
function requireTools(): void {
  if (hasTools()) return;
  if (process.getuid?.() === 0 && findProgram('apt-get') !== undefined)
    execFileSync(installScript, debianPackages, { stdio: ['ignore', 'inherit', 'inherit'] });
  if (hasTools()) return;
  throw new Error(
    `no gRPC for Go for the tests: install ${debianPackages.join(', ')} with apt-get, or run ` +
      'the tests as root on Debian',
  );
}

function hasTools(): boolean {
  const programs = ['go', 'protoc', 'protoc-gen-go'].map((name) => findProgram(name));
  return (
    !programs.includes(undefined) && existsSync(join(debianGoPath, 'src/google.golang.org/grpc'))
  );
}
