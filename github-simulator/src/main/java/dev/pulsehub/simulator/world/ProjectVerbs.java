package dev.pulsehub.simulator.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Projects (v2), their columns and their rows. */
public final class ProjectVerbs {

    private static final List<String> COLORS = List.of("GRAY", "YELLOW", "GREEN", "RED", "BLUE", "PURPLE");

    private final Moment moment;

    ProjectVerbs(Moment moment) {
        this.moment = moment;
    }

    /** A project with GitHub's columns Title and Assignees, a Status of three words and iterations without any. */
    public Project create(Account owner, String title, int iterationDays, Account by) {
        int number = moment.world().projectsOf(owner).stream()
                        .mapToInt(Project::number)
                        .max()
                        .orElse(0)
                + 1;
        Project project = new Project(moment.nextId(), number, owner, title, moment.now());
        project.fields().add(new ProjectField.Plain(moment.nextId(), "Title", "TITLE"));
        project.fields().add(new ProjectField.Plain(moment.nextId(), "Assignees", "ASSIGNEES"));
        choice(project, "Status", List.of("Todo", "In Progress", "Done"));
        project.fields().add(new ProjectField.Iterations(moment.nextId(), "Iteration", iterationDays, List.of()));
        moment.world().add(project);
        moment.tell(new Change.ProjectChanged(project, "created", by));
        return project;
    }

    /** A column of words to choose from. */
    public ProjectField choice(Project project, String name, List<String> words) {
        List<ProjectField.Option> options = new ArrayList<>();
        for (String word : words) {
            options.add(new ProjectField.Option(shortId(), word, COLORS.get(options.size() % COLORS.size())));
        }
        ProjectField field = new ProjectField.Choice(moment.nextId(), name, options);
        project.fields().add(field);
        return field;
    }

    /** @param dataType {@code TEXT}, {@code NUMBER} or {@code DATE} */
    public ProjectField column(Project project, String name, String dataType) {
        if (!List.of("TEXT", "NUMBER", "DATE").contains(dataType)) {
            throw new NotPossible("A column is TEXT, NUMBER or DATE, not " + dataType);
        }
        ProjectField field = new ProjectField.Plain(moment.nextId(), name, dataType);
        project.fields().add(field);
        return field;
    }

    /** Plans one more iteration of the column's usual length. */
    public ProjectField.Iteration iteration(Project project, String title, LocalDate start, Account by) {
        ProjectField.Iterations field = project.fields().stream()
                .filter(ProjectField.Iterations.class::isInstance)
                .map(ProjectField.Iterations.class::cast)
                .findFirst()
                .orElseThrow(() -> new NotPossible("The project has no iterations"));
        ProjectField.Iteration iteration = new ProjectField.Iteration(shortId(), title, start, field.days());
        List<ProjectField.Iteration> iterations = new ArrayList<>(field.iterations());
        iterations.add(iteration);
        project.fields()
                .replaceAll(one -> one.equals(field)
                        ? new ProjectField.Iterations(field.id(), field.name(), field.days(), iterations)
                        : one);
        project.touch(moment.now());
        moment.tell(new Change.ProjectChanged(project, "edited", by));
        return iteration;
    }

    public ProjectItem add(Project project, Item item, Account by) {
        Optional<ProjectItem> there = project.items().stream()
                .filter(one -> one.content().filter(item::equals).isPresent())
                .findFirst();
        return there.orElseGet(() -> {
            ProjectItem added = add(project, Optional.of(item), "", by);
            moment.happened(item, "added_to_project_v2", by, new Happening.Subject.OfProject(project, "", ""));
            return added;
        });
    }

    public ProjectItem draft(Project project, String title, Account by) {
        return add(project, Optional.empty(), title, by);
    }

    private ProjectItem add(Project project, Optional<Item> content, String title, Account by) {
        ProjectItem item = new ProjectItem(moment.nextId(), project, content, title, Optional.of(by), moment.now());
        project.items().add(item);
        project.touch(moment.now());
        moment.tell(new Change.ProjectItemChanged(project, item, "created", by, Optional.empty()));
        return item;
    }

    /** Sets what the row says in a column: one of its words, an iteration's title, a number, a date or a text. */
    public void set(ProjectItem item, String column, String text, Account by) {
        ProjectField field = field(item.project(), column);
        ProjectItem.Entry before =
                item.entries().put(field.id(), new ProjectItem.Entry(value(field, text), moment.now()));
        changed(item, field, by);
        if (field instanceof ProjectField.Choice && field.name().equals("Status")) {
            String from = before != null && before.value() instanceof ProjectField.Value.Chosen chosen
                    ? chosen.option().name()
                    : "";
            item.content()
                    .ifPresent(content -> moment.happened(
                            content,
                            "project_v2_item_status_changed",
                            by,
                            new Happening.Subject.OfProject(item.project(), from, text)));
        }
    }

    public void clear(ProjectItem item, String column, Account by) {
        ProjectField field = field(item.project(), column);
        item.entries().remove(field.id());
        changed(item, field, by);
    }

    private void changed(ProjectItem item, ProjectField field, Account by) {
        item.touch(moment.now());
        item.project().touch(moment.now());
        moment.tell(new Change.ProjectItemChanged(item.project(), item, "edited", by, Optional.of(field)));
    }

    private static ProjectField field(Project project, String column) {
        return project.field(column).orElseThrow(() -> new NotPossible(project.title() + " has no column " + column));
    }

    private static ProjectField.Value value(ProjectField field, String text) {
        return switch (field) {
            case ProjectField.Choice choice ->
                new ProjectField.Value.Chosen(
                        choice.option(text).orElseThrow(() -> new NotPossible(choice.name() + " cannot be " + text)));
            case ProjectField.Iterations iterations ->
                new ProjectField.Value.Planned(
                        iterations.iteration(text).orElseThrow(() -> new NotPossible("There is no iteration " + text)));
            case ProjectField.Plain plain ->
                switch (plain.dataType()) {
                    case "NUMBER" -> new ProjectField.Value.Amount(Double.parseDouble(text));
                    case "DATE" -> new ProjectField.Value.Day(LocalDate.parse(text));
                    case "TEXT" -> new ProjectField.Value.Text(text);
                    default -> throw new NotPossible(plain.name() + " cannot be set");
                };
        };
    }

    public void archive(ProjectItem item, Account by, boolean archived) {
        item.archive(archived, moment.now());
        moment.tell(new Change.ProjectItemChanged(
                item.project(), item, archived ? "archived" : "restored", by, Optional.empty()));
    }

    public void remove(ProjectItem item, Account by) {
        item.project().items().remove(item);
        item.project().touch(moment.now());
        item.content()
                .ifPresent(content -> moment.happened(
                        content,
                        "removed_from_project_v2",
                        by,
                        new Happening.Subject.OfProject(item.project(), "", "")));
        moment.tell(new Change.ProjectItemChanged(item.project(), item, "deleted", by, Optional.empty()));
    }

    public void close(Project project, Account by) {
        project.close(Optional.of(moment.now()));
        project.touch(moment.now());
        moment.tell(new Change.ProjectChanged(project, "closed", by));
    }

    public void delete(Project project, Account by) {
        moment.world().remove(project);
        moment.tell(new Change.ProjectChanged(project, "deleted", by));
    }

    /** Options and iterations have ids of eight hexadecimal digits. */
    private String shortId() {
        return HexFormat.of().toHexDigits((int) (moment.nextId() * 2_654_435_761L));
    }
}
