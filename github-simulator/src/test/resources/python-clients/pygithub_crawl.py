"""Crawls one repository with PyGithub and prints how much of each kind there was."""
import json
import sys

from github import Auth, Github

url, token, name = sys.argv[1:]
github = Github(base_url=url, auth=Auth.Token(token), per_page=100)
repository = github.get_repo(name)
seen = {"issues": 0, "comments": 0, "pulls": 0, "additions": 0, "reviews": 0, "commits": 0, "runs": 0}
for issue in repository.get_issues(state="all"):
    seen["issues"] += 1
    seen["comments"] += sum(1 for _ in issue.get_comments()) if issue.comments else 0
for pull in repository.get_pulls(state="all"):
    seen["pulls"] += 1
    seen["additions"] += pull.additions  # lists have no sizes: one more request for each
    seen["reviews"] += sum(1 for _ in pull.get_reviews())
    seen["commits"] += sum(1 for _ in pull.get_commits())
seen["runs"] = sum(1 for _ in repository.get_workflow_runs())
print(json.dumps(seen))
