// Judges replies by GitHub's own description of its REST API.
//   node gate.mjs description.json replies.ndjson
// Each line of the replies is {method, path, status, body}. Prints {checked, routes, problems: [{route, path, says}]}.
import { createReadStream, readFileSync } from "node:fs";
import { createInterface } from "node:readline";
import Ajv from "ajv";
import addFormats from "ajv-formats";

const description = JSON.parse(readFileSync(process.argv[2], "utf8"));
const IGNORED = new Set(["example", "examples", "discriminator", "xml", "externalDocs", "deprecated", "readOnly", "writeOnly"]);

/** OpenAPI 3.0 as JSON Schema: nullable becomes a type, what only documents goes. */
function asJsonSchema(schema) {
  if (Array.isArray(schema)) return schema.map(asJsonSchema);
  if (!schema || typeof schema !== "object") return schema;
  const out = {};
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties") {
      out.properties = Object.fromEntries(Object.entries(value).map(([name, one]) => [name, asJsonSchema(one)]));
    } else if (["enum", "default", "required"].includes(key)) {
      out[key] = value;
    } else if (!IGNORED.has(key)) {
      out[key] = asJsonSchema(value);
    }
  }
  if (!out.nullable) return out;
  delete out.nullable;
  if (out.enum && !out.enum.includes(null)) out.enum = [...out.enum, null];
  if (typeof out.type === "string") return { ...out, type: [out.type, "null"] };
  return out.type ? out : { anyOf: [{ type: "null" }, out] };
}

const ajv = new Ajv({ strict: false, allErrors: true, logger: false });
addFormats(ajv);
ajv.addFormat("repo.nwo", true);
const { schemas, responses } = description.components;
ajv.addSchema({ $id: "github", components: asJsonSchema({ schemas, responses }) });

/** Which parts of an address may hold slashes. */
const slashes = (template, name) =>
  name === "basehead" || (name === "ref" && template.includes("/git/")) || (name === "name" && template.includes("/labels/"));

const routes = Object.entries(description.paths)
  .map(([template, operations]) => ({
    template,
    operations,
    stars: (template.match(/\{/g) ?? []).length,
    pattern: new RegExp("^" + template.replace(/[.*+?^$()|[\]\\]/g, "\\$&")
      .replace(/\{(\w+)\}/g, (_, name) => (slashes(template, name) ? "(.+)" : "([^/]+)")) + "$"),
  }))
  .sort((a, b) => a.stars - b.stars);

const resolve = (node) =>
  node?.$ref ? node.$ref.split("/").slice(1).reduce((at, key) => at[key], description) : node;

const validators = new Map();

/** What validates such a reply, or a word that says why nothing can. */
function validatorOf(method, route, status) {
  const key = `${method} ${route.template} ${status}`;
  if (!validators.has(key)) {
    const reply = resolve(route.operations[method.toLowerCase()].responses[status]);
    const schema = reply?.content?.["application/json"]?.schema;
    validators.set(key, !reply ? "undocumented status" : !schema ? "" :
      ajv.compile(JSON.parse(JSON.stringify(asJsonSchema(schema)).replaceAll('"#/components', '"github#/components'))));
  }
  return validators.get(key);
}

const seen = new Set();
const problems = [];
let checked = 0;
for await (const line of createInterface({ input: createReadStream(process.argv[3]) })) {
  const { method, path, status, body } = JSON.parse(line);
  const route = routes.find((one) => one.pattern.test(path) && one.operations[method.toLowerCase()]);
  if (!route) {
    problems.push({ route: null, path, says: ["GitHub has no such route"] });
    continue;
  }
  checked++;
  seen.add(`${method} ${route.template} ${status}`);
  const validate = validatorOf(method, route, String(status));
  if (validate === "undocumented status") {
    problems.push({ route: `${method} ${route.template}`, path, says: [`status ${status} is not described`] });
  } else if (validate && !validate(body)) {
    const says = validate.errors.map((error) => `${error.instancePath} ${error.message}`);
    problems.push({ route: `${method} ${route.template} ${status}`, path, says: says.slice(0, 6) });
  }
}
console.log(JSON.stringify({ checked, routes: [...seen].sort(), problems: problems.slice(0, 200), failures: problems.length }));
