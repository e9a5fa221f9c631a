/** What can be set about health. */
import { wholeNumber } from '../../shared/config/setting.ts';

export const healthSettings = {
  nodeSilenceMsMax: wholeNumber({
    summary:
      'How long a node-agent may be silent before it is given up, and what it was running with it; it gets nothing new from 4.5 s on.',
    min: 5_000,
    max: 600_000,
    default: 10_000,
  }),
};
