"""Checks app specifications without an account: python3 check_app_spec.py SPEC...

Field names, types and constants come from app-spec-schema.json, variables and secrets from ../variables.tsv, which is
written from the product's catalogue. Prints every problem and ends with 1 when there is one.
"""

import csv
import json
import re
import sys
from pathlib import Path

import yaml

HERE = Path(__file__).resolve().parent
DEPLOY = HERE.parent
BUDGET = 30  # dollars a month, without the jobs, which run for seconds
PRICES = {  # dollars a month; the names that are not here (basic-*, professional-*) are no longer sold
    "apps-s-1vcpu-0.5gb": 5,
    "apps-s-1vcpu-1gb-fixed": 10,
    "apps-s-1vcpu-1gb": 12,
    "apps-s-1vcpu-2gb": 25,
    "apps-s-2vcpu-4gb": 50,
    "apps-d-1vcpu-0.5gb": 29,
    "apps-d-1vcpu-1gb": 34,
    "apps-d-1vcpu-2gb": 39,
    "apps-d-1vcpu-4gb": 49,
}
ONE_INSTANCE = {"apps-s-1vcpu-0.5gb", "apps-s-1vcpu-1gb-fixed"}
PUBLIC = "pulse-hub-web"
INTERNAL = {"pulse-hub-mcp": 8080, "pulse-hub-superset": 8088}
ADDRESSES = {"MCP_SERVER_URL": "http://pulse-hub-mcp:8080", "SUPERSET_PROXY_URL": "http://pulse-hub-superset:8088"}
ALERTS = [("CPU_UTILIZATION", 80), ("MEM_UTILIZATION", 85), ("RESTART_COUNT", None)]
BY_PLATFORM = {"APP_URL", "APP_DOMAIN", "APP_ID"}
NAME = re.compile(r"[a-z][a-z0-9-]{0,30}[a-z0-9]")
SECRET = re.compile(r"(_SECRET|_KEY|_TOKEN|_PASSWORD|POSTGRES_\w*URL|_URI)$")
REFERENCE = re.compile(r"\$\{([A-Z0-9_]+)\}")
KINDS = {"string": str, "bool": bool, "int": int, "number": (int, float)}


class Check:
    """The problems of one specification."""

    def __init__(self, path, schema, variables, offered):
        self.path, self.schema, self.variables, self.offered = path, schema, variables, offered
        self.problems = []
        self.text = path.read_text(encoding="utf-8")
        self.spec = yaml.safe_load(self.text)

    def say(self, where, what):
        self.problems.append(f"{self.path.name}: {where}: {what}")

    def run(self):
        if not isinstance(self.spec, dict):
            self.say("file", "is no mapping")
            return
        self.fields(self.schema["root"], self.spec, "")
        if self.problems:
            return  # what follows counts on the shape
        services = self.spec.get("services", [])
        for place in services + self.spec.get("jobs", []):
            self.name(place["name"])
            self.size(place)
            self.image(place)
            self.environment(place)
        self.name(self.spec.get("name", ""))
        self.ingress()
        self.internal(services)
        for service in services:
            self.health(service)
            self.alerts(service)
        self.app_alerts()
        self.migration()
        self.budget(services)
        self.references()

    def fields(self, kind, value, where):
        if kind.startswith("[]"):
            if not isinstance(value, list):
                return self.say(where, "must be a list")
            for i, one in enumerate(value):
                label = one["name"] if isinstance(one, dict) and "name" in one else i
                self.fields(kind[2:], one, f"{where}[{label}]")
        elif kind.startswith("enum:"):
            known = self.schema["enums"][kind[5:]]
            if value not in known:
                self.say(where, f"{value!r} is unknown; it can be {', '.join(known)}")
        elif kind in KINDS:
            if not isinstance(value, KINDS[kind]) or isinstance(value, bool) != (kind == "bool"):
                self.say(where, f"{value!r} must be a {kind}")
        elif kind in self.schema["types"]:
            known = self.schema["types"][kind]
            if not isinstance(value, dict):
                return self.say(where, "must be a mapping")
            for key, one in value.items():
                if key not in known:
                    self.say(f"{where}.{key}".strip("."), "there is no such field")
                else:
                    self.fields(known[key], one, f"{where}.{key}".strip("."))

    def name(self, name):
        if not NAME.fullmatch(name):
            self.say(name or "name", "a name has 2 to 32 small letters, digits and dashes and begins with a letter")

    def size(self, place):
        slug = place.get("instance_size_slug")
        if slug not in PRICES:
            self.say(place["name"], f"instance_size_slug {slug!r} is not sold; it can be {', '.join(PRICES)}")
        elif slug in ONE_INSTANCE and (place.get("instance_count", 1) != 1 or "autoscaling" in place):
            self.say(place["name"], f"{slug} can have one instance only")

    def image(self, place):
        image = place.get("image")
        if not image:
            self.say(place["name"], "image is missing")
        elif "tag" in image or not image.get("digest"):
            self.say(place["name"], "the image must be named by digest, so that a rollback brings back the same one")

    def environment(self, place):
        name = place["name"]
        reader = "web" if name == "db-migrate" else name.removeprefix("pulse-hub-")
        keys = [one.get("key", "") for one in place.get("envs", [])]
        for key in sorted({key for key in keys if keys.count(key) > 1}):
            self.say(name, f"{key} is set twice")
        for one in place.get("envs", []):
            self.variable(name, reader, one)
        if name != "db-migrate":
            for key, variable in self.variables.items():
                wanted = variable["needed"] in ("always", "unless_single_user", "deployed")
                if wanted and reader in variable["readers"] and key not in keys:
                    self.say(name, f"{key} is missing")

    def variable(self, name, reader, one):
        key, value = one.get("key", ""), str(one.get("value", ""))
        variable = self.variables.get(key)
        if variable is None or reader not in variable["readers"]:
            self.say(name, f"{key} is not a variable of {reader}")
        if SECRET.search(key) or (variable and variable["secret"]):
            if one.get("type") != "SECRET":
                self.say(name, f"{key} must have type SECRET")
            if not REFERENCE.fullmatch(value):
                self.say(name, f"{key} must be ${{...}} and not the secret itself")
        elif variable and not REFERENCE.search(value):
            if not re.fullmatch(variable["expression"], value, re.IGNORECASE | re.DOTALL):
                self.say(name, f"{key} is {value!r}; it must be {variable['words']}")
        if key in ADDRESSES and value != ADDRESSES[key]:
            self.say(name, f"{key} must be {ADDRESSES[key]}, the service's name and port")

    def ingress(self):
        rules = self.spec.get("ingress", {}).get("rules", [])
        prefixes = [rule.get("match", {}).get("path", {}).get("prefix") for rule in rules]
        targets = [rule.get("component", {}).get("name") for rule in rules]
        if prefixes != ["/"] or targets != [PUBLIC]:
            self.say("ingress", f"there must be one rule: / to {PUBLIC}; there is {list(zip(prefixes, targets))}")

    def internal(self, services):
        names = [service["name"] for service in services]
        for missing in sorted({PUBLIC, *INTERNAL} - set(names)):
            self.say("services", f"{missing} is missing")
        for service in services:
            name = service["name"]
            if "routes" in service:
                self.say(name, "routes are out of use; say it with ingress")
            if name not in INTERNAL:
                continue
            if "http_port" in service:
                self.say(name, "http_port would make it public; only internal_ports are allowed")
            if service.get("internal_ports") != [INTERNAL[name]]:
                self.say(name, f"internal_ports must be [{INTERNAL[name]}]")

    def health(self, service):
        name, check = service["name"], service.get("health_check", {})
        port = INTERNAL.get(name, service.get("http_port"))
        for kind in ("health_check", "liveness_health_check"):
            one = service.get(kind)
            if not one:
                self.say(name, f"{kind} is missing")
                continue
            if not one.get("http_path"):
                self.say(name, f"{kind}.http_path is missing; a port that answers proves nothing")
            if one.get("timeout_seconds", 1) < 3:
                self.say(name, f"{kind}.timeout_seconds must be 3 or more; the default of 1 is too short")
            if one.get("port") != port:
                self.say(name, f"{kind}.port must be {port}")
        if "ready" in service.get("liveness_health_check", {}).get("http_path", ""):
            self.say(name, "liveness must not depend on the database, as readiness does")
        patience = check.get("initial_delay_seconds", 0) + check.get("failure_threshold", 9) * check.get(
            "period_seconds", 10
        )
        if check and patience < 90:
            self.say(name, f"health_check gives up after {patience} s; a start on a shared CPU may take 90")

    def alerts(self, service):
        have = {alert["rule"]: alert for alert in service.get("alerts", [])}
        for rule, value in ALERTS:
            alert = have.get(rule)
            if not alert or alert.get("operator") != "GREATER_THAN" or alert.get("window") != "FIVE_MINUTES":
                self.say(service["name"], f"the alert {rule} over five minutes is missing")
            elif value is not None and alert.get("value") != value:
                self.say(service["name"], f"the alert {rule} must be at {value}")

    def app_alerts(self):
        have = {alert["rule"] for alert in self.spec.get("alerts", [])}
        for rule in ("DEPLOYMENT_FAILED", "DOMAIN_FAILED"):
            if rule not in have:
                self.say("alerts", f"{rule} is missing")

    def migration(self):
        jobs = [job for job in self.spec.get("jobs", []) if job.get("kind") == "PRE_DEPLOY"]
        if [job["name"] for job in jobs] != ["db-migrate"]:
            return self.say("jobs", "there must be one PRE_DEPLOY job, db-migrate")
        web = next((one for one in self.spec["services"] if one["name"] == PUBLIC), {})
        if jobs[0].get("image") != web.get("image"):
            self.say("db-migrate", "it must run the image of pulse-hub-web")

    def budget(self, services):
        price = sum(PRICES.get(one.get("instance_size_slug"), 0) * one.get("instance_count", 1) for one in services)
        if price >= BUDGET:
            self.say("services", f"they cost ${price} a month; it must stay below ${BUDGET}")
        self.price = price

    def references(self):
        for name in sorted(set(REFERENCE.findall(self.text)) - BY_PLATFORM - self.offered):
            self.say("${" + name + "}", "no env template offers it")


def catalogue():
    with open(DEPLOY / "variables.tsv", encoding="utf-8") as file:
        rows = csv.DictReader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        return {
            row["name"]: {**row, "readers": row["readers"].split(","), "secret": row["secret"] == "secret"}
            for row in rows
        }


def offered_by_templates():
    return {
        match.group(1)
        for path in DEPLOY.glob("*.env.example")
        for match in re.finditer(r"^#? ?([A-Z][A-Z0-9_]*)=", path.read_text(encoding="utf-8"), re.MULTILINE)
    }


def same_everywhere(checks):
    """Staging must be what production will be."""
    problems = []
    first = checks[0]
    for other in checks[1:]:
        for group in ("services", "jobs"):
            one = {place["name"]: {env["key"] for env in place["envs"]} for place in first.spec[group]}
            two = {place["name"]: {env["key"] for env in place["envs"]} for place in other.spec[group]}
            for name in sorted(one.keys() | two.keys()):
                difference = one.get(name, set()) ^ two.get(name, set())
                if name not in one or name not in two:
                    problems.append(f"{name} is only in one of {first.path.name} and {other.path.name}")
                elif difference:
                    problems.append(
                        f"{name}: {', '.join(sorted(difference))} only in one of"
                        f" {first.path.name} and {other.path.name}"
                    )
    return problems


def main(paths):
    schema = json.loads((HERE / "app-spec-schema.json").read_text(encoding="utf-8"))
    variables, offered = catalogue(), offered_by_templates()
    checks, problems = [], []
    for path in paths:
        try:
            check = Check(Path(path), schema, variables, offered)
            check.run()
        except (OSError, yaml.YAMLError) as e:
            problems.append(f"{path}: {e}")
            continue
        problems += check.problems
        checks.append(check)
        if not check.problems:
            print(f"{check.path.name}: sound; {len(check.spec['services'])} services, ${check.price} a month")
    if not problems and len(checks) > 1:
        problems += same_everywhere(checks)
    for problem in problems:
        print(problem, file=sys.stderr)
    if problems:
        print(f"{len(problems)} problem{'s' if len(problems) > 1 else ''}.", file=sys.stderr)
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
