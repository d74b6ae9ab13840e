"""Crawls one repository with Perceval in every category and prints how many items each gave."""
import json
import sys

from perceval.backends.core.github import GitHub

url, token, owner, repository = sys.argv[1:]
items = {}
for category in ("issue", "pull_request", "repository"):
    backend = GitHub(owner=owner, repository=repository, api_token=[token], base_url=url)
    items[category] = sum(1 for _ in backend.fetch(category=category))
print(json.dumps(items))
