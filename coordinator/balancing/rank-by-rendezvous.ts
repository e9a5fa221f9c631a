/**
 * Nodes ranked for a key, by highest random weight (Thaler and Ravishankar, Using Name-Based
 * Mappings to Increase Hit Rates, 1998): whoever knows the same nodes ranks them alike, keys spread
 * over them evenly, and a node that comes or goes changes the first choice of its own keys only.
 */
import { hash } from 'node:crypto';

export function rankByRendezvous<Node extends { readonly nodeId: string }>(
  nodes: readonly Node[],
  key: string,
): Node[] {
  const weighed = nodes.map((node) => ({ node, weight: hash('sha256', `${key}\n${node.nodeId}`) }));
  return weighed.toSorted((a, b) => (a.weight > b.weight ? -1 : 1)).map(({ node }) => node);
}
