package dev.pulsehub.simulator.graphql;

import dev.pulsehub.simulator.world.Issue;
import dev.pulsehub.simulator.world.Project;
import dev.pulsehub.simulator.world.ProjectField;
import dev.pulsehub.simulator.world.ProjectItem;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Projects (v2): their columns, rows and what stands in each. */
final class ProjectFields {

    private final Ground ground;

    private ProjectFields(Ground ground) {
        this.ground = ground;
    }

    static void add(Ground ground) {
        ProjectFields projects = new ProjectFields(ground);
        projects.projects();
        projects.items();
        projects.columns();
        projects.values();
    }

    private void projects() {
        ground.addressed(
                        ground.fields().of("ProjectV2", Project.class),
                        project -> (project.owner().isOrganization() ? "/orgs/" : "/users/")
                                + project.owner().login() + "/projects/" + project.number())
                .put("id", project -> new NodeId("ProjectV2", project.id()).encoded())
                .put("databaseId", Project::id)
                .put("fullDatabaseId", Project::id)
                .put("number", Project::number)
                .put("title", Project::title)
                .put("shortDescription", project -> null)
                .put("readme", project -> null)
                .put("public", project -> false)
                .put("template", project -> false)
                .put("owner", Project::owner)
                .put("creator", Project::owner)
                .put("closed", project -> project.closedAt().isPresent())
                .put("closedAt", Project::closedAt)
                .put("createdAt", Project::createdAt)
                .put("updatedAt", Project::updatedAt)
                .ask(
                        "field",
                        (project, environment) -> Lists.text(environment, "name")
                                .flatMap(project::field)
                                .map(field -> new Part.Column(project, field)))
                .ask(
                        "fields",
                        (project, environment) -> Lists.listed(
                                environment,
                                project.fields().stream()
                                        .map(field -> new Part.Column(project, field))
                                        .toList()))
                .ask("items", (project, environment) -> Lists.listed(environment, project.items()));
    }

    private void items() {
        ground.fields()
                .of("ProjectV2Item", ProjectItem.class)
                .put("id", item -> new NodeId("ProjectV2Item", item.id()).encoded())
                .put("databaseId", ProjectItem::id)
                .put("fullDatabaseId", ProjectItem::id)
                .put("type", ProjectFields::type)
                .put("isArchived", ProjectItem::archived)
                .put("project", ProjectItem::project)
                .put("creator", ProjectItem::creator)
                .put("createdAt", ProjectItem::createdAt)
                .put("updatedAt", ProjectItem::updatedAt)
                .put("content", item -> item.content().<Object>map(one -> one).orElseGet(() -> new Part.Draft(item)))
                .ask("fieldValues", (item, environment) -> Lists.listed(environment, cells(item)))
                .ask(
                        "fieldValueByName",
                        (item, environment) -> Lists.text(environment, "name")
                                .flatMap(name -> cells(item).stream()
                                        .filter(cell -> cell.field().name().equalsIgnoreCase(name))
                                        .findFirst()));
        ground.fields()
                .of("DraftIssue", Part.Draft.class)
                .put("id", draft -> new NodeId("DraftIssue", draft.item().id()).encoded())
                .put("title", draft -> draft.item().draftTitle())
                .put("body", draft -> "")
                .put("bodyText", draft -> "")
                .put("creator", draft -> draft.item().creator())
                .put("createdAt", draft -> draft.item().createdAt())
                .put("updatedAt", draft -> draft.item().updatedAt())
                .ask("assignees", (draft, environment) -> Lists.listed(environment, List.of()));
    }

    private static String type(ProjectItem item) {
        return item.content()
                .map(content -> content instanceof Issue ? "ISSUE" : "PULL_REQUEST")
                .orElse("DRAFT_ISSUE");
    }

    /** In the order of the columns. */
    private static List<Part.Cell> cells(ProjectItem item) {
        return item.project().fields().stream()
                .flatMap(
                        field -> Optional.ofNullable(item.entries().get(field.id()))
                                .map(entry -> new Part.Cell(item, field, entry))
                                .stream())
                .toList();
    }

    private record Configuration(ProjectField.Iterations field, LocalDate today) {

        List<ProjectField.Iteration> iterations(boolean over) {
            return field.iterations().stream()
                    .filter(iteration -> iteration.isOver(today) == over)
                    .toList();
        }
    }

    private void columns() {
        for (String type : List.of("ProjectV2Field", "ProjectV2SingleSelectField", "ProjectV2IterationField")) {
            ground.fields()
                    .of(type, Part.Column.class)
                    .put("id", column -> new NodeId(type, column.field().id()).encoded())
                    .put("databaseId", column -> column.field().id())
                    .put("name", column -> column.field().name())
                    .put("dataType", column -> column.field().dataType())
                    .put("project", Part.Column::project)
                    .put("createdAt", column -> column.project().createdAt())
                    .put("updatedAt", column -> column.project().createdAt());
        }
        ground.fields().of("ProjectV2SingleSelectField", Part.Column.class).ask("options", (column, environment) -> {
            List<String> names = environment.getArgument("names");
            return ((ProjectField.Choice) column.field())
                    .options().stream()
                            .filter(option -> names == null || names.contains(option.name()))
                            .toList();
        });
        ground.fields()
                .of("ProjectV2SingleSelectFieldOption", ProjectField.Option.class)
                .put("id", ProjectField.Option::id)
                .put("name", ProjectField.Option::name)
                .put("color", ProjectField.Option::color)
                .put("description", option -> "");
        ground.fields()
                .of("ProjectV2IterationField", Part.Column.class)
                .put(
                        "configuration",
                        column -> new Configuration(
                                (ProjectField.Iterations) column.field(),
                                LocalDate.ofInstant(ground.world().clock().instant(), ZoneOffset.UTC)));
        ground.fields()
                .of("ProjectV2IterationFieldConfiguration", Configuration.class)
                .put("duration", configuration -> configuration.field().days())
                .put(
                        "startDay",
                        configuration -> configuration.field().iterations().stream()
                                .findFirst()
                                .map(iteration ->
                                        iteration.start().getDayOfWeek().getValue())
                                .orElse(1))
                .put("iterations", configuration -> configuration.iterations(false))
                .put("completedIterations", configuration -> configuration.iterations(true));
        ground.fields()
                .of("ProjectV2IterationFieldIteration", ProjectField.Iteration.class)
                .put("id", ProjectField.Iteration::id)
                .put("title", ProjectField.Iteration::title)
                .put("startDate", ProjectField.Iteration::start)
                .put("duration", ProjectField.Iteration::days);
    }

    private void values() {
        for (Map.Entry<String, Map<String, java.util.function.Function<ProjectField.Value, Object>>> type :
                VALUES.entrySet()) {
            Fields.OfType<Part.Cell> cell = ground.fields()
                    .of(type.getKey(), Part.Cell.class)
                    .put(
                            "id",
                            one -> new NodeId(
                                            type.getKey(),
                                            one.item().id() * 31 + one.field().id())
                                    .encoded())
                    .put("item", Part.Cell::item)
                    .put("field", one -> new Part.Column(one.item().project(), one.field()))
                    .put("creator", one -> one.item().creator())
                    .put("createdAt", one -> one.entry().updatedAt())
                    .put("updatedAt", one -> one.entry().updatedAt());
            type.getValue()
                    .forEach((field, answer) ->
                            cell.put(field, one -> answer.apply(one.entry().value())));
        }
    }

    /** What each kind of value says beside where it stands. */
    private static final Map<String, Map<String, java.util.function.Function<ProjectField.Value, Object>>> VALUES =
            Map.of(
                    "ProjectV2ItemFieldTextValue",
                    Map.of("text", value -> ((ProjectField.Value.Text) value).text()),
                    "ProjectV2ItemFieldNumberValue",
                    Map.of("number", value -> ((ProjectField.Value.Amount) value).number()),
                    "ProjectV2ItemFieldDateValue",
                    Map.of("date", value -> ((ProjectField.Value.Day) value).date()),
                    "ProjectV2ItemFieldSingleSelectValue",
                    Map.of(
                            "name", value -> chosen(value).name(),
                            "optionId", value -> chosen(value).id(),
                            "color", value -> chosen(value).color(),
                            "description", value -> ""),
                    "ProjectV2ItemFieldIterationValue",
                    Map.of(
                            "iterationId", value -> planned(value).id(),
                            "title", value -> planned(value).title(),
                            "startDate", value -> planned(value).start(),
                            "duration", value -> planned(value).days()));

    private static ProjectField.Option chosen(ProjectField.Value value) {
        return ((ProjectField.Value.Chosen) value).option();
    }

    private static ProjectField.Iteration planned(ProjectField.Value value) {
        return ((ProjectField.Value.Planned) value).iteration();
    }
}
