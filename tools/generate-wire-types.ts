/**
 * Types and codecs for the protocol's messages and services, as proto-loader would have them at run
 * time, made from every *_service.proto; the messages they import come along. proto-loader's own
 * generator makes the types, with the options of shared/wire.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loaderOptions } from '../shared/wire/loader-options.ts';
import { generateWireCodecs } from './generate-wire-codecs.ts';
import { generateWireServices } from './generate-wire-services.ts';
import { loadProtocol, servicesOf } from './load-protocol.ts';
import { readTree } from './read-tree.ts';

const protoFolder = 'proto';
const serviceFolder = 'isopod/v1';
const codecsPath = 'wire-codecs.ts';
const servicesPath = 'wire-services.ts';
const generatorScript = 'node_modules/@grpc/proto-loader/build/bin/proto-loader-gen-types.js';

/** Every generated file's text, by its path below `shared/generated`. */
export function generateWireTypes(): Map<string, string> {
  const services = serviceFiles();
  const outputFolder = mkdtempSync(join(tmpdir(), 'isopod-generate-'));
  try {
    execFileSync(
      process.execPath,
      [
        generatorScript,
        ...optionFlags(),
        '--grpcLib=@grpc/grpc-js',
        '--importFileExtension=.ts',
        `--includeDirs=${protoFolder}`,
        `--outDir=${outputFolder}`,
        ...services,
      ],
      { stdio: ['ignore', 'ignore', 'inherit'] },
    );
    const protocol = loadProtocol(protoFolder, services);
    return readTree(outputFolder)
      .set(codecsPath, generateWireCodecs(protocol))
      .set(servicesPath, generateWireServices(servicesOf(protocol)));
  } finally {
    rmSync(outputFolder, { recursive: true });
  }
}

function serviceFiles(): string[] {
  return readdirSync(join(protoFolder, serviceFolder))
    .filter((file) => file.endsWith('_service.proto'))
    .map((file) => `${serviceFolder}/${file}`)
    .toSorted();
}

/** The generator takes the loader's options by name; the constructors of types by theirs. */
function optionFlags(): string[] {
  return Object.entries(loaderOptions).map(([name, value]) =>
    typeof value === 'boolean' ? `--${value ? '' : 'no-'}${name}` : `--${name}=${value.name}`,
  );
}
