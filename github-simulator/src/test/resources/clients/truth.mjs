// Reads every issue, pull request and review of one repository with octokit.
//   node truth.mjs url token owner/name file
// Writes {issues, pulls, reviews: {number: [...]}} as REST gave them.
import { writeFileSync } from "node:fs";
import { Octokit } from "@octokit/rest";

const [baseUrl, auth, fullName, file] = process.argv.slice(2);
const [owner, repo] = fullName.split("/");
const octokit = new Octokit({ baseUrl, auth });
const all = (method, parameters) => octokit.paginate(method, { owner, repo, per_page: 100, ...parameters });

const truth = { issues: await all(octokit.rest.issues.listForRepo, { state: "all" }), pulls: [], reviews: {} };
for (const { number } of await all(octokit.rest.pulls.list, { state: "all" })) {
  truth.pulls.push((await octokit.rest.pulls.get({ owner, repo, pull_number: number })).data);
  truth.reviews[number] = await all(octokit.rest.pulls.listReviews, { pull_number: number });
}
writeFileSync(file, JSON.stringify(truth));
console.log(JSON.stringify({ issues: truth.issues.length, pulls: truth.pulls.length }));
