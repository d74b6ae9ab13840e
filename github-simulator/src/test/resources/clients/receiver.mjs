// Takes webhook deliveries with GitHub's own middleware, which verifies their signatures.
//   node receiver.mjs secret
// Prints a line of JSON for its port, then one for each delivery: accepted or refused.
import { createServer } from "node:http";
import { Webhooks, createNodeMiddleware } from "@octokit/webhooks";

const say = (what) => process.stdout.write(JSON.stringify(what) + "\n");
const log = { debug() {}, info() {}, warn() {}, error() {} };
const webhooks = new Webhooks({ secret: process.argv[2], log });
webhooks.onAny(({ id, name, payload }) => {
  say({ accepted: name, id, action: payload.action ?? null, sender: payload.sender?.login ?? null });
});
webhooks.onError((error) => {
  say({ refused: error.message });
});
const server = createServer(createNodeMiddleware(webhooks, { path: "/hook", log }));
server.listen(0, "127.0.0.1", () => say({ port: server.address().port }));
