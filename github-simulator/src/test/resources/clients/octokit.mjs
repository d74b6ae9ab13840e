// Reads one repository with GitHub's own JavaScript clients.
//   node octokit.mjs url token otherToken owner/name
// Prints what they made of it as one line of JSON.
import { Octokit } from "@octokit/rest";
import { graphql } from "@octokit/graphql";

const [baseUrl, auth, otherAuth, fullName] = process.argv.slice(2);
const [owner, repo] = fullName.split("/");
const quiet = { debug() {}, info() {}, warn() {}, error() {} };
const octokit = new Octokit({ baseUrl, auth, log: quiet });
const other = new Octokit({ baseUrl, auth: otherAuth, log: quiet });
const nobody = new Octokit({ baseUrl, auth: "wrong", log: quiet });
const query = graphql.defaults({ baseUrl, headers: { authorization: `token ${auth}` } });

/** Every element of a list in pages of seven, and how many pages that took. */
async function paged(method, parameters) {
  let pages = 0;
  const all = await octokit.paginate(method, { owner, repo, per_page: 7, ...parameters }, (page) => {
    pages++;
    return page.data;
  });
  return { pages, ids: all.map((one) => one.id ?? one.sha) };
}

/** How a request ended that is to fail. */
async function refused(request) {
  try {
    await request;
    return { name: "none" };
  } catch (error) {
    return { name: error.name, status: error.status, message: error.message, type: error.errors?.[0]?.type };
  }
}

const lists = {
  issues: await paged(octokit.rest.issues.listForRepo, { state: "all" }),
  pulls: await paged(octokit.rest.pulls.list, { state: "all" }),
  runs: await paged(octokit.rest.actions.listWorkflowRunsForRepo, {}),
  comments: await paged(octokit.rest.issues.listCommentsForRepo, {}),
  reviewComments: await paged(octokit.rest.pulls.listReviewCommentsForRepo, {}),
  commits: await paged(octokit.rest.repos.listCommits, {}),
  events: await paged(octokit.rest.issues.listEventsForRepo, {}),
  labels: await paged(octokit.rest.issues.listLabelsForRepo, {}),
};

const first = await octokit.rest.pulls.list({ owner, repo });
const headers = { "if-none-match": first.headers.etag };
const conditional = {
  same: await refused(octokit.rest.pulls.list({ owner, repo, headers })),
  other: (await other.rest.pulls.list({ owner, repo, headers })).status,
};

const errors = {
  missing: await refused(octokit.rest.issues.get({ owner, repo, issue_number: 99_999_999 })),
  stranger: await refused(nobody.rest.users.getAuthenticated()),
  invalid: await refused(octokit.rest.issues.create({ owner, repo, title: "" })),
  graphql: await refused(query("query($owner: String!) { repository(owner: $owner, name: \"none\") { name } }", { owner })),
};

const counted = await query(
  `query($owner: String!, $repo: String!) {
    viewer { login }
    rateLimit { cost remaining }
    repository(owner: $owner, name: $repo) { issues { totalCount } pullRequests { totalCount } }
  }`,
  { owner, repo },
);

console.log(JSON.stringify({ lists, conditional, errors, counted }));
