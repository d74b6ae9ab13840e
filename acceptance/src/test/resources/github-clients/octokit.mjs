// node octokit.mjs BASE TOKEN OWNER/NAME FOREIGN: what GitHub's own client sees through the proxy, as one JSON object.
import { Octokit } from '@octokit/rest';

const [baseUrl, auth, name, foreign] = process.argv.slice(2);
const silent = { debug() {}, info() {}, warn() {}, error() {} };
const octokit = new Octokit({ baseUrl, auth, log: silent });
const of = (full) => ({ owner: full.split('/')[0], repo: full.split('/')[1] });

async function statusOf(promise) {
  try {
    return (await promise).status;
  } catch (error) {
    return error.status;
  }
}

const seen = {};
seen.login = (await octokit.rest.users.getAuthenticated()).data.login;
const addresses = [];
octokit.hook.after('request', (response) => addresses.push(response.url));
seen.issues = (await octokit.paginate(octokit.rest.issues.listForRepo, { ...of(name), state: 'all', per_page: 50 })).map((issue) => issue.number);
seen.pages = addresses.length;
seen.strayed = addresses.filter((address) => !address.startsWith(baseUrl)).length;
const repo = await octokit.rest.repos.get(of(name));
seen.unchanged = await statusOf(octokit.rest.repos.get({ ...of(name), headers: { 'if-none-match': repo.headers.etag } }));
seen.foreign = await statusOf(octokit.rest.repos.get(of(foreign)));
seen.forbidden = await statusOf(octokit.rest.repos.delete(of(name)));
seen.invalid = await statusOf(octokit.rest.issues.create({ ...of(name), title: '' }));
seen.created = (await octokit.rest.issues.create({ ...of(name), title: 'Through the proxy' })).data.user.login;
seen.graphql = (await octokit.graphql('query { viewer { login } }')).viewer.login;
seen.mutation = await statusOf(octokit.graphql('mutation { addStar(input: {starrableId: "x"}) { clientMutationId } }'));
console.log(JSON.stringify(seen));
