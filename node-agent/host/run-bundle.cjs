/**
 * Where a host process of an agent begins: it runs the host program, which is main.ts and all it
 * imports, as the agent has bundled it and handed it over on a descriptor.
 *
 * Plain JavaScript, and no module: what reads TypeScript costs a process 75 ms of processor time
 * and 16 MB, and what reads modules another 15 ms.
 */
'use strict';
const { closeSync, readFileSync } = require('node:fs');
const { compileFunction } = require('node:vm');

/** As in node-agent/frames/announcement.ts. */
const programDescriptor = 5;

// Opened anew: the place up to which a descriptor was read is shared by all who inherited it.
const program = readFileSync(`/proc/self/fd/${programDescriptor}`, 'utf8');
closeSync(programDescriptor);
compileFunction(program, ['require'], { filename: 'isopod-host.cjs' })(require);
