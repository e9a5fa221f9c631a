/**
 * Asks the agent one question.
 *
 * Usage: npx node examples/agent/main.ts HOST:PORT
 */
import { IsopodClient } from '../../client/sdk/isopod-client.ts';
import { answerQuestion } from './agent.ts';
import { cannedModel, question } from './canned-model.ts';
import { shopTools } from './shop-tools.ts';

using client = new IsopodClient(process.argv[2] ?? '127.0.0.1:50051');
const { result, programs } = await answerQuestion(question, {
  client,
  writeProgram: cannedModel,
  described: shopTools,
});
process.stdout.write(`${JSON.stringify({ question, result, programsTried: programs.length })}\n`);
