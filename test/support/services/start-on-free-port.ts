import { freePort } from './free-port.ts';

const triesMax = 3;

/** Starts a server on a free port, and on another one when that was taken in the meantime. */
export async function startOnFreePort<Service>(
  start: (port: number) => Promise<Service>,
): Promise<Service> {
  for (let triesLeft = triesMax - 1; ; triesLeft--) {
    try {
      return await start(await freePort());
    } catch (error) {
      if (triesLeft === 0 || !/address already in use/i.test(String(error))) throw error;
    }
  }
}
