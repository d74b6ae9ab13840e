# Pulse-Hub. Needs a JDK (21 or newer), Maven (3.8.7 or newer) and make; everything else it gets itself.
.DEFAULT_GOAL := help
.PHONY: help run test check format bench verify

help: ## Say what can be made
	@sed -n 's/^\([a-z]*\):.*## \(.*\)/  make \1\t\2/p' Makefile | expand -t 20
	@echo
	@echo '  make run DATASET=folder[,folder]   serve folders of GitHub answers instead of the demo'
	@echo '  make run WEB_PORT=3001             another port'
	@echo '  GITHUB_TOKEN=... GITHUB_ORG=... make run   synchronise an account of GitHub itself'

run: ## Build what changed, start everything on this machine, print the sign-in link
	@WEB_PORT='$(WEB_PORT)' DATASET='$(DATASET)' scripts/run

test: ## Every test: unit, integration, acceptance (up to 25 minutes)
	@scripts/test

check: ## Format, compiler checks and unit tests (a few minutes)
	@scripts/mvn spotless:check test

format: ## Format the sources
	@scripts/mvn -q spotless:apply

bench: ## Requests and page times of a fresh stack, written to docs/benchmarks.md
	@scripts/bench

verify: ## The long property runs (hours; not part of test)
	@scripts/verify
