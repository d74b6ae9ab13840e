package dev.pulsehub.simulator;

import com.fasterxml.jackson.databind.JsonNode;
import dev.pulsehub.simulator.hook.Hook;
import dev.pulsehub.simulator.hook.Webhooks;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** A small world in which everything has happened at least once. */
final class Eventful {

    static final Instant NOW = Instant.parse("2026-03-20T12:00:00Z");

    private Eventful() {}

    /** The demo at a fiftieth of its size, and after it every verb there is. */
    static Simulator start() {
        return start(builder -> builder);
    }

    /** @param more what else the simulator is started with */
    static Simulator start(UnaryOperator<Simulator.Builder> more) {
        Simulator simulator = more.apply(Simulator.builder()
                        .clock(Clock.fixed(NOW, ZoneOffset.UTC))
                        .firstDay(LocalDate.of(2026, 1, 5))
                        .scale(0.05))
                .start();
        hooks(simulator);
        people(simulator);
        issues(simulator);
        pulls(simulator);
        repository(simulator);
        projects(simulator);
        return simulator;
    }

    static JsonNode change(Simulator simulator, String path, String body) {
        try {
            return simulator.change(path, Client.JSON.readTree(body.replace('\'', '"')));
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalArgumentException(body, e);
        }
    }

    /** One of a repository and one of an organization; nobody answers there. */
    private static void hooks(Simulator simulator) {
        Webhooks webhooks = simulator.webhooks();
        webhooks.register(hook(webhooks, "Organization", 9_100_000));
        webhooks.register(hook(
                webhooks,
                "Repository",
                simulator.world().repo("acme", "storefront").orElseThrow().id()));
    }

    private static Hook hook(Webhooks webhooks, String scope, long target) {
        return new Hook(
                webhooks.nextId(),
                scope,
                target,
                "http://localhost:1/hook",
                Optional.of("secret"),
                List.of("*"),
                false,
                true,
                NOW,
                NOW);
    }

    private static void people(Simulator simulator) {
        change(simulator, "/accounts", "{'login':'olga','name':'Olga Sand'}");
        change(simulator, "/accounts", "{'login':'passing-by'}");
        change(simulator, "/orgs/acme/members/olga", "{'role':'member'}");
        change(simulator, "/orgs/acme/teams", "{'name':'Core'}");
        change(simulator, "/orgs/acme/teams", "{'name':'Core Web','parent':'core'}");
        change(simulator, "/orgs/acme/teams/core/add", "{'member':'olga','role':'maintainer'}");
        change(simulator, "/orgs/acme/teams/core/add", "{'member':'ben-sato'}");
        change(simulator, "/orgs/acme/teams/core/allow", "{'repo':'acme/storefront','permission':'maintain'}");
        change(simulator, "/repos/acme/docs/collaborators/passing-by", "{'permission':'triage'}");
    }

    private static void issues(Simulator simulator) {
        String repo = "/repos/acme/storefront";
        int one = change(simulator, repo + "/issues", "{'title':'A broken lamp','body':'See <b>here</b>'}")
                .path("number")
                .asInt();
        int two = change(simulator, repo + "/issues", "{'title':'Its bulb','author':'olga'}")
                .path("number")
                .asInt();
        String issue = repo + "/issues/" + one;
        change(simulator, repo + "/milestones", "{'title':'Spring','due_on':'2026-04-01T00:00:00Z'}");
        change(simulator, repo + "/labels", "{'name':'help wanted/please'}");
        change(simulator, issue + "/label", "{'label':'help wanted/please'}");
        change(simulator, issue + "/label", "{'label':'bug'}");
        change(simulator, issue + "/unlabel", "{'label':'bug'}");
        change(simulator, issue + "/assign", "{'assignee':'olga'}");
        change(simulator, issue + "/assign", "{'assignee':'ben-sato'}");
        change(simulator, issue + "/unassign", "{'assignee':'ben-sato'}");
        change(simulator, issue + "/plan", "{'milestone':" + milestone(simulator) + "}");
        change(simulator, issue + "/edit", "{'title':'A lamp that is broken','body':'More'}");
        change(simulator, issue + "/type", "{'type':'Bug'}");
        change(simulator, issue + "/add-part", "{'issue':" + two + "}");
        change(simulator, issue + "/block", "{'issue':" + two + "}");
        change(simulator, issue + "/comment", "{'author':'passing-by','body':'Me too'}");
        change(simulator, issue + "/lock", "{'reason':'resolved'}");
        change(simulator, issue + "/unlock", "{}");
        change(simulator, issue + "/close", "{'reason':'not_planned'}");
        change(simulator, issue + "/reopen", "{}");
        change(simulator, repo + "/issues/" + two + "/close", "{'actor':'olga'}");
        int gone = change(simulator, repo + "/issues", "{'title':'A mistake'}")
                .path("number")
                .asInt();
        change(simulator, repo + "/issues/" + gone + "/delete", "{}");
        int moved = change(simulator, repo + "/issues", "{'title':'For checkout'}")
                .path("number")
                .asInt();
        change(simulator, repo + "/issues/" + moved + "/transfer", "{'to':'acme/checkout'}");
    }

    private static int milestone(Simulator simulator) {
        return simulator.world().repo("acme", "storefront").orElseThrow().milestones().stream()
                .filter(milestone -> milestone.title().equals("Spring"))
                .findFirst()
                .orElseThrow()
                .number();
    }

    private static void pulls(Simulator simulator) {
        String repo = "/repos/acme/storefront";
        int issue = change(simulator, repo + "/issues", "{'title':'To be closed by its pull request'}")
                .path("number")
                .asInt();
        String pull = repo + "/pulls/"
                + open(simulator, repo, "'body':'Closes #" + issue + "','commits':3,'changed_files':4");
        change(simulator, pull + "/draft", "{}");
        change(simulator, pull + "/ready", "{}");
        change(simulator, pull + "/ask-review", "{'reviewer':'ben-sato'}");
        change(simulator, pull + "/ask-review", "{'reviewer':'dmitri-volkov'}");
        change(simulator, pull + "/unask-review", "{'reviewer':'dmitri-volkov'}");
        change(simulator, pull + "/ask-review", "{'team':'core'}");
        long review = change(
                        simulator, pull + "/review", "{'author':'ben-sato','state':'changes_requested','comments':2}")
                .path("id")
                .asLong();
        change(simulator, pull + "/dismiss", "{'review':" + review + ",'message':'Done'}");
        change(simulator, pull + "/push", "{}");
        change(simulator, pull + "/force-push", "{'commits':2}");
        change(simulator, pull + "/retarget", "{'base':'next'}");
        change(simulator, pull + "/retarget", "{'base':'main'}");
        change(simulator, pull + "/merge", "{'method':'merge'}");
        change(simulator, repo + "/pulls/" + open(simulator, repo, "'commits':2") + "/merge", "{'method':'rebase'}");
        change(simulator, repo + "/pulls/" + open(simulator, repo, "'author':'olga'") + "/merge", "{'method':'queue'}");
        change(
                simulator,
                repo + "/pulls/" + open(simulator, repo, "'author':'olga'") + "/ask-review",
                "{'reviewer':'grace-lindqvist'}");
    }

    private static int open(Simulator simulator, String repo, String more) {
        return change(simulator, repo + "/pulls", "{'title':'A change'," + more + "}")
                .path("number")
                .asInt();
    }

    private static void repository(Simulator simulator) {
        String repo = "/repos/acme/storefront";
        change(simulator, repo + "/push", "{'title':'Straight to main'}");
        change(simulator, repo + "/branches", "{'name':'next'}");
        change(simulator, repo + "/tags", "{'name':'v0.9'}");
        change(simulator, repo + "/releases", "{'tag':'v1.0','name':'One'}");
        change(simulator, repo + "/releases", "{'tag':'v1.1-rc1','prerelease':true}");
        change(simulator, repo + "/releases", "{'tag':'v1.1','draft':true}");
        change(simulator, repo + "/star", "{'actor':'olga'}");
        change(simulator, repo + "/fork", "{'actor':'olga'}");
        long run = change(simulator, repo + "/runs", "{'workflow':'Deploy','jobs':['build','ship']}")
                .path("id")
                .asLong();
        change(simulator, repo + "/runs/" + run + "/complete", "{'conclusion':'failure'}");
        change(simulator, repo + "/runs/" + run + "/rerun-failed", "{'actor':'olga'}");
        change(simulator, repo + "/runs/" + run + "/complete", "{}");
        change(simulator, repo + "/runs", "{'workflow':'Deploy'}");
        for (String environment : new String[] {"staging", "production"}) {
            long deployment = change(
                            simulator, repo + "/deployments", "{'environment':'" + environment + "','run':" + run + "}")
                    .path("id")
                    .asLong();
            change(simulator, repo + "/deployments/" + deployment + "/status", "{'state':'in_progress'}");
            change(simulator, repo + "/deployments/" + deployment + "/status", "{'state':'success'}");
        }
        long second = change(simulator, repo + "/deployments", "{'state':'success'}")
                .path("id")
                .asLong();
        change(simulator, repo + "/deployments/" + second + "/status", "{'state':'failure'}");
        change(simulator, repo + "/deployments", "{'rollback':true,'state':'success'}");
        change(simulator, "/repos/acme/legacy-billing/rename", "{'name':'billing-of-old'}");
        change(simulator, "/repos/acme/billing-of-old/archive", "{}");
        change(simulator, "/accounts/passing-by/delete", "{}");
    }

    private static void projects(Simulator simulator) {
        String project = "/orgs/acme/projects/"
                + change(simulator, "/orgs/acme/projects", "{'title':'Roadmap','iteration_days':14}")
                        .path("number")
                        .asInt();
        change(simulator, project + "/iteration", "{'title':'Sprint 1','start':'2026-03-02'}");
        change(simulator, project + "/iteration", "{'title':'Sprint 2','start':'2026-03-16'}");
        change(simulator, project + "/column", "{'name':'Estimate','type':'NUMBER'}");
        long item = change(simulator, project + "/items", "{'repo':'acme/storefront','number':1}")
                .path("id")
                .asLong();
        change(simulator, project + "/items/" + item + "/set", "{'field':'Status','value':'In Progress'}");
        change(simulator, project + "/items/" + item + "/set", "{'field':'Iteration','value':'Sprint 2'}");
        change(simulator, project + "/items/" + item + "/set", "{'field':'Estimate','value':'3'}");
        change(simulator, project + "/items", "{'title':'Only a thought'}");
    }
}
