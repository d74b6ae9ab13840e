package dev.pulsehub.simulator.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.pulsehub.simulator.command.NoSuchThing;
import dev.pulsehub.simulator.hook.Webhooks;
import dev.pulsehub.simulator.signin.Apps;
import dev.pulsehub.simulator.world.NotPossible;
import dev.pulsehub.simulator.world.World;
import java.time.DateTimeException;
import java.util.List;
import java.util.Optional;

/** The part of GitHub's REST API that is simulated. */
public final class RestApi {

    private final World world;
    private final Routes routes;

    /** Changes the world as a command of that path and body would. */
    public interface Changer {
        ObjectNode change(List<String> path, JsonNode body);
    }

    public RestApi(World world, Shapes shapes, Changer changer, Webhooks webhooks, Apps apps) {
        this.world = world;
        this.routes = new Routes(world, shapes.apiUrl());
        Area area = new Area(world, shapes, new Paging(shapes.apiUrl()), routes, changer);
        AccountRoutes.add(area);
        TeamRoutes.add(area);
        RepoRoutes.add(area);
        CommitRoutes.add(area);
        PlanRoutes.add(area);
        IssueRoutes.add(area);
        IssueEditRoutes.add(area);
        EventRoutes.add(area);
        PullRoutes.add(area);
        RunRoutes.add(area);
        CheckRoutes.add(area);
        DeploymentRoutes.add(area);
        SearchRoutes.add(area);
        AppRoutes.add(area, apps);
        AppHookRoutes.add(area, webhooks);
        HookRoutes.add(area, webhooks);
    }

    /** Method and template of each route, a star for each part that varies. */
    public List<String> templates() {
        return routes.templates();
    }

    /** Answers a reading request from one moment of the world; lets a changing one change it. */
    public Answer answer(Question question) {
        Optional<Answer> refused = IntegrationRules.refused(question);
        if (refused.isPresent()) {
            return refused.get();
        }
        try {
            return question.method().equals("GET")
                    ? world.read(() -> routes.answer(question))
                    : world.write(() -> routes.answer(question));
        } catch (NoSuchThing e) {
            return Answer.notFound();
        } catch (NotPossible | IllegalArgumentException | DateTimeException e) {
            return Answer.error(422, "Validation Failed: " + e.getMessage());
        }
    }
}
